package io.jianhu.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.Replies;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrameTemplateTest {

    private final FrameTemplate template = FrameTemplate.wasteWater("BE0000000000000000000001");

    @Test
    void every_patched_frame_is_flawless_and_wants_an_answer() {
        long begin = Instant.parse("2026-03-10T15:59:58.900Z").toEpochMilli();
        for (long millis = begin; millis < begin + 2_500; millis += 7) {
            byte[] bytes = template.at(millis);
            Decoded decoded =
                    new FrameDecoder(FrameLimits.DEFAULT).decode(bytes, 0, bytes.length, DeviceProfile.UNKNOWN);

            assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
            Frame frame = decoded.findFrame().orElseThrow();
            assertThat(frame.findSentTime()).contains(Instant.ofEpochMilli(millis));
            assertThat(frame.findDataTime()).contains(Instant.ofEpochSecond(millis / 1_000));
            assertThat(Replies.findReplyTo(frame)).isPresent();
        }
    }

    @Test
    void a_frame_is_as_long_as_recorded_ones_are_on_average() {
        assertThat(template.length()).isBetween(215, 260);
    }
}
