package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.RunningPlatform;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SeriesIT extends RunningPlatform {

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private Caller admin = Caller.of(1);
    private final StoredFrames frames;
    private final DeviceDirectory directory;

    SeriesIT(@Autowired DeviceDirectory directory) {
        this.directory = directory;
        this.frames = new StoredFrames(DB, directory);
    }

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void values_are_as_sent_and_what_is_missing_is_a_gap_and_never_zero() {
        String[] sent = {"12.50", "--", "", "0", "-3.1"};
        for (int i = 0; i < sent.length; i++) {
            frames.realtime("SERIES-1", START.plusSeconds(60L * i), "w01018-Rtd", sent[i], "w01018-Flag", "N");
        }
        JsonNode series = realtime("SERIES-1", "");
        assertThat(texts(series, "value")).containsExactly(sent);
        assertThat(series.at("/points/0/number").decimalValue()).isEqualByComparingTo("12.50");
        assertThat(series.at("/points/1/number").isNull()).isTrue();
        assertThat(series.at("/points/2/number").isNull()).isTrue();
        assertThat(series.at("/points/3/number").decimalValue()).isZero();
        assertThat(series.get("downsampled").asBoolean()).isFalse();
        assertThat(series.get("truncated").asBoolean()).isFalse();
        assertThat(series.get("total").asInt()).isEqualTo(5);
        assertThat(series.get("name_zh").asString()).isEqualTo("化学需氧量");
        assertThat(series.at("/points/0/time").asString()).isEqualTo("2026-11-20T08:00:00+08:00");
    }

    @Test
    void a_long_series_is_thinned_keeps_its_extremes_its_marks_and_gaps_and_says_so() {
        for (int i = 0; i < 400; i++) {
            String value = i == 137 ? "999" : i == 251 ? "-5" : i == 300 ? "--" : "10." + i % 10;
            frames.realtime(
                    "SERIES-2", START.plusSeconds(30L * i), "w01018-Rtd", value, "w01018-Flag", i == 77 ? "D" : "N");
        }
        JsonNode series = realtime("SERIES-2", "&limit=40");
        assertThat(series.get("downsampled").asBoolean()).isTrue();
        assertThat(series.get("total").asInt()).isEqualTo(400);
        assertThat(series.get("shown").asInt())
                .isEqualTo(series.get("points").size())
                .isLessThanOrEqualTo(40);
        assertThat(texts(series, "value")).contains("999", "-5", "--");
        assertThat(texts(series, "mark")).contains("D");
        assertThat(texts(series, "time")).isSorted();
        assertThat(series.get("notice").asString()).contains("of 400");
        assertThat(series.get("notice_zh").asString()).contains("共 400 个点");
    }

    @Test
    void what_a_device_sent_late_is_in_its_place() {
        frames.data("SERIES-3", "2011", START.plusSeconds(60), START.plusSeconds(60), "w01018-Rtd", "2");
        frames.data("SERIES-3", "2011", START, START.plusSeconds(86_400 * 4), "w01018-Rtd", "1");
        assertThat(texts(realtime("SERIES-3", ""), "value")).containsExactly("1", "2");
    }

    @Test
    void a_revision_is_shown_as_it_was_known() {
        int device = directory.quarantine("SERIES-4", START).deviceId();
        observe(device, START, 1, "10.5", "2026-11-20T09:00:00+08:00");
        observe(device, START, 2, "11.25", "2026-11-22T09:00:00+08:00");
        observe(device, START.plusSeconds(3_600), 1, "7", "2026-11-20T10:00:00+08:00");

        JsonNode now = observations("");
        assertThat(texts(now, "avg")).containsExactly("11.25", "7");
        assertThat(now.at("/points/0/revision").asInt()).isEqualTo(2);
        assertThat(now.at("/points/0/revisions").asInt()).isEqualTo(2);
        assertThat(now.at("/points/0/other/Rtd").asString()).isEqualTo("x");

        JsonNode then = observations("&as_known_at=2026-11-21T00:00:00%2B08:00");
        assertThat(texts(then, "avg")).containsExactly("10.5", "7");
        assertThat(then.at("/points/0/revisions").asInt()).isOne();

        JsonNode all = observations("&revisions=all");
        assertThat(texts(all, "avg")).containsExactly("10.5", "11.25", "7");

        JsonNode cut = observations("&revisions=all&limit=2");
        assertThat(texts(cut, "avg")).containsExactly("11.25", "7");
        assertThat(cut.get("truncated").asBoolean()).isTrue();
        assertThat(cut.get("total").asInt()).isEqualTo(3);
        assertThat(cut.get("notice_zh").asString()).contains("共 3 行");
    }

    @Test
    void a_range_that_makes_no_sense_is_refused() {
        directory.quarantine("SERIES-5", START);
        String path = "/api/v1/devices/SERIES-5/";
        assertThat(DeviceIT.fields(admin.get(path + "realtime"))).containsExactly("factor required");
        assertThat(DeviceIT.fields(admin.get(path + "realtime?factor=w01018&from=2026-11-21&to=2026-11-20")))
                .containsExactly("from not-before-to");
        assertThat(DeviceIT.fields(admin.get(path + "realtime?factor=w01018&from=2020-01-01&to=2026-11-20")))
                .containsExactly("from range-too-long");
        assertThat(DeviceIT.fields(admin.get(path + "realtime?factor=w01018&limit=20001")))
                .containsExactly("limit out-of-range");
        assertThat(DeviceIT.fields(admin.get(path + "observations?kind=year&factor=w01018")))
                .containsExactly("kind not-a-choice");
    }

    private JsonNode realtime(String mn, String more) {
        return admin.get("/api/v1/devices/" + mn
                        + "/realtime?factor=w01018&from=2026-11-20T08:00:00%2B08:00&to=2026-11-21" + more)
                .json();
    }

    private JsonNode observations(String more) {
        return admin.get("/api/v1/devices/SERIES-4/observations?kind=hour&factor=w01018&from=2026-11-20&to=2026-11-21"
                        + more)
                .json();
    }

    private void observe(int device, Instant at, int revision, String avg, String knownAt) {
        DB.partitions()
                .ensure(
                        Partitions.Table.OBSERVATION,
                        at.atOffset(ZoneOffset.ofHours(8)).toLocalDate());
        DB.jdbc()
                .sql("""
                        insert into observation (device_id, kind, factor, data_time, revision, as_sent, avg_value, mark, other,
                            known_at, frame_day, frame_seq)
                        values (?, 'hour', 'w01018', ?, ?, 'w01018', ?, 'N', '{"Rtd": "x"}', ?, '2026-11-20', ?)
                        """)
                .params(
                        device,
                        at.atOffset(ZoneOffset.UTC),
                        revision,
                        new BigDecimal(avg),
                        OffsetDateTime.parse(knownAt),
                        revision)
                .update();
    }

    private static List<String> texts(JsonNode series, String field) {
        List<String> texts = new ArrayList<>();
        series.get("points").forEach(point -> texts.add(point.get(field).asString()));
        return texts;
    }
}
