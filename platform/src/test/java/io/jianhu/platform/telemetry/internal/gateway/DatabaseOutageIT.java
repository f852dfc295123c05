package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.internal.EmbeddedPostgres;
import io.jianhu.platform.support.FaultFolder;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.KeptFrames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** PostgreSQL is stopped and started again while devices send. */
class DatabaseOutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void devices_wait_or_send_again_and_nothing_acknowledged_is_lost() throws Exception {
        try (FaultFolder folder = FaultFolder.create("outage")) {
            survive(folder.path());
        }
    }

    private static void survive(Path folder) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        String url = server.url();
        Database database = Database.connect(new DatabaseSettings(folder, Optional.of(url)));
        database.migrate();
        try (HikariDataSource pool = pool(url);
                RunningGateway gateway = RunningGateway.over(url, pool);
                Fleet fleet = new Fleet(gateway.port(), Duration.ofSeconds(2), Duration.ofMillis(5))) {
            fleet.start("OUTAGE", 50);
            for (int outage = 0; outage < 2; outage++) {
                fleet.awaitAcknowledgements(1_000, LIMIT);
                server.close();
                awaitStall(gateway);
                fleet.forgetAcknowledgements();
                assertThat(gateway.health().getStatus()).isEqualTo(Status.DOWN);
                assertThat(gateway.health().getDetails()).containsKeys("reason", "stalled_since");
                assertThat(fleet.forgetAcknowledgements())
                        .as("acknowledged while nothing could be stored")
                        .isZero();
                server = EmbeddedPostgres.start(folder);
                assertThat(server.url()).as("the same port again").isEqualTo(url);
            }
            fleet.awaitAcknowledgements(1_000, LIMIT);
            assertThat(gateway.health().getStatus()).isEqualTo(Status.UP);
            fleet.close();
            gateway.close();
            KeptFrames.assertNothingLost(database, fleet);
        } finally {
            server.close();
        }
    }

    private static void awaitStall(RunningGateway gateway) {
        Instant limit = Instant.now().plus(LIMIT);
        while (gateway.status().stalledSince().isEmpty()) {
            assertThat(Instant.now()).as("the gateway notices the outage").isBefore(limit);
            Thread.onSpinWait();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
