package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page at a desk and on a phone, in light and dark: fits, reads, and can be used by everybody. */
class LooksIT extends BrowserTest {

    private static final String MN = "330602LOOKS0000000000001";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** A page, how to get there, and what is on it when it is complete. */
    private enum Place {
        LOGIN("/login", "form"),
        MAP("/map", "canvas"),
        LIVE("/live", "text=镜湖污水处理厂"),
        DEVICE("/devices/" + MN, "text=化学需氧量"),
        FRAME("", "text=w01018"),
        ORDERS("/orders", "h1"),
        FINDINGS("/findings", "text=CRC"),
        STANDARDS("/standards", "text=GB 3095-2026"),
        RULES("/standards?view=rules&q=PM2.5", "text=GB3095-2026/T1/PM2.5/24h/transition"),
        EDITION("/standards/edition?id=GB%203095-2026", "text=PM2.5"),
        COMPARISON("/standards/compare?left=GB%203095-2012&right=GB%203095-2026", "text=≠"),
        CALCULATORS("/standards/calculators", "text=percentile"),
        JUDGEMENT(
                "/standards/calculators/AQI?date=2026-03-01&input=%7B%22report%22%3A%22daily%22%2C%22PM2.5%22%3A%2275%22%7D",
                "text=HJ 633-2026"),
        USERS("/users", "tbody >> text=管理员"),
        ROLES("/roles", "text=devices.read"),
        AUDIT("/audit", "tbody >> text=登录"),
        ACCOUNT("/account", "text=动态口令");

        private final String path;
        private final String sign;

        Place(String path, String sign) {
            this.path = path;
            this.sign = sign;
        }
    }

    @BeforeEach
    void a_device_reports_and_once_wrongly() {
        outlet(MN, "镜湖污水处理厂 总排口");
        DataLogger logger = logger(MN);
        logger.report("37.2", "1.43");
        logger.reportWithWrongCrc("37.9", "1.40");
    }

    static Stream<Arguments> everyPageOnEveryScreen() {
        List<Screen> screens = Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> Stream.of(new Screen(1_440, 900, scheme), new Screen(390, 844, scheme)))
                .toList();
        return Stream.of(Place.values()).flatMap(place -> screens.stream().map(screen -> Arguments.of(place, screen)));
    }

    @ParameterizedTest
    @MethodSource("everyPageOnEveryScreen")
    void a_page_fits_reads_and_can_be_used_by_everybody(Place place, Screen screen) {
        Page page = place == Place.LOGIN ? stranger(screen) : administrator(screen);
        page.navigate(place == Place.FRAME ? "/frames/" + newestFrame(page, MN) : place.path);
        assertThat(page.locator(place.sign).first()).isVisible();
        settle(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(fileName(place, screen))));

        assertThat(overflow(page)).as("pixels that stick out to the right").isLessThanOrEqualTo(0);
        assertThat(brightness(page.locator("body")))
                .as("brightness of the ground")
                .satisfies(value -> {
                    if (screen.scheme() == ColorScheme.DARK) {
                        assertThat(value).isLessThan(0.3);
                    } else {
                        assertThat(value).isGreaterThan(0.8);
                    }
                });
        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(LooksIT::describe)
                        .toList();
        assertThat(grave).as("serious obstacles (axe)").isEmpty();
    }

    private static String fileName(Place place, Screen screen) {
        return "%s-%d-%s.png".formatted(place, screen.width(), screen.scheme()).toLowerCase(Locale.ROOT);
    }

    private static int overflow(Page page) {
        Object pixels = page.evaluate("""
                () => Math.max(...[document.documentElement, document.body, document.querySelector('main')]
                    .filter(Boolean).map((box) => box.scrollWidth - box.clientWidth))""");
        return ((Number) pixels).intValue();
    }

    /** Mean of the background's red, green and blue, 0 to 1. */
    private static double brightness(Locator element) {
        Object value = element.evaluate("""
                (box) => {
                  const canvas = document.createElement('canvas').getContext('2d')
                  canvas.fillStyle = getComputedStyle(box).backgroundColor
                  canvas.fillRect(0, 0, 1, 1)
                  const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data
                  return (r + g + b) / 765
                }""");
        return ((Number) value).doubleValue();
    }

    private static String describe(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }
}
