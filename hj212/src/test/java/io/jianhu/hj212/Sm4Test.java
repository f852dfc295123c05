package io.jianhu.hj212;

import static io.jianhu.hj212.Wires.bytes;
import static io.jianhu.hj212.Wires.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The encrypted data area of HJ 212-2025 6.4")
class Sm4Test {

    private static final byte[] STANDARD_KEY = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
    private static final Sm4Key KEY = Sm4Key.of(bytes("0000000000000000"));
    private static final String HEAD =
            "QN=20260601085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&";
    private static final String AREA =
            "DataTime=20260601085857;w01018-Rtd=21.7,w01018-Flag=N;w21003-Rtd=0.9,w21003-Flag=N";

    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    @Test
    void agreesWithTheVectorOfTheStandard() {
        byte[] block = STANDARD_KEY.clone();
        new Sm4(Sm4Key.of(STANDARD_KEY)).encipher(block, 0, 16);
        assertThat(HexFormat.of().formatHex(block)).isEqualTo("681edf34d206965e86b3e94f536e4246");
        new Sm4(Sm4Key.of(STANDARD_KEY)).decipher(block, 0, 16);
        assertThat(block).isEqualTo(STANDARD_KEY);
    }

    @Test
    void agreesWithTheVectorOfTheStandardAfterAMillionRounds() {
        byte[] block = STANDARD_KEY.clone();
        Sm4 sm4 = new Sm4(Sm4Key.of(STANDARD_KEY));
        for (int i = 0; i < 1_000_000; i++) {
            sm4.encipher(block, 0, 16);
        }
        assertThat(HexFormat.of().formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void leavesTheBytesThatFillNoBlockAsTheyAre() {
        byte[] text = bytes("sixteen bytes ok and a rest");
        byte[] enciphered = text.clone();
        new Sm4(KEY).encipher(enciphered, 0, text.length);
        assertThat(Arrays.copyOfRange(enciphered, 16, text.length))
                .isEqualTo(Arrays.copyOfRange(text, 16, text.length));
        assertThat(Arrays.copyOf(enciphered, 16)).isNotEqualTo(Arrays.copyOf(text, 16));
    }

    @Test
    void isReadWithTheKeyOfTheDevice() {
        Decoded decoded = decode(enciphered(), Optional.of(KEY));
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        assertThat(decoded.findFrame().orElseThrow().items())
                .extracting(Item::factor, item -> item.findValue("Rtd").orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("w01018", "21.7"),
                        org.assertj.core.groups.Tuple.tuple("w21003", "0.9"));
    }

    @Test
    void isCutFromTheStreamWithoutAnyKey() {
        byte[] frame = enciphered();
        assertThat(Cut.whole(join(frame, frame))).extracting(Cut.Piece::bytes).containsExactly(frame, frame);
    }

    @Test
    void mayAlsoComeUnencrypted() {
        assertThat(decode(Wires.frame(HEAD + AREA + "&&"), Optional.of(KEY))).isInstanceOf(Decoded.Accepted.class);
    }

    @Test
    void withoutAKeyIsRejectedWithTheReason() {
        assertThat(Wires.codes(decode(enciphered(), Optional.empty())))
                .containsExactly(FindingCode.CRC_MISMATCH, FindingCode.ENCRYPTED_WITHOUT_KEY);
    }

    @Test
    void withAnotherKeyIsRejectedWithTheReason() {
        assertThat(Wires.codes(decode(enciphered(), Optional.of(Sm4Key.of(STANDARD_KEY)))))
                .containsExactly(FindingCode.CRC_MISMATCH, FindingCode.SM4_KEY_WRONG);
    }

    private Decoded decode(byte[] frame, Optional<Sm4Key> key) {
        return decoder.decode(frame, 0, frame.length, new DeviceProfile(Optional.empty(), key));
    }

    private static byte[] enciphered() {
        byte[] frame = Wires.frame(HEAD + AREA + "&&");
        int areaFrom = Wire.HEAD_BYTES + HEAD.length();
        new Sm4(KEY).encipher(frame, areaFrom, areaFrom + AREA.length());
        return frame;
    }
}
