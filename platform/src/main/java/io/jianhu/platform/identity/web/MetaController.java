package io.jianhu.platform.identity.web;

import io.jianhu.platform.identity.NeedsNothing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages must know before anybody has logged in. */
@RestController
class MetaController {

    private static final String VERSION_FILE = "/META-INF/jianhu.properties";

    private final Environment environment;
    private final Clock clock;
    private final String version;

    MetaController(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.version = readVersion();
    }

    /**
     * The platform itself.
     *
     * @param hj212Port where data loggers connect
     * @param now its clock
     */
    record Meta(String name, String nameZh, String version, int httpPort, int hj212Port, Instant now) {}

    @NeedsNothing
    @GetMapping("/api/v1/meta")
    Meta meta() {
        return new Meta(
                "Jianhu",
                "鉴湖",
                version,
                environment.getRequiredProperty("local.server.port", Integer.class),
                environment.getRequiredProperty("jianhu.hj212.port", Integer.class),
                clock.instant());
    }

    private static String readVersion() {
        try (InputStream in = MetaController.class.getResourceAsStream(VERSION_FILE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
