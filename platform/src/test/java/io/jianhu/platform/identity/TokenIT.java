package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.RunningPlatform;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class TokenIT extends RunningPlatform {

    /** What a command printed, and its exit code. */
    private record Outcome(int code, String text) {}

    @Test
    void a_token_works_until_it_is_revoked() {
        String token = created("token", "create", "bench");
        Caller program = anyone().withBearer(token);
        Caller.Answer who = program.get("/api/v1/session");
        assertThat(who.status()).isEqualTo(200);
        assertThat(who.json().get("kind").asString()).isEqualTo("token");
        assertThat(who.json().get("login").asString()).isEqualTo("bench");

        assertThat(jianhu("token", "revoke", "bench").code()).isZero();

        Caller.Answer refused = program.get("/api/v1/devices");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.problemCode()).isEqualTo("unauthenticated");
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(jianhu("token", "revoke", "bench").code()).isOne();
    }

    @Test
    void a_program_needs_no_csrf_token_and_is_given_no_cookie() {
        Caller program = anyone().withBearer(created("token", "create", "writer"));
        Caller.Answer answer = program.send("PUT", "/api/v1/devices/TOKEN-1", "{\"name\":\"x\",\"medium\":\"air\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_wrong_token_is_not_helped_by_a_good_cookie() {
        assertThat(administrator().withBearer("jh_wrong").get("/api/v1/devices").status())
                .isEqualTo(401);
    }

    @Test
    void a_token_for_some_days_ends_with_them() {
        Caller program = anyone().withBearer(created("token", "create", "visitor", "--days", "2"));
        Instant end = DB.jdbc()
                .sql("select expires_at from api_token where name = 'visitor'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(Duration.between(Instant.now(), end)).isBetween(Duration.ofHours(47), Duration.ofHours(48));

        clock.advance(Duration.between(clock.instant(), end.minusSeconds(60)));
        assertThat(program.get("/api/v1/session").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));
        assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void the_list_shows_use_and_never_the_token() {
        String token = created("token", "create", "listed");
        anyone().withBearer(token).get("/api/v1/session");

        String list = jianhu("token", "list").text();

        assertThat(list).doesNotContain(token);
        assertThat(list.lines().filter(line -> line.startsWith("listed ")))
                .singleElement()
                .asString()
                .contains(token.substring(0, 9) + "…")
                .contains("in force")
                .matches(".*\\+08:00 +never +\\d{4}-.*\\+08:00");
        assertThat(DB.jdbc()
                        .sql("select t::text from api_token t where name = 'listed'")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void a_name_is_taken_only_while_its_token_is_in_force() {
        String first = created("token", "create", "again");
        Outcome second = jianhu("token", "create", "again");
        assertThat(second.code()).isOne();
        assertThat(second.text()).contains("is in force").contains("仍有效");
        jianhu("token", "revoke", "again");
        assertThat(created("token", "create", "again")).isNotEqualTo(first);
    }

    @Test
    void wrong_usage_says_what_is_right() {
        assertThat(jianhu("token")).satisfies(outcome -> {
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.text()).contains("token create NAME [--days N]");
        });
        assertThat(jianhu("token", "create", "bad name").code()).isEqualTo(2);
        assertThat(jianhu("token", "create", "x", "--days", "0").code()).isEqualTo(2);
        assertThat(jianhu("token", "create", "x", "--days", "soon").code()).isEqualTo(2);
    }

    private static String created(String... words) {
        Outcome outcome = jianhu(words);
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).matches("jh_[0-9A-Za-z]{43}\\R");
        return outcome.text().strip();
    }

    private static Outcome jianhu(String... words) {
        CliCommand command = ServiceLoader.load(CliCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals(words[0]))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Database database =
                        Database.connect(new DatabaseSettings(Path.of("target/test-data"), Optional.of(DB.url())));
                PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int code = command.run(List.of(words).subList(1, words.length), database, out);
            return new Outcome(code, bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
