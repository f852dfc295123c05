package io.jianhu.platform.support;

import io.jianhu.platform.JianhuPlatform;
import io.jianhu.platform.database.TestDatabase;
import java.time.Duration;
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
    protected static final String PERSONS_PASSWORD = "Mirror-Lake-330681";
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
        return enter(ADMIN, PASSWORD);
    }

    /** Where earlier tests have failed to log in on purpose, waits until that is forgotten. */
    private Caller enter(String login, String password) {
        Caller caller = anyone();
        Caller.Answer answer = caller.logIn(login, password);
        if (answer.status() == 429) {
            clock.advance(Duration.ofMinutes(31));
            answer = caller.logIn(login, password);
        }
        if (answer.status() != 200) {
            throw new AssertionError("cannot log in: " + answer);
        }
        return caller;
    }

    /** A browser in which a new person is logged in who has that role and sees those regions; everything where none is named. */
    protected Caller person(String login, String role, String... regions) {
        String scope = regions.length == 0
                ? "{\"everything\": true}"
                : "{\"regions\": [\"" + String.join("\", \"", regions) + "\"]}";
        Caller.Answer made = administrator().change("POST", "/api/v1/users", """
                        {"login": "%s", "display_name": "%s", "roles": [%s], "scope": %s, "reason": "test"}""".formatted(
                        login, login, role.isEmpty() ? "" : '"' + role + '"', scope));
        if (made.status() != 201) {
            throw new AssertionError("no user: " + made);
        }
        String given = made.json().get("password").asString();
        Caller caller = enter(login, given);
        Caller.Answer changed =
                caller.change("PUT", "/api/v1/account/password", """
                        {"current_password": "%s", "new_password": "%s"}""".formatted(given, PERSONS_PASSWORD));
        if (changed.status() != 204) {
            throw new AssertionError("no password: " + changed);
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
