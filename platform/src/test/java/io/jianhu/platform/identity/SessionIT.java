package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT extends RunningPlatform {

    private static final Duration LIMITER_MEMORY = Duration.ofMinutes(31);
    private static final String SESSION = "JIANHU_SESSION";

    @BeforeEach
    void earlier_failures_are_forgotten() {
        clock.advance(LIMITER_MEMORY);
    }

    @Test
    void the_right_password_logs_in() {
        Caller caller = anyone();
        assertThat(caller.get("/api/v1/session").problemCode()).isEqualTo("unauthenticated");

        Answer answer = caller.logIn(ADMIN, PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("login").asString()).isEqualTo(ADMIN);
        assertThat(answer.json().get("display_name").asString()).isEqualTo("管理员");
        assertThat(answer.json().get("kind").asString()).isEqualTo("session");
        assertThat(caller.get("/api/v1/session").json()).isEqualTo(answer.json());
    }

    @Test
    void scripts_cannot_read_the_cookie_and_other_sites_cannot_send_it() {
        assertThat(anyone().logIn(ADMIN, PASSWORD).response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Max-Age"));
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_refused_alike() {
        Answer wrong = anyone().logIn(ADMIN, "not it");
        Answer unknown = anyone().logIn("nobody", "not it");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problemCode()).isEqualTo("wrong-credentials");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(wrong.json().get("title_zh").asString()).isEqualTo("用户名或密码不正确");
        assertThat(anyone().get("/api/v1/devices").status()).isEqualTo(401);
    }

    @Test
    void after_five_failures_even_the_right_password_must_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(anyone().logIn(ADMIN, "guess " + i).status()).isEqualTo(401);
        }
        Answer limited = anyone().logIn(ADMIN, PASSWORD);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.problemCode()).isEqualTo("too-many-attempts");
        int seconds = Integer.parseInt(limited.header("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(1, 900);

        clock.advance(Duration.ofSeconds(seconds));
        assertThat(anyone().logIn(ADMIN, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_browser_that_has_logged_in_before_is_not_held_up_by_what_others_do() {
        Caller known = administrator();
        for (int i = 0; i < 6; i++) {
            anyone().logIn(ADMIN, "guess " + i);
        }
        assertThat(anyone().logIn(ADMIN, PASSWORD).status()).isEqualTo(429);
        assertThat(known.logIn(ADMIN, PASSWORD).status()).isEqualTo(200);

        for (int i = 0; i < 5; i++) {
            assertThat(known.logIn(ADMIN, "guess " + i).status()).isEqualTo(401);
        }
        assertThat(known.logIn(ADMIN, PASSWORD).status())
                .as("it answers for itself")
                .isEqualTo(429);
    }

    @Test
    void a_change_needs_the_token_that_only_our_pages_can_read() {
        Caller caller = administrator();
        Answer without = caller.send("PUT", "/api/v1/devices/CSRF-1", "{\"name\":\"x\",\"medium\":\"air\"}");
        assertThat(without.status()).isEqualTo(403);
        assertThat(without.problemCode()).isEqualTo("csrf-token-missing");

        Answer with = caller.change("PUT", "/api/v1/devices/CSRF-1", "{\"name\":\"x\",\"medium\":\"air\"}");
        assertThat(with.status()).isEqualTo(201);
    }

    @Test
    void the_token_changes_with_the_log_in() {
        Caller caller = anyone();
        caller.get("/api/v1/session");
        String before = caller.cookie("XSRF-TOKEN").orElseThrow();
        caller.logIn(ADMIN, PASSWORD);
        assertThat(caller.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void logging_out_ends_the_session_at_once() {
        Caller caller = administrator();
        String secret = caller.cookie(SESSION).orElseThrow();

        assertThat(caller.change("DELETE", "/api/v1/session", "").status()).isEqualTo(204);

        assertThat(caller.cookie(SESSION)).isEmpty();
        assertThat(anyone().withCookie(SESSION, secret).get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void a_session_planted_before_the_log_in_is_worth_nothing() {
        Caller victim = anyone().withCookie(SESSION, "planted");
        victim.logIn(ADMIN, PASSWORD);
        assertThat(victim.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(anyone().withCookie(SESSION, "planted")
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void logging_in_again_ends_the_session_before() {
        Caller caller = administrator();
        String first = caller.cookie(SESSION).orElseThrow();
        caller.logIn(ADMIN, PASSWORD);
        assertThat(anyone().withCookie(SESSION, first).get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void twelve_idle_hours_end_a_session_and_use_keeps_it() {
        Caller used = administrator();
        Caller idle = administrator();
        clock.advance(Duration.ofHours(11));
        assertThat(used.get("/api/v1/session").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        assertThat(used.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(idle.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void a_foreign_page_cannot_log_somebody_in() {
        Answer form = anyone().with("Content-Type", "text/plain").logIn(ADMIN, PASSWORD);
        assertThat(form.status()).isEqualTo(415);

        Answer foreign = anyone().with("Sec-Fetch-Site", "cross-site").logIn(ADMIN, PASSWORD);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.problemCode()).isEqualTo("foreign-login");
    }

    @Test
    void a_log_in_without_a_password_says_which_field_is_missing() {
        Answer answer = anyone().send("POST", "/api/v1/session", "{\"login\":\"admin\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problemCode()).isEqualTo("invalid-fields");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("password");
    }

    @Test
    void only_digests_are_kept() {
        Caller caller = administrator();
        String secret = caller.cookie(SESSION).orElseThrow();
        assertThat(DB.jdbc()
                        .sql("select count(*) from session where session_sha256 = sha256(:secret::bytea)")
                        .param("secret", secret)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(DB.jdbc()
                        .sql("select password_hash from account where login = 'admin'")
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
