package io.jianhu.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jianhu.platform.database.internal.JdbcUrls;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of a test's own, on a server shared by the whole JVM: the embedded one under {@code target/test-pg}, or the one
 * {@code JIANHU_TEST_DB_URL} names.
 *
 * <p>Without Spring: {@code try (TestDatabase db = TestDatabase.fresh()) { db.jdbc()… }}. With Spring:
 *
 * <pre>{@code
 * static final TestDatabase DB = TestDatabase.fresh();
 *
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     DB.register(registry);
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

    private static final String PREFIX = "jianhu_test_";

    private final String name;
    private final String url;
    private final HikariDataSource dataSource;

    private TestDatabase(String name, String url) {
        this.name = name;
        this.url = url;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("set time zone 'Asia/Shanghai'");
        this.dataSource = new HikariDataSource(config);
    }

    /** A new database with the schema of this program. */
    public static TestDatabase fresh() {
        TestDatabase database = empty();
        Flyway.configure()
                .dataSource(database.dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** A new database without any table. */
    public static TestDatabase empty() {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        execute("create database " + name + " template template0");
        return new TestDatabase(name, urlOf(name));
    }

    /** Starts the shared server, if no test has yet. */
    static void startServer() {
        execute("select 1");
    }

    /** JDBC URL with user and password, fit for {@code JIANHU_DB_URL}. */
    public String url() {
        return url;
    }

    /** A small pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Partitions of this database, with the system clock at UTC+8. */
    public Partitions partitions() {
        return new Partitions(dataSource, Clock.system(ZoneOffset.ofHours(8)));
    }

    /** Lets a Spring test context use this database, on free ports. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("jianhu.db-url", () -> url);
        registry.add("jianhu.db-pool", () -> 8);
        registry.add("jianhu.data", () -> "target/test-data");
        registry.add("jianhu.hj212.port", () -> 0);
        registry.add("server.port", () -> 0);
    }

    /** Drops the database, whoever is still connected. Databases of tests that forget this go when the JVM next starts. */
    @Override
    public void close() {
        dataSource.close();
        execute("drop database if exists " + name + " with (force)");
    }

    private static void execute(String sql) {
        try (Connection connection = JdbcUrls.connect(Server.URL);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String urlOf(String database) {
        return Server.URL.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    /** Started by the first test that needs it, stopped when the JVM ends. */
    private static final class Server {

        static final String URL = start();

        private static String start() {
            Database server = Database.connect(new DatabaseSettings(
                    Path.of("target/test-pg"), Optional.ofNullable(System.getenv("JIANHU_TEST_DB_URL"))));
            if (server.isOwner()) {
                dropLeftovers(server.url());
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-postgres"));
            }
            return server.url();
        }

        private static void dropLeftovers(String url) {
            try (Connection connection = JdbcUrls.connect(url);
                    Statement statement = connection.createStatement()) {
                List<String> names = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(
                        "select datname from pg_database where datname like '" + PREFIX + "%'")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                for (String name : names) {
                    statement.execute("drop database " + name + " with (force)");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
