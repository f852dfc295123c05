package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Qn;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import io.jianhu.platform.telemetry.StoredFrames.Columns;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class FrameIT extends RunningPlatform {

    private Caller admin = Caller.of(1);
    private final StoredFrames frames;

    FrameIT(@Autowired DeviceDirectory directory) {
        this.frames = new StoredFrames(DB, directory);
    }

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void a_frame_shows_its_values_where_they_stand_in_its_bytes() {
        Instant now = clock.instant();
        FrameRef ref = frames.realtime(
                "FRAME-1", now, "w01018-Rtd", "36.91", "w01018-Flag", "N", "w21003-Rtd", "1.803", "w21003-Flag", "D");
        JsonNode frame = read(ref);
        byte[] bytes = HexFormat.of().parseHex(frame.get("hex").asString());
        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .startsWith("##")
                .endsWith("\r\n");
        assertThat(frame.get("cn_name_zh").asString()).contains("实时");
        assertThat(frame.get("charset").asString()).isEqualTo("ascii");
        assertThat(frame.get("items")).hasSize(2);
        JsonNode cod = frame.at("/items/0");
        assertThat(cod.get("name_zh").asString()).isEqualTo("化学需氧量");
        JsonNode value = cod.at("/values/0");
        assertThat(new String(
                        bytes, value.get("at").asInt(), value.get("length").asInt(), StandardCharsets.US_ASCII))
                .isEqualTo("w01018-Rtd=36.91");
        assertThat(frame.at("/items/1/mark").asString()).isEqualTo("D");
        assertThat(frame.at("/items/1/mark_name_zh").asString()).contains("故障");
        assertThat(frame.at("/reply/text").asString()).isEqualTo("##reply");
        assertThat(segmentTexts(frame, bytes, "key"))
                .containsExactly(
                        "QN",
                        "ST",
                        "CN",
                        "PW",
                        "MN",
                        "Flag",
                        "DataTime",
                        "w01018-Rtd",
                        "w01018-Flag",
                        "w21003-Rtd",
                        "w21003-Flag");
        assertThat(segmentTexts(frame, bytes, "cp-mark")).containsExactly("CP=&&", "&&");
        assertThat(segmentTexts(frame, bytes, "crc").getFirst()).matches("[0-9A-F]{4}");
        frame.get("segments").forEach(segment -> {
            if (segment.path("field").asString("").equals("w21003-Rtd")) {
                assertThat(segment.get("item").asInt()).isOne();
            }
        });
    }

    @Test
    void segments_cover_every_byte_once_whatever_the_bytes_are() {
        Instant now = clock.instant();
        long seed = 212;
        Random random = new Random(seed);
        byte[] good = StoredFrames.bytes("FRAME-2", "2011", now, "w01018-Rtd", "1", "w01018-Flag", "N");
        for (int i = 0; i < 60; i++) {
            byte[] bytes = good.clone();
            for (int change = 0; change < i; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) "#&;,=/ \n\u0001Z9".charAt(random.nextInt(11));
            }
            Columns columns =
                    Columns.of("2011", "").with(i % 2 == 0 ? Verdict.REJECTED : Verdict.JUNK, "CRC_MISMATCH@4");
            JsonNode frame = read(frames.store("FRAME-2", now, now, bytes, columns));
            int at = 0;
            for (JsonNode segment : frame.get("segments")) {
                assertThat(segment.get("from").asInt())
                        .as("seed %d, frame %d", seed, i)
                        .isEqualTo(at);
                assertThat(segment.get("to").asInt()).isGreaterThan(at);
                at = segment.get("to").asInt();
            }
            assertThat(at).as("seed %d, frame %d", seed, i).isEqualTo(bytes.length);
        }
    }

    @Test
    void a_frame_knows_its_neighbours_and_that_its_chain_is_whole() {
        Instant now = clock.instant();
        FrameRef first = frames.realtime("FRAME-3", now.minus(Duration.ofDays(40)), "w01018-Rtd", "1");
        FrameRef second = frames.realtime("FRAME-3", now.minusSeconds(1), "w01018-Rtd", "2");
        FrameRef third = frames.realtime("FRAME-3", now, "w01018-Rtd", "3");
        JsonNode chain = read(second).get("chain");
        assertThat(chain.get("previous_id").asString()).isEqualTo(first.toString());
        assertThat(chain.get("next_id").asString()).isEqualTo(third.toString());
        assertThat(chain.get("verified").asBoolean()).isTrue();
        assertThat(read(first).at("/chain/previous_id").isNull()).isTrue();
        assertThat(read(first).at("/chain/verified").asBoolean()).isTrue();

        DB.jdbc()
                .sql("update frame set bytes = bytes || 'x'::bytea where device_id = ? and seq = 2")
                .params(second.deviceId())
                .update();
        assertThat(read(second).at("/chain/verified").asBoolean())
                .as("a changed byte is seen")
                .isFalse();
        assertThat(read(third).at("/chain/verified").asBoolean())
                .as("its own content and the stored hash before it are whole")
                .isTrue();
    }

    @Test
    void the_parts_of_a_split_message_are_named_and_the_missing_ones_too() {
        Instant now = clock.instant();
        FrameRef one = part(now, 1);
        FrameRef three = part(now, 3);
        JsonNode parts = read(one).get("sub_packets");
        assertThat(parts.get("count").asInt()).isEqualTo(3);
        assertThat(parts.at("/present/0/id").asString()).isEqualTo(one.toString());
        assertThat(parts.at("/present/1/id").asString()).isEqualTo(three.toString());
        assertThat(parts.get("missing")).hasSize(1);
        assertThat(parts.at("/missing/0").asInt()).isEqualTo(2);
    }

    @Test
    void chinese_text_is_read_as_the_sender_wrote_it() {
        Instant now = clock.instant();
        byte[] gbk = ("##0011ST=21;备注&&0000\r\n").getBytes(Charset.forName("GBK"));
        JsonNode frame =
                read(frames.store("FRAME-5", now, now, gbk, Columns.of("", "").with(Verdict.REJECTED)));
        assertThat(frame.get("charset").asString()).isEqualTo("gbk");
        assertThat(frame.get("text").asString()).contains("备注").endsWith("··");
    }

    @Test
    void findings_come_with_what_to_do() {
        Instant now = clock.instant();
        byte[] bytes = StoredFrames.bytes("FRAME-6", "2011", now, "w01018-Rtd", "1");
        bytes[bytes.length - 3] = (byte) (bytes[bytes.length - 3] == '0' ? '1' : '0');
        JsonNode frame = read(frames.store(
                "FRAME-6", now, now, bytes, Columns.of("2011", "").with(Verdict.REJECTED, "CRC_MISMATCH@0")));
        assertThat(frame.get("findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.get("gravity").asString()).isIn("rejects", "warning", "note");
            assertThat(finding.get("remedy_zh").asString()).containsPattern("\\p{IsHan}");
            assertThat(finding.get("remedy_en").asString()).isNotBlank();
        });
        assertThat(frame.get("verdict").asString()).isEqualTo("rejected");
        assertThat(frame.get("reply").isNull()).isTrue();
    }

    @Test
    void a_frame_that_is_not_there_is_not_found() {
        for (String id : List.of("20261125-1-999999", "nonsense", "20261332-1-1", "-1")) {
            Answer answer = admin.get("/api/v1/frames/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problemCode()).isEqualTo("not-found");
        }
    }

    private FrameRef part(Instant now, int number) {
        byte[] bytes = StoredFrames.bytes(
                "FRAME-4", "2011", now, header -> header.packet(3, number), "w01018-Rtd", "" + number);
        return frames.store(
                "FRAME-4", now, now, bytes, Columns.of("2011", Qn.of(now)).part(3, number));
    }

    private JsonNode read(FrameRef ref) {
        Answer answer = admin.get("/api/v1/frames/" + ref);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> segmentTexts(JsonNode frame, byte[] bytes, String kind) {
        List<String> texts = new ArrayList<>();
        frame.get("segments").forEach(segment -> {
            if (segment.get("kind").asString().equals(kind)) {
                int from = segment.get("from").asInt();
                texts.add(new String(bytes, from, segment.get("to").asInt() - from, StandardCharsets.US_ASCII));
            }
        });
        return texts;
    }
}
