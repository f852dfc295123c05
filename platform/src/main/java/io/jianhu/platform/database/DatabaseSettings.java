package io.jianhu.platform.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows live.
 *
 * @param dataFolder folder of everything the platform keeps on this machine ({@code JIANHU_DATA}); absolute
 * @param url JDBC URL of a PostgreSQL server, with user and password ({@code JIANHU_DB_URL}); empty: the embedded one
 */
public record DatabaseSettings(Path dataFolder, Optional<String> url) {

    public DatabaseSettings {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        url = url.map(String::strip).filter(text -> !text.isEmpty());
        url.filter(text -> !text.startsWith("jdbc:postgresql:")).ifPresent(text -> {
            throw new DatabaseException("""
                    JIANHU_DB_URL must look like jdbc:postgresql://host:5432/jianhu?user=…&password=…
                    JIANHU_DB_URL 应形如 jdbc:postgresql://host:5432/jianhu?user=…&password=…""");
        });
    }

    /** The settings in environment variables, for programs that run without Spring. */
    public static DatabaseSettings of(Map<String, String> environment) {
        return new DatabaseSettings(
                Path.of(environment.getOrDefault("JIANHU_DATA", "./data")),
                Optional.ofNullable(environment.get("JIANHU_DB_URL")));
    }
}
