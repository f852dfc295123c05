package io.jianhu.platform.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.ServerFolder;
import io.jianhu.platform.database.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class HealthIT {

    private static final Path FOLDER = Path.of("target");

    @Test
    void a_database_that_answers_is_up_with_its_version() {
        try (TestDatabase db = TestDatabase.fresh();
                Database database = Database.open(new DatabaseSettings(FOLDER, Optional.of(db.url())))) {
            Health health = new DatabaseHealth(database, db.dataSource()).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("kind", "external")
                    .containsEntry("version", database.serverVersion());
        }
    }

    @Test
    void a_database_that_is_gone_is_down_with_the_reason() {
        try (ServerFolder folder = ServerFolder.open()) {
            Database database = folder.start();
            try (HikariDataSource pool = impatientPool(database.url())) {
                database.close();
                Health health = new DatabaseHealth(database, pool).health();
                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails())
                        .containsEntry("kind", "embedded")
                        .containsKey("reason");
            }
        }
    }

    @Test
    void a_disk_with_too_little_room_is_down_and_says_how_little() {
        DatabaseSettings settings = new DatabaseSettings(FOLDER, Optional.empty());
        assertThat(new DiskHealth(settings, DataSize.ofMegabytes(1)).health().getStatus())
                .isEqualTo(Status.UP);
        Health full = new DiskHealth(settings, DataSize.ofTerabytes(1_000)).health();
        assertThat(full.getStatus()).isEqualTo(Status.DOWN);
        assertThat(full.getDetails()).containsKey("free_bytes");
        assertThat(String.valueOf(full.getDetails().get("reason"))).startsWith("disk: less than");
    }

    private static HikariDataSource impatientPool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(500);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
