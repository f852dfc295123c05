package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read back as it was meant, for every edition and command. */
class RoundTripTest {

    private static final int SEEDS = 50;

    @ParameterizedTest
    @EnumSource(Edition.class)
    void requestsAreReadBackWithoutAnyFinding(Edition edition) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Outgoing request : new RandomFrames(seed).requests(edition)) {
                assertReadBack(request, edition, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void uploadsAreReadBackWithoutAnyFinding(Edition edition) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Outgoing upload : new RandomFrames(seed).uploads(edition)) {
                assertReadBack(upload, edition, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void repliesAreReadBackWithoutAnyFinding(Edition edition) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Outgoing upload : new RandomFrames(seed).uploads(edition)) {
                Optional<Outgoing> reply = Replies.findReplyTo(upload.frame());
                reply.ifPresent(written -> assertReadBack(written, edition, upload.hashCode()));
            }
        }
    }

    @Test
    void encryptedFramesOf2025AreReadBackWithTheKey() {
        Sm4Key key = Sm4Key.of("k3Y-of-16-bytes!".getBytes(StandardCharsets.US_ASCII));
        DeviceProfile profile = new DeviceProfile(Optional.of(Edition.HJ_212_2025), Optional.of(key));
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Outgoing upload : new RandomFrames(seed).uploads(Edition.HJ_212_2025)) {
                byte[] bytes = upload.toBytes(key);
                Decoded decoded = new FrameDecoder(FrameLimits.DEFAULT).decode(bytes, 0, bytes.length, profile);
                assertThat(bytes).hasSameSizeAs(upload.toBytes());
                assertThat(decoded.findFrame()).as("seed %d", seed).contains(upload.frame());
            }
        }
    }

    @Test
    void aStreamOfFramesIsCutWhereTheyWereJoined() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> frames = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (Edition edition : Edition.values()) {
                for (Outgoing upload : new RandomFrames(seed).uploads(edition)) {
                    frames.add(text(upload.toBytes(), 0, upload.toBytes().length));
                    stream.writeBytes(upload.toBytes());
                }
            }
            assertThat(cut(stream.toByteArray(), new Random(seed)))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(frames);
        }
    }

    @ParameterizedTest
    @EnumSource(Edition.class)
    void splitFramesAreReadBackAndPutTogether(Edition edition) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Outgoing upload : new RandomFrames(seed).uploads(edition)) {
                if (objects(upload) < 5 || upload.frame().packetCount().isPresent()) {
                    continue;
                }
                List<Outgoing> packets = upload.split(upload.segmentBytes() - 1, () -> "20260101080000001");
                SubPacketMerger merger = new SubPacketMerger(SubPacketMerger.Limits.DEFAULT);
                List<SubPacketMerger.Merged> merged = new ArrayList<>();
                for (Outgoing packet : packets) {
                    merged.addAll(merger.offer(readBack(packet, edition, seed), Instant.EPOCH));
                }
                assertThat(packets).hasSizeGreaterThan(1);
                assertThat(merged).hasSize(1);
                assertThat(merged.getFirst().frame().fields())
                        .isEqualTo(upload.frame().fields());
            }
        }
    }

    private static long objects(Outgoing upload) {
        return upload.frame().fields().stream().map(Field::group).distinct().count();
    }

    private static List<String> cut(byte[] stream, Random random) {
        List<String> frames = new ArrayList<>();
        FrameSink sink = new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                frames.add(text(buffer, offset, length));
            }

            @Override
            public void tail(byte[] buffer, int offset, int length, long streamOffset) {
                frames.add(frames.removeLast() + text(buffer, offset, length));
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                throw new AssertionError(length + " bytes of junk at " + streamOffset);
            }
        };
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(stream.length - at, 1 + random.nextInt(300));
            splitter.feed(stream, at, length, sink);
            at += length;
        }
        splitter.end(sink);
        return frames;
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    private static void assertReadBack(Outgoing written, Edition edition, long seed) {
        assertThat(readBack(written, edition, seed)).as("seed %d", seed).isEqualTo(written.frame());
    }

    private static Frame readBack(Outgoing written, Edition edition, long seed) {
        byte[] bytes = written.toBytes();
        DeviceProfile profile = new DeviceProfile(Optional.of(edition), Optional.empty());
        Decoded decoded = new FrameDecoder(FrameLimits.DEFAULT).decode(bytes, 0, bytes.length, profile);
        assertThat(decoded.findings())
                .as("seed %d: %s", seed, text(bytes, 0, bytes.length))
                .isEmpty();
        return decoded.findFrame().orElseThrow();
    }
}
