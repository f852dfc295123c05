package io.jianhu.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.jianhu.platform.JianhuPlatform;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.Districts;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.registry.Place;
import io.jianhu.platform.registry.Registration;
import io.jianhu.platform.registry.Registration.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole platform with a database of its own, and one browser per class. Every test has a browser context of its own,
 * and fails where a page wrote an error to the console: a broken script or something the content security policy stopped.
 */
@SpringBootTest(classes = JianhuPlatform.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class BrowserTest {

    static final String PASSWORD = "a mirror of lakes";

    private static final TestDatabase DB = TestDatabase.fresh();
    private static final int HJ212_PORT = freePort();
    private static final double PATIENCE_MS = 15_000;
    /** All but event streams, which never end. */
    private static final Set<String> AWAITED =
            Set.of("document", "script", "stylesheet", "font", "image", "fetch", "xhr");

    private static Chromium chromium;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<DataLogger> loggers = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<Request> pending = ConcurrentHashMap.newKeySet();

    @LocalServerPort
    private int port;

    @Autowired
    private DeviceDirectory devices;

    /** How a person's screen is set up. */
    record Screen(int width, int height, ColorScheme scheme) {
        static final Screen DESK = new Screen(1_440, 900, ColorScheme.LIGHT);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DB.register(registry);
        registry.add("jianhu.hj212.port", () -> HJ212_PORT);
        registry.add("jianhu.admin-password", () -> PASSWORD);
    }

    @BeforeAll
    static void start_browser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop_browser() {
        chromium.close();
    }

    @AfterEach
    void close_what_the_test_opened() {
        contexts.forEach(BrowserContext::close);
        loggers.forEach(DataLogger::close);
        assertThat(complaints).as("errors on the console of the browser").isEmpty();
    }

    /** A page of a browser in which nobody is logged in. */
    Page stranger(Screen screen) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setColorScheme(screen.scheme())
                        .setViewportSize(screen.width(), screen.height()));
        context.setDefaultTimeout(PATIENCE_MS);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(this::noteComplaint);
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (AWAITED.contains(request.resourceType())) {
                pending.add(request);
            }
        });
        page.onRequestFinished(pending::remove);
        page.onRequestFailed(pending::remove);
        return page;
    }

    /** A page of a browser in which the administrator is logged in. */
    Page administrator(Screen screen) {
        Page page = stranger(screen);
        int status = page.context()
                .request()
                .post(
                        "/api/v1/session",
                        RequestOptions.create().setData(Map.of("login", "admin", "password", PASSWORD)))
                .status();
        assertThat(status).as("log-in").isEqualTo(200);
        return page;
    }

    /** A registered waste-water outlet in Yuecheng, never heard so far. */
    void outlet(String mn, String name) {
        outlet(mn, name, Districts.YUECHENG);
    }

    /** A registered waste-water outlet, never heard so far. */
    void outlet(String mn, String name, Districts district) {
        devices.register(
                mn,
                new Registration(
                        name,
                        Medium.WASTE_WATER,
                        Optional.of(district.code()),
                        Optional.of(new Place(new BigDecimal("120.582"), new BigDecimal("30.002"))),
                        Optional.empty(),
                        new Secret.Keep<>(),
                        new Secret.Keep<>()));
    }

    /** A data logger on the wire, closed with the test. */
    DataLogger logger(String mn) {
        DataLogger logger = DataLogger.connect(HJ212_PORT, mn);
        loggers.add(logger);
        return logger;
    }

    /** Waits until the page has what it asked the platform for, its letters are there and nothing moves. */
    void settle(Page page) {
        page.waitForCondition(pending::isEmpty);
        page.waitForFunction("""
                () => document.fonts.status === 'loaded'
                    && document.getAnimations().every((animation) => animation.playState !== 'running')""");
    }

    /** The name of the frame the device sent last. */
    static String newestFrame(Page page, String mn) {
        APIResponse answer = page.context().request().get("/api/v1/devices/" + mn + "/frames?limit=1");
        return JsonMapper.shared().readTree(answer.text()).at("/items/0/id").asString();
    }

    /** Chromium itself reports every refused request; the refusals that tests of access are about are no defects. */
    private void noteComplaint(ConsoleMessage message) {
        boolean refusal = Stream.of("status of 400", "status of 401", "status of 403", "status of 404")
                        .anyMatch(message.text()::contains)
                && message.location().contains("/api/");
        if (message.type().equals("error") && !refusal) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
