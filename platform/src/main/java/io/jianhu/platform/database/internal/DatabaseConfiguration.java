package io.jianhu.platform.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.Partitions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database as beans. What uses the pool is destroyed before the pool, and the pool before the server. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseSettings databaseSettings(DatabaseStart start) {
        return start.settings();
    }

    /** Closed by {@link DatabaseStart}, after every bean. */
    @Bean(destroyMethod = "")
    Database database(DatabaseStart start) {
        return start.database();
    }

    /** A pool for web requests, the gateway's writers and the live view; the embedded server allows 60 connections. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, @Value("${jianhu.db-pool}") int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("jianhu");
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.setConnectionTimeout(10_000);
        config.setConnectionInitSql("set time zone 'Asia/Shanghai'");
        config.addDataSourceProperty("ApplicationName", "jianhu");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    @Bean
    Partitions partitions(HikariDataSource dataSource, Clock clock) {
        Partitions partitions = new Partitions(dataSource, clock);
        partitions.ensureAhead();
        return partitions;
    }
}
