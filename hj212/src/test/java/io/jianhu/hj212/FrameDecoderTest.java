package io.jianhu.hj212;

import static io.jianhu.hj212.Wires.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The decoder")
class FrameDecoderTest {

    private static final String HEAD =
            "QN=20250314092500123;ST=32;CN=2061;PW=654321;MN=3306021A0000000000000001;Flag=7;PNUM=0002;PNO=0001;";

    @Test
    void readsEveryHeaderField() {
        Frame frame =
                read("QN=20260314092500123;ST=31;CN=2061;PW=654321;MN=3306021A0000000000000001;Flag=11;PNUM=3;PNO=2;"
                        + "RF=1;CP=&&DataTime=20260314080000;a21026-Avg=12.0,a21026-Flag=N&&");
        assertThat(frame.edition()).isEqualTo(Edition.HJ_212_2025);
        assertThat(frame.qn()).isEqualTo("20260314092500123");
        assertThat(frame.st()).isEqualTo("31");
        assertThat(frame.cn()).isEqualTo("2061");
        assertThat(frame.pw()).isEqualTo("654321");
        assertThat(frame.mn()).isEqualTo("3306021A0000000000000001");
        assertThat(frame.flag()).isEqualTo(new Flag(11));
        assertThat(frame.packetCount()).isEqualTo(OptionalInt.of(3));
        assertThat(frame.packetNumber()).isEqualTo(OptionalInt.of(2));
        assertThat(frame.backfilled()).isTrue();
        assertThat(frame.findDataTime()).contains(Instant.parse("2026-03-14T00:00:00Z"));
    }

