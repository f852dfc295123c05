package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import io.jianhu.platform.telemetry.StoredFrames.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DeviceIT extends RunningPlatform {

    private Caller admin = Caller.of(1);
    private final StoredFrames frames;

    DeviceIT(@Autowired DeviceDirectory directory) {
        this.frames = new StoredFrames(DB, directory);
    }

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void every_frame_is_on_exactly_one_page_newest_first() {
        Instant now = clock.instant();
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            Instant at = now.minus(Duration.ofHours(6L * (23 - i)));
            stored.add(frames.realtime("PAGE-1", at, "w01018-Rtd", "1" + i).toString());
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = admin.get("/api/v1/devices/PAGE-1/frames?limit=5" + cursor);
            assertThat(page.status()).isEqualTo(200);
            page.json().get("items").forEach(item -> read.add(item.get("id").asString()));
            JsonNode next = page.json().get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
            pages++;
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(5);
        assertThat(read).isEqualTo(stored.reversed());
    }

    @Test
    void a_filtered_list_follows_a_rare_frame_over_days_without_frames() {
        Instant now = clock.instant();
        Set<String> rejected = new HashSet<>();
        byte[] bytes = StoredFrames.bytes("PAGE-2", "2011", now);
        for (int day : List.of(150, 90, 3, 1)) {
            Instant at = now.minus(Duration.ofDays(day));
            Columns columns = Columns.of("2011", "").with(Verdict.REJECTED, "CRC_MISMATCH@10");
            rejected.add(frames.store("PAGE-2", at, at, bytes, columns).toString());
            frames.realtime("PAGE-2", at.plusSeconds(1), "w01018-Rtd", "1");
        }
        Set<String> read = new HashSet<>();
        String cursor = "";
        do {
            Answer page = admin.get("/api/v1/devices/PAGE-2/frames?verdict=rejected&limit=2" + cursor);
            page.json().get("items").forEach(item -> {
                assertThat(read.add(item.get("id").asString())).isTrue();
                assertThat(item.get("findings").get(0).asString()).isEqualTo("CRC_MISMATCH");
                assertThat(item.get("acknowledged").asBoolean()).isFalse();
            });
            JsonNode next = page.json().get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(rejected);
    }

    @Test
    void a_cursor_works_only_unchanged_and_with_its_own_query() {
        Instant now = clock.instant();
        IntStream.range(0, 3).forEach(i -> frames.realtime("PAGE-3", now.plusMillis(i), "w01018-Rtd", "1"));
        frames.realtime("PAGE-4", now, "w01018-Rtd", "1");
        String cursor = admin.get("/api/v1/devices/PAGE-3/frames?limit=1")
                .json()
                .get("next_cursor")
                .asString();
        assertThat(admin.get("/api/v1/devices/PAGE-4/frames?limit=1&cursor=" + cursor)
                        .problemCode())
                .isEqualTo("bad-cursor");
        String mangled = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        assertThat(admin.get("/api/v1/devices/PAGE-3/frames?limit=1&cursor=" + mangled)
                        .problemCode())
                .isEqualTo("bad-cursor");
        assertThat(admin.get("/api/v1/devices/PAGE-3/frames?cursor=%21").problemCode())
                .isEqualTo("bad-cursor");
    }

    @Test
    void devices_are_found_by_status_medium_district_state_and_text() {
        admin.change("PUT", "/api/v1/devices/FIND-1", """
                {"name": "袍江印染", "medium": "waste-water", "district_code": "330602"}""");
        admin.change("PUT", "/api/v1/devices/FIND-2", """
                {"name": "上虞热电", "medium": "flue-gas", "district_code": "330604"}""");
        assertThat(names("q=FIND-")).containsExactly("袍江印染", "上虞热电");
        assertThat(names("q=FIND-&medium=flue-gas")).containsExactly("上虞热电");
        assertThat(names("q=FIND-&district=330602")).containsExactly("袍江印染");
        assertThat(names("q=FIND-&state=never&status=registered")).hasSize(2);
        assertThat(names("q=FIND-&state=live")).isEmpty();
        assertThat(names("q=印染")).contains("袍江印染").doesNotContain("上虞热电");
    }

    @Test
    void every_device_is_on_exactly_one_page_and_the_total_is_told() {
        IntStream.range(0, 12).forEach(i -> admin.change("PUT", "/api/v1/devices/MANY-" + i, """
                        {"name": "n", "medium": "air"}"""));
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    admin.get("/api/v1/devices?q=MANY-&limit=5" + cursor).json();
            assertThat(page.get("total").asInt()).isEqualTo(12);
            page.get("items").forEach(item -> read.add(item.get("mn").asString()));
            JsonNode next = page.get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(read).hasSize(12).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void what_is_out_of_range_is_refused_and_named() {
        assertThat(fields(admin.get("/api/v1/devices?limit=1001"))).containsExactly("limit out-of-range");
        assertThat(fields(admin.get("/api/v1/devices?state=dead"))).containsExactly("state not-a-choice");
        assertThat(fields(admin.get("/api/v1/devices/PAGE-1/frames?from=yesterday")))
                .containsExactly("from not-a-instant");
        assertThat(fields(admin.get("/api/v1/devices/-/findings?days=0"))).containsExactly("days out-of-range");
    }

    @Test
    void a_device_nobody_heard_of_is_not_found() {
        for (String path : List.of("", "/frames", "/realtime?factor=w01018", "/findings")) {
            Answer answer = admin.get("/api/v1/devices/NOBODY" + path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problemCode()).isEqualTo("not-found");
            assertThat(answer.json().get("detail_zh").asString()).contains("NOBODY");
        }
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        admin.get("/api/v1/devices?"
                        + java.net.URI.create("/?" + query).toASCIIString().substring(2))
                .json()
                .get("items")
                .forEach(item -> names.add(item.get("name").asString()));
        return names;
    }

    static List<String> fields(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        List<String> fields = new ArrayList<>();
        answer.json()
                .get("errors")
                .forEach(error -> fields.add(
                        error.get("field").asString() + " " + error.get("code").asString()));
        return fields;
    }
}
