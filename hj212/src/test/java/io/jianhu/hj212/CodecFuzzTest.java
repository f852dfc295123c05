package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jianhu.hj212.FrameSplitter.HandOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whatever the bytes. In an ordinary build the inputs under {@code src/test/resources} are tried;
 * {@code JAZZER_FUZZ=1 ./mvnw -pl hj212 test -Dtest=CodecFuzzTest#anyBytes} searches for new ones.
 */
class CodecFuzzTest {

    private static final Sm4Key KEY = Sm4Key.of(new byte[16]);
    private static final String VALUE_LETTERS = "0123456789.-eENabcXYZ_/ 清洗";

    @FuzzTest(maxDuration = "2m")
    void anyBytes(byte[] stream) {
        List<Cut.Piece> whole = Cut.whole(stream);
        assertThat(whole.stream().mapToInt(piece -> piece.bytes().length).sum()).isEqualTo(stream.length);
        int pieceBytes = 1 + stream.length % 7;
        assertThat(Cut.inPieces(stream, pieceBytes, HandOut.AT_ONCE).toString()).isEqualTo(whole.toString());
        for (Cut.Piece piece : whole) {
            decode(piece.bytes());
        }
        decode(stream);
    }

    @FuzzTest(maxDuration = "2m")
    void anyFrameIsReadAsItWasWritten(FuzzedDataProvider data) {
        Edition edition = data.pickValue(Edition.values());
        Outgoing.Builder builder = Outgoing.to(edition, data.pickValue(List.of("21", "22", "31", "32", "91")), "2011")
                .qn(digits(data, 17))
                .pw(digits(data, 6))
                .mn(data.pickValue(List.of("3306021A0000000000000001", "88012345670001", "A110000_0001", "")));
        if (data.consumeBoolean()) {
            builder.answerWanted();
        }
        if (data.consumeBoolean()) {
            int count = data.consumeInt(1, 9_999);
            builder.packet(count, data.consumeInt(1, count));
        }
        for (int i = data.consumeInt(0, 30); i > 0; i--) {
            String key = data.pickValue(List.of("w01018-Rtd", "011-Flag", "a21026-ZsRtd", "QnRtn", "CTime", "XQ-Z"));
            if (data.consumeBoolean()) {
                builder.field(key, value(data));
            } else {
                builder.with(key, value(data));
            }
        }
        Outgoing outgoing = builder.build();
        byte[] bytes = outgoing.toBytes();
        DeviceProfile profile = new DeviceProfile(Optional.of(edition), Optional.empty());
        Decoded decoded = new FrameDecoder(FrameLimits.DEFAULT).decode(bytes, 0, bytes.length, profile);
        assertThat(decoded).isNotInstanceOf(Decoded.Rejected.class);
        assertThat(decoded.findFrame()).contains(outgoing.frame());
        assertThat(Cut.whole(bytes)).extracting(Cut.Piece::bytes).containsExactly(bytes);
    }

    private static void decode(byte[] bytes) {
        FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
        List<DeviceProfile> profiles = new ArrayList<>();
        profiles.add(DeviceProfile.UNKNOWN);
        profiles.add(new DeviceProfile(Optional.of(Edition.HJ_212_2025), Optional.of(KEY)));
        for (DeviceProfile profile : profiles) {
            Decoded decoded = decoder.decode(bytes, 0, bytes.length, profile);
            boolean rejects = decoded.findings().stream()
                    .anyMatch(finding -> finding.code().gravity() == FindingCode.Gravity.REJECTS);
            assertThat(decoded instanceof Decoded.Rejected).isEqualTo(rejects);
            assertThat(decoded instanceof Decoded.Accepted)
                    .isEqualTo(decoded.findings().isEmpty());
            assertThat(decoded.findings())
                    .allSatisfy(finding -> assertThat(finding.at()).isBetween(0, bytes.length));
            decoded.findFrame().ifPresent(frame -> {
                frame.findDataTime();
                frame.findSentTime();
            });
        }
    }

    private static String digits(FuzzedDataProvider data, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) data.consumeInt('0', '9'));
        }
        return text.toString();
    }

    private static String value(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        for (int i = data.consumeInt(0, 12); i > 0; i--) {
            text.append(VALUE_LETTERS.charAt(data.consumeInt(0, VALUE_LETTERS.length() - 1)));
        }
        return text.toString();
    }
}
