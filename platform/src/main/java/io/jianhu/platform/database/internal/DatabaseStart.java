package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts and migrates the database beside the start of Spring, which saves the time of the shorter one. Registered before any
 * bean is made, so that its end comes after every bean's, also when the start of the platform fails half-way.
 */
final class DatabaseStart implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStart.class);

    private final DatabaseSettings settings;
    private final CompletableFuture<Database> database = new CompletableFuture<>();

    private DatabaseStart(DatabaseSettings settings) {
        this.settings = settings;
    }

    DatabaseSettings settings() {
        return settings;
    }

    /** Waits for it. The failure of the start, if any, is thrown here as it was there. */
    Database database() {
        try {
            return database.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void destroy() {
        if (!database.handle((started, failure) -> failure != null).join()) {
            database.join().close();
        }
    }

    private void begin() {
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                database.complete(open());
            } catch (RuntimeException | Error e) {
                database.completeExceptionally(e);
            }
        });
    }

    private Database open() {
        long begin = System.nanoTime();
        Database opened = Database.open(settings);
        try {
            long up = System.nanoTime();
            opened.migrate();
            log.info(
                    "PostgreSQL {} ({}) up in {} ms, schema checked in {} ms",
                    opened.serverVersion(),
                    opened.kind().name().toLowerCase(Locale.ROOT),
                    Duration.ofNanos(up - begin).toMillis(),
                    Duration.ofNanos(System.nanoTime() - up).toMillis());
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Named in {@code META-INF/spring.factories}. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Environment environment = context.getEnvironment();
            DatabaseStart start = new DatabaseStart(new DatabaseSettings(
                    Path.of(environment.getRequiredProperty("jianhu.data")),
                    Optional.ofNullable(environment.getProperty("jianhu.db-url"))));
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("databaseStart", start);
            beans.registerDisposableBean("databaseStart", start);
            start.begin();
        }
    }
}
