package io.jianhu.bench.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameMixTest {

    @Test
    void has97SoundFramesOf231BytesOnAverage() {
        List<byte[]> frames = FrameMix.frames();
        FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
        assertThat(frames)
                .hasSize(CodecBenchmarks.FRAMES)
                .allSatisfy(frame -> assertThat(decoder.decode(frame, 0, frame.length, DeviceProfile.UNKNOWN))
                        .isNotInstanceOf(Decoded.Rejected.class));
        assertThat(frames.stream().mapToInt(frame -> frame.length).average().orElseThrow())
                .isCloseTo(231, within(2.0));
    }
}
