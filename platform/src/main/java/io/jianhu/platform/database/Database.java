package io.jianhu.platform.database;

import io.jianhu.platform.database.internal.EmbeddedPostgres;
import io.jianhu.platform.database.internal.JdbcUrls;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that is up: the embedded one, or a server of the operator's own. open or connect → migrate → use → close.
 * {@link #close} stops the embedded server if and only if this object started it.
 */
public final class Database implements AutoCloseable {

    /** Who looks after the server. */
    public enum Kind {
        EMBEDDED,
        EXTERNAL
    }

    /** The oldest major version whose SQL the platform's migrations use. */
    public static final int OLDEST_SERVER = 15;

    private final Kind kind;
    private final String url;
    private final String serverVersion;
    private final Optional<EmbeddedPostgres> owned;

    private Database(Kind kind, String url, Optional<EmbeddedPostgres> owned) {
        this.kind = kind;
        this.url = url;
        this.owned = owned;
        this.serverVersion = checkedServerVersion(url);
    }

    /**
     * For the platform: starts the embedded server, or checks the external one.
     *
     * @throws DatabaseException another Jianhu runs on the folder; the server does not start, answer or is older than 15
     */
    public static Database open(DatabaseSettings settings) {
        return settings.url()
                .map(url -> new Database(Kind.EXTERNAL, url, Optional.empty()))
                .orElseGet(() -> startEmbedded(settings));
    }

    /**
     * For commands: joins the embedded server of a running platform, else starts it for as long as this object is open.
     *
     * @throws DatabaseException as {@link #open}
     */
    public static Database connect(DatabaseSettings settings) {
        if (settings.url().isPresent()) {
            return open(settings);
        }
        return EmbeddedPostgres.findRunning(settings.dataFolder())
                .map(url -> new Database(Kind.EMBEDDED, url, Optional.empty()))
                .orElseGet(() -> startEmbedded(settings));
    }

    private static Database startEmbedded(DatabaseSettings settings) {
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.dataFolder());
        try {
            return new Database(Kind.EMBEDDED, server.url(), Optional.of(server));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public Kind kind() {
        return kind;
    }

    /** JDBC URL with user and password; never to be logged. */
    public String url() {
        return url;
    }

    /** Like {@code 18.6}. */
    public String serverVersion() {
        return serverVersion;
    }

    /** Whether this object started the server, so that nobody else is using it. */
    public boolean isOwner() {
        return owned.isPresent();
    }

    /** Connections without a pool, for commands. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    /**
     * Brings the schema to the version of this program.
     *
     * @throws DatabaseException a migration fails, or the schema was made by other migrations than this program has
     */
    public void migrate() {
        try {
            Flyway.configure()
                    .dataSource(dataSource())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("""
                    The tables in this database do not fit this version of Jianhu: %s
                    Run the version that made them, or restore a backup into an empty data folder.
                    该数据库的表结构与本版鉴湖不符。请使用建立它的版本，或把备份恢复到空的数据目录。""".formatted(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        owned.ifPresent(EmbeddedPostgres::close);
    }

    private static String checkedServerVersion(String url) {
        try (Connection connection = JdbcUrls.connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            row.next();
            int major = row.getInt(1) / 10_000;
            String version = row.getString(2);
            if (major < OLDEST_SERVER) {
                throw new DatabaseException("""
                        The PostgreSQL server is version %s; Jianhu needs %d or newer. Upgrade it, or unset JIANHU_DB_URL to use the embedded one.
                        PostgreSQL 服务器版本为 %s，鉴湖需要 %d 或更高版本。请升级，或取消 JIANHU_DB_URL 以使用内嵌数据库。""".formatted(version, OLDEST_SERVER, version, OLDEST_SERVER));
            }
            return version;
        } catch (SQLException e) {
            throw new DatabaseException("""
                    Cannot reach PostgreSQL at %s: %s
                    Check that the server runs, and user and password in JIANHU_DB_URL.
                    无法连接 PostgreSQL，请检查服务器是否运行，以及 JIANHU_DB_URL 中的用户名和密码。""".formatted(JdbcUrls.withoutPassword(url), e.getMessage()), e);
        }
    }
}
