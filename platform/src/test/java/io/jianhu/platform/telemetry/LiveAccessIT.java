package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.RunningPlatform;
import io.jianhu.platform.support.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches sees what is theirs, as long as it is. */
class LiveAccessIT extends RunningPlatform {

    private static final Duration SECONDS = Duration.ofSeconds(8);

    private Caller admin = Caller.of(1);

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void a_stream_of_zhuji_carries_frames_and_counts_of_zhuji_alone() throws IOException {
        device("LIVE-ZHUJI", "330681");
        device("LIVE-YUECHENG", "330602");
        Caller officer = person("live.zhuji", "district-officer", "330681");
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live", officer);
                Wire wire = new Wire(hj212Port())) {
            stream.await("overview", overview -> true);
            wire.send(Fleet.frame("LIVE-YUECHENG", LocalDateTime.now(clock)));
            wire.get();
            wire.send(Fleet.frame("LIVE-ZHUJI", LocalDateTime.now(clock).plusSeconds(1)));
            wire.get();
            assertThat(stream.await("frame", frame -> true).data().get("mn").asString())
                    .as("the first frame that comes")
                    .isEqualTo("LIVE-ZHUJI");
            assertThat(stream.await("overview", overview -> true)
                            .data()
                            .get("by_district")
                            .valueStream()
                            .filter(district -> district.get("total").asInt() > 0)
                            .map(district -> district.get("district_code").asString()))
                    .containsExactly("330681");
        }
    }

    @Test
    void the_stream_of_a_foreign_device_is_the_stream_of_none() {
        device("LIVE-FOREIGN", "330602");
        Caller officer = person("live.foreign", "district-officer", "330681");
        assertThat(officer.get("/api/v1/live?mn=LIVE-FOREIGN").status()).isEqualTo(404);
    }

    @Test
    void a_log_out_ends_the_stream_within_seconds() {
        Caller officer = person("live.out", "district-officer", "330681");
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live", officer)) {
            officer.change("DELETE", "/api/v1/session", "");
            assertThat(stream.endsWithin(SECONDS)).isTrue();
        }
    }

    @Test
    void a_role_or_a_scope_taken_away_ends_the_stream_within_seconds() {
        Caller officer = person("live.role", "district-officer", "330681");
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live", officer)) {
            change("live.role", "[\"district-officer\"]", "330683");
            assertThat(stream.endsWithin(SECONDS)).isTrue();
        }
        try (EventStream stream = EventStream.open(httpPort(), "/api/v1/live", officer)) {
            change("live.role", "[]", "330683");
            assertThat(stream.endsWithin(SECONDS)).isTrue();
        }
    }

    @Test
    void a_revoked_token_ends_the_stream_within_seconds() {
        String secret =
                admin.change("POST", "/api/v1/tokens", """
                        {"name": "watcher", "days": 1, "permissions": ["devices.read"], "reason": "x"}""").json().get("secret").asString();
        Caller program = anyone().withBearer(secret);
        assertThat(program.get("/api/v1/devices").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/findings").problemCode()).isEqualTo("permission-missing");
        try (EventStream stream = EventStream.openWithToken(httpPort(), "/api/v1/live", secret)) {
            stream.await("overview", overview -> true);
            admin.change("POST", "/api/v1/tokens/watcher/revoke", "{\"reason\": \"x\"}");
            assertThat(stream.endsWithin(SECONDS)).isTrue();
        }
    }

    private void device(String mn, String district) {
        admin.change(
                "PUT",
                "/api/v1/devices/" + mn,
                "{\"name\": \"x\", \"medium\": \"waste-water\", \"district_code\": \"" + district + "\"}");
    }

    private void change(String login, String roles, String region) {
        assertThat(admin.change("PUT", "/api/v1/users/" + login, """
                        {"display_name": "x", "roles": %s, "scope": {"regions": ["%s"]}, "reason": "x"}""".formatted(roles, region))
                        .status())
                .isEqualTo(200);
    }
}
