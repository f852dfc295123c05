package io.jianhu.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium. {@code JIANHU_CHROMIUM} names another one. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path executable = find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS)
                        .setHeadless(true));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path find() {
        Optional<String> named =
                Optional.ofNullable(System.getenv("JIANHU_CHROMIUM")).filter(path -> !path.isBlank());
        return Stream.concat(named.stream(), USUAL_PLACES.stream().filter(path -> named.isEmpty()))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("""
                        No Chromium for the browser tests%s.
                          Debian / Ubuntu   apt-get install chromium fonts-wqy-zenhei
                          macOS             brew install --cask google-chrome
                        Or set JIANHU_CHROMIUM to the browser's executable.""".formatted(
                                named.map(path -> " at JIANHU_CHROMIUM=" + path).orElse(""))));
    }
}
