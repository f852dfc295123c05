package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code db} in the health report: whether a connection answers within two seconds, and why not. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final int PATIENCE_SECONDS = 2;

    private final Database database;
    private final DataSource dataSource;

    DatabaseHealth(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder()
                .withDetail("kind", database.kind().name().toLowerCase(Locale.ROOT))
                .withDetail("version", database.serverVersion());
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS)
                    ? health.up().build()
                    : health.down().withDetail("reason", "no answer within 2 s").build();
        } catch (SQLException e) {
            return health.down()
                    .withDetail("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
