package io.jianhu.platform.support;

import io.jianhu.platform.JianhuPlatform;
import io.jianhu.platform.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole platform on free ports over a database of its own, shared by all classes that extend this one. */
@SpringBootTest(classes = JianhuPlatform.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RunningPlatform.TestClock.class)
public abstract class RunningPlatform {

    protected static final String ADMIN = "admin";
    protected static final String PASSWORD = "a mirror of lakes";
    protected static final TestDatabase DB = TestDatabase.fresh();

    @LocalServerPort
    private int port;

    @Autowired
    protected SettableClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DB.register(registry);
        registry.add("jianhu.admin-password", () -> PASSWORD);
    }

    /** Where the platform listens for people and programs. */
    protected int httpPort() {
        return port;
    }

    /** Where the platform listens for data loggers. */
    protected int hj212Port() {
        return administrator()
                .get("/actuator/health")
                .json()
                .at("/components/gateway/details/port")
                .asInt();
    }

    /** Somebody new. */
    protected Caller anyone() {
        return Caller.of(port);
    }

    /** A browser in which the administrator is logged in. */
    protected Caller administrator() {
        Caller caller = anyone();
        Caller.Answer answer = caller.logIn(ADMIN, PASSWORD);
        if (answer.status() != 200) {
            throw new AssertionError("cannot log in: " + answer);
        }
        return caller;
    }

    @TestConfiguration
    static class TestClock {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }
}
