package io.jianhu.platform.database.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** JDBC URLs that carry user and password. */
public final class JdbcUrls {

    private static final Driver DRIVER = new Driver();

    private JdbcUrls() {}

    static String embedded(int port, String database, String user, String password) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s&sslmode=disable&gssEncMode=disable"
                .formatted(port, encode(database), encode(user), encode(password));
    }

    /** Opens one connection without the class-path scan of {@link java.sql.DriverManager}. */
    public static Connection connect(String url) throws SQLException {
        Connection connection = DRIVER.connect(url, new Properties());
        if (connection == null) {
            throw new SQLException("not a PostgreSQL URL");
        }
        return connection;
    }

    /** Whether a server lets us in and answers. */
    static boolean answers(String url) {
        try (Connection connection = connect(url)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The URL as it may be logged: without its password. */
    public static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