    @Test
    void keepsEveryFieldInOrderAndGroupsItemsByFactor() {
        Frame frame = read(HEAD + "CP=&&DataTime=20250314080000;011-Cou=1.5,011-Avg=33.0,011-Flag=N;w21003-Avg=0.5,"
                + "w21003-Flag=N,Leq-Data=50;CTime=04,CTime=10&&");
        assertThat(frame.fields())
                .extracting(Field::group, Field::key, Field::value)
                .containsExactly(
                        tuple(0, "DataTime", "20250314080000"),
                        tuple(1, "011-Cou", "1.5"),
                        tuple(1, "011-Avg", "33.0"),
                        tuple(1, "011-Flag", "N"),
                        tuple(2, "w21003-Avg", "0.5"),
                        tuple(2, "w21003-Flag", "N"),
                        tuple(2, "Leq-Data", "50"),
                        tuple(3, "CTime", "04"),
                        tuple(3, "CTime", "10"));
        assertThat(frame.items())
                .extracting(Item::factor, Item::asSent, item -> item.findMark().orElse("-"))
                .containsExactly(tuple("w01018", "011", "N"), tuple("w21003", "w21003", "N"), tuple("Leq", "Leq", "-"));
        assertThat(frame.items().getFirst().values())
                .containsExactly(new Value("Cou", "1.5"), new Value("Avg", "33.0"), new Value("Flag", "N"));
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        Frame frame = read(HEAD + "CP=&&DataTime=20250314080000;XQ9-Rtd=--,XQ9-Ori=,XQ9-Rtd=2;XQ9-Rtd=3;Operation=1&&");
        assertThat(frame.items())
                .containsExactly(
                        new Item(
                                "XQ9",
                                "XQ9",
                                List.of(new Value("Rtd", "--"), new Value("Ori", ""), new Value("Rtd", "2"))),
                        new Item("XQ9", "XQ9", List.of(new Value("Rtd", "3"))));
        assertThat(frame.findField("operation")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "32, 011, w01018",
        "31, 02, a21026",
        "31, S01, a19001",
        "32, B01, w00000",
        // Air stations number their factors with three digits of their own.
        "22, 101, 101",
        "32, 101, w21011",
        "31, SB1, SB1"
    })
    void namesAFactorByItsCodeOf2017(String st, String sent, String factor) {
        Frame frame =
                read("ST=" + st + ";CN=2011;PW=1;MN=88012345670001;CP=&&DataTime=20250314080000;" + sent + "-Rtd=1&&");
        assertThat(frame.items()).extracting(Item::factor, Item::asSent).containsExactly(tuple(factor, sent));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                             32, 88012345670001,           2025, , 2005",
        "Flag=0;,                        32, 88012345670001,           2025, , 2005",
        "Flag=3;,                        32, 88012345670001,           2025, , 2005",
        "Flag=5;,                        32, 3306021A0000000000000001, 2025, , 2017",
        "Flag=9;,                        32, 3306021A0000000000000001, 2024, , 2025",
        "Flag=8;,                        21, A110000_0001,             2019, , surface-water",
        "Flag=9;,                        21, 3306021A0000000000000001, 2019, , surface-water",
        "Flag=9;,                        21, 3306021A0000000000000001, 2026, , 2025",
        "Flag=9;,                        22, A110000_0001,             2020, , surface-water",
        "Flag=5;,                        21, A110000_0001,             2019, , 2017",
        "'',                             32, 3306021A0000000000000001, 2025, 2017, 2017",
        "Flag=0;,                        32, 3306021A0000000000000001, 2025, 2017, 2017",
        "Flag=9;,                        21, 3306021A0000000000000001, 2026, surface-water, surface-water"
    })
    void tellsTheEdition(String flag, String st, String mn, String year, String declared, String edition) {
        byte[] bytes = frame("QN=" + year + "0314092500123;ST=" + st + ";CN=2011;PW=1;MN=" + mn + ";" + flag
                + "CP=&&DataTime=" + year + "0314092500;w01018-Rtd=1&&");
        DeviceProfile profile =
                new DeviceProfile(Optional.ofNullable(declared).map(Edition::ofLabel), Optional.empty());
        Frame frame = new FrameDecoder(FrameLimits.DEFAULT)
                .decode(bytes, 0, bytes.length, profile)
                .findFrame()
                .orElseThrow();
        assertThat(frame.edition().label()).isEqualTo(edition);
    }

    @Test
    void readsTextOfEitherCharset() {
        String text = "i11001-Info=//清洗管路; 第2次, 完成//";
        String segment = HEAD + "CP=&&DataTime=20250314080000;PolId=w01018;";
        assertThat(read(segment + text + "&&").items().getFirst().findValue("Info"))
                .contains("//清洗管路; 第2次, 完成//");
        byte[] gbk = (segment + text + "&&").getBytes(Charset.forName("GBK"));
        byte[] bytes = Wires.join(
                Wires.bytes("##%04d".formatted(gbk.length)),
                gbk,
                Wires.bytes("%04X\\r\\n".formatted(Crc.of(gbk, 0, gbk.length))));
        Decoded decoded = Wires.decode(bytes);
        assertThat(Wires.codes(decoded)).containsExactly(FindingCode.TEXT_IS_GBK);
        assertThat(decoded.findFrame().orElseThrow().items().getFirst().findValue("Info"))
                .contains("//清洗管路; 第2次, 完成//");
    }

    @Test
    void saysWhereAFindingIsAndWhatCame() {
        Decoded decoded = Wires.decode(frame(HEAD + "CP=&&DataTime=20250230080000;w01018-Avg=--&&"));
        assertThat(decoded.findings())
                .containsExactly(
                        new Finding(FindingCode.TIME_IMPOSSIBLE, 119, "YYYYMMDDhhmmss", "20250230080000"),
                        new Finding(FindingCode.NOT_A_NUMBER, 145, "", "--"));
    }

    @Test
    void readsARejectedFrameAsFarAsItGoes() {
        byte[] bytes = frame(HEAD + "CP=&&DataTime=20250314080000;w01018-Avg=33.0&&");
        bytes[60] ^= 1;
        Decoded decoded = Wires.decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(decoded.findFrame().orElseThrow().items())
                .extracting(Item::factor)
                .containsExactly("w01018");
        assertThat(Wires.decode(Wires.bytes("hello")).findFrame()).isEmpty();
    }

    @Test
    void doesNotMissATailThatMayStillCome() {
        byte[] bytes = Wires.frameWithoutTail(HEAD + "CP=&&DataTime=20250314080000;w01018-Avg=33.0&&");
        FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
        assertThat(Wires.codes(decoder.decode(bytes, 0, bytes.length, DeviceProfile.UNKNOWN)))
                .containsExactly(FindingCode.NO_TAIL);
        assertThat(decoder.decodeBeforeTail(bytes, 0, bytes.length, DeviceProfile.UNKNOWN))
                .isInstanceOf(Decoded.Accepted.class);
    }

    private static Frame read(String segment) {
        Decoded decoded = Wires.decode(frame(segment));
        assertThat(decoded).isNotInstanceOf(Decoded.Rejected.class);
        return decoded.findFrame().orElseThrow();
    }
}
