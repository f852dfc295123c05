package io.jianhu.hj212;

import static io.jianhu.hj212.FindingCode.*;
import static io.jianhu.hj212.Wires.bytes;
import static io.jianhu.hj212.Wires.frame;
import static io.jianhu.hj212.Wires.frameWithoutTail;
import static io.jianhu.hj212.Wires.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets of our own that reproduce every kind of defect met on the wire, each with exactly the findings it must get. */
@DisplayName("The findings of")
class DeviationsTest {

    private static final String MN = "MN=3306021A0000000000000001";
    private static final String HEAD = "QN=20250314092500123;ST=32;CN=2011;PW=654321;" + MN + ";Flag=5;";
    private static final String COD = "w01018-Rtd=33.1,w01018-Flag=N";
    private static final String AREA = "DataTime=20250314092500;" + COD;
    private static final String GOOD = HEAD + "CP=&&" + AREA + "&&";
    private static final String REQUEST =
            "QN=20250314092500123;ST=32;CN=3021;PW=654321;" + MN + ";Flag=5;CP=&&PolId=w01018;InfoId=i11001;";
    private static final DeviceProfile WITH_KEY =
            new DeviceProfile(Optional.empty(), Optional.of(Sm4Key.of(bytes("abcdefghijklmnop"))));

    record Case(String name, byte[] packet, FrameLimits limits, DeviceProfile profile, List<FindingCode> codes) {
        Case(String name, byte[] packet, DeviceProfile profile, List<FindingCode> codes) {
            this(name, packet, FrameLimits.DEFAULT, profile, codes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(Stream.of(of("a frame without fault", frame(GOOD))), frameCases(), headerCases(), areaCases())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> frameCases() {
        String chinese = REQUEST + "i11001-Info=//校准完成//&&";
        return Stream.of(
                of("bytes that are no frame", bytes("hello"), NOT_A_FRAME),
                of("no bytes at all", new byte[0], NOT_A_FRAME),
                of("three digits of length", relabelled(GOOD, "140"), LENGTH_NOT_FOUR_DIGITS),
                of(
                        "three digits of length, and wrong ones",
                        relabelled(GOOD, "099"),
                        LENGTH_NOT_FOUR_DIGITS,
                        LENGTH_MISMATCH),
                of("a length too small", relabelled(GOOD, "0131"), LENGTH_MISMATCH),
                of("a length too large", relabelled(GOOD, "0190"), LENGTH_MISMATCH),
                of(
                        "a length that counts characters",
                        relabelled(chinese, "%04d".formatted(chinese.length())),
                        LENGTH_MISMATCH,
                        LENGTH_COUNTS_CHARACTERS),
                of(
                        "a length that counts the CRC",
                        relabelled(GOOD, "%04d".formatted(GOOD.length() + 4)),
                        LENGTH_MISMATCH,
                        LENGTH_COUNTS_ENVELOPE),
                of("a frame cut in its data", Arrays.copyOf(frame(GOOD), 90), TRUNCATED),
                of("a frame cut in its length", bytes("##01"), TRUNCATED),
                of("a frame without its CRC", Arrays.copyOf(frameWithoutTail(GOOD), 6 + GOOD.length()), TRUNCATED),
                of("a wrong CRC", withCrc(GOOD, "2F80"), CRC_MISMATCH),
                of("a CRC with a letter too many", withCrc(GOOD, "12G0"), CRC_NOT_HEX),
                of("a CRC by MODBUS", withCrc(GOOD, ordinary(GOOD, 0xFFFF)), CRC_MISMATCH, CRC_IS_MODBUS),
                of("a CRC by ARC", withCrc(GOOD, ordinary(GOOD, 0)), CRC_MISMATCH, CRC_IS_ARC),
                of("a CRC with its bytes swapped", withCrc(GOOD, swapped(GOOD)), CRC_MISMATCH, CRC_BYTES_SWAPPED),
                of(
                        "a CRC over the head too",
                        withCrc(GOOD, crc("##%04d".formatted(GOOD.length()) + GOOD)),
                        CRC_MISMATCH,
                        CRC_COVERS_HEAD),
                of("a CRC no HJ 212 device can make", withCrc(GOOD, "12AB"), CRC_MISMATCH, CRC_IMPOSSIBLE),
                of("an enciphered frame of an unknown device", enciphered(), CRC_MISMATCH, ENCRYPTED_WITHOUT_KEY),
                new Case(
                        "an enciphered frame and the wrong key",
                        enciphered(),
                        WITH_KEY,
                        List.of(CRC_MISMATCH, SM4_KEY_WRONG)),
                of("1 100 bytes", frame(HEAD + "CP=&&" + AREA + (";" + COD).repeat(35) + "&&"), SEGMENT_OVER_1024),
                new Case(
                        "more than this receiver takes",
                        frame(GOOD),
                        new FrameLimits(100, 100),
                        DeviceProfile.UNKNOWN,
                        List.of(LENGTH_OVER_LIMIT)),
                of("no tail", frameWithoutTail(GOOD), NO_TAIL),
                of("LF alone", join(frameWithoutTail(GOOD), bytes("\\n")), TAIL_NOT_CRLF),
                of("CR alone", join(frameWithoutTail(GOOD), bytes("\\r")), TAIL_NOT_CRLF),
                of(
                        "a CRC in lower case",
                        withCrc(lowerCaseCrc(), crc(lowerCaseCrc()).toLowerCase()),
                        CRC_LOWER_CASE));
    }

    private static Stream<Case> headerCases() {
        String area = "CP=&&" + AREA + "&&";
        return Stream.of(
                of(
                        "2005 without QN and Flag",
                        frame("ST=32;CN=2011;PW=654321;MN=88012345670001;" + area),
                        NO_QN,
                        NO_FLAG),
                of(
                        "2005 with QN in the reply",
                        frame("ST=91;CN=9013;PW=654321;MN=88012345670001;Flag=0;CP=&&QN=20250314092500123&&")),
                of(
                        "fields in another order",
                        frame("ST=32;CN=2011;QN=20250314092500123;" + MN + ";PW=654321;Flag=5;" + area)),
                of("no ST", frame("QN=20250314092500123;CN=2011;PW=654321;" + MN + ";Flag=5;" + area), NO_ST),
                of("an empty CN", frame("QN=20250314092500123;ST=32;CN=;PW=654321;" + MN + ";Flag=5;" + area), NO_CN),
                of("no PW", frame("QN=20250314092500123;ST=32;CN=2011;" + MN + ";Flag=5;" + area), NO_PW),
                of("no MN", frame("QN=20250314092500123;ST=32;CN=2011;PW=654321;Flag=5;" + area), NO_MN),
                of("an MN of 5", frame(GOOD.replace(MN, "MN=A0001")), MN_LENGTH),
                of("an empty MN", frame(GOOD.replace(MN, "MN=")), MN_LENGTH),
                of("a QN of 18 digits", frame(GOOD.replace("QN=2025", "QN=20250")), QN_MALFORMED),
                of("a QN on 31 February", frame(GOOD.replace("QN=20250314", "QN=20250231")), QN_MALFORMED),
                of("a Flag that is no number", frame(GOOD.replace("Flag=5", "Flag=Y")), FLAG_INVALID),
                of("a Flag of 256", frame(GOOD.replace("Flag=5", "Flag=256")), FLAG_INVALID),
                of("a Flag of version 5", frame(GOOD.replace("Flag=5", "Flag=21")), FLAG_VERSION_UNKNOWN),
                new Case(
                        "another edition than declared",
                        frame(GOOD),
                        new DeviceProfile(Optional.of(Edition.HJ_212_2025), Optional.empty()),
                        List.of(EDITION_DIFFERS)),
                of("FLAG in capitals", frame(GOOD.replace("Flag=5", "FLAG=5")), HEADER_KEY_CASE),
                of("two QN", frame("QN=20250314092500124;" + GOOD), HEADER_REPEATED),
                of("a field HJ 212 does not know", frame("IMEI=860000000000001;" + GOOD), HEADER_UNKNOWN),
                of("a stray comma", frame(GOOD.replace("654321;", "654321;,")), STRAY_SEPARATOR),
                of("a comma for a semicolon", frame(GOOD.replace(";Flag", ",Flag"))),
                of(
                        "no CP",
                        frame("QN=20250314092500123;ST=39;CN=2011;PW=654321;" + MN + ";Flag=4;IMEI=860000000000001&&"),
                        HEADER_UNKNOWN,
                        CP_MALFORMED),
                of("CP that is not closed", frame(HEAD + "CP=&&" + AREA), CP_MALFORMED),
                of("CP that is not opened", frame(HEAD + "CP=" + AREA + "&&"), CP_MALFORMED),
                of(
                        "Flag after CP",
                        frame("QN=20250314092500123;ST=32;CN=2011;PW=654321;" + MN + ";" + area + ";Flag=5"),
                        CP_MALFORMED,
                        HEADER_AFTER_CP),
                of("Flag 7 without packet numbers", frame(GOOD.replace("Flag=5", "Flag=7")), PACKET_NUMBERS_MISSING),
                of("packet numbers", frame(GOOD.replace("Flag=5", "Flag=7;PNUM=2;PNO=1"))),
                of(
                        "packet numbers with zeros, in another order",
                        frame(GOOD.replace("Flag=5", "Flag=7;PNO=0002;PNUM=0002"))),
                of(
                        "packet numbers without their bit",
                        frame(GOOD.replace("Flag=5", "Flag=5;PNUM=2;PNO=1")),
                        PACKET_NUMBERS_UNANNOUNCED),
                of("packet 3 of 2", frame(GOOD.replace("Flag=5", "Flag=7;PNUM=2;PNO=3")), PACKET_NUMBERS_INVALID),
                of(
                        "packet numbers in CP",
                        frame(GOOD.replace("Flag=5", "Flag=7").replace("CP=&&", "CP=&&PNUM=2;PNO=1;")),
                        PACKET_NUMBERS_IN_CP,
                        PACKET_NUMBERS_IN_CP));
    }

    private static Stream<Case> areaCases() {
        byte[] gbk = "校准完成".getBytes(Charset.forName("GBK"));
        return Stream.of(
                area("no DataTime", COD, NO_DATATIME),
                area("17 digits of time", "DataTime=20250314092500000;" + COD, TIME_WITH_MILLISECONDS),
                area("16 digits of time", "DataTime=2025031409250000;" + COD, TIME_MALFORMED),
                area("30 February", "DataTime=20250230092500;" + COD, TIME_IMPOSSIBLE),
                area("29 February of a leap year", "DataTime=20240229092500;" + COD),
                area("a trailing semicolon", AREA + ";", STRAY_SEPARATOR),
                area("two semicolons", AREA + ";;", STRAY_SEPARATOR),
                area("a field without a value", AREA + ";oops", FIELD_WITHOUT_VALUE),
                area("a line break before a key", "DataTime=20250314092500;\\n" + COD, KEY_WITH_SPACES),
                area("a mark without a factor", "DataTime=20250314092500;w01018-Rtd=33.1;Flag=N", MARK_WITHOUT_FACTOR),
                area("a factor nobody knows", AREA + ";SO3-Rtd=1.0", UNKNOWN_FACTOR),
                area("a suffix of a maker", AREA + ";w21003-Rtd=1.0,w21003-Ori=1.02", UNKNOWN_SUFFIX),
                area("an empty value", AREA + ";w21003-Rtd=,w21003-SampleTime=", EMPTY_VALUE, EMPTY_VALUE),
                area("dashes", AREA + ";w21003-Rtd=--", NOT_A_NUMBER),
                area("NaN and two points", AREA + ";w21003-Rtd=NaN;w21011-Rtd=1.2.3", NOT_A_NUMBER, NOT_A_NUMBER),
                area("an exponent", AREA + ";w21003-Rtd=1.2E-5", NUMBER_WITH_EXPONENT),
                area(
                        "placeholders",
                        AREA + ";w21003-Rtd=-99;w21011-Rtd=-00999.000;w21001-Rtd=9999",
                        SENTINEL_VALUE,
                        SENTINEL_VALUE,
                        SENTINEL_VALUE),
                area("numbers that are none", AREA + ";w21003-Rtd=99.9;w21011-Rtd=-9;w21001-Rtd=+0003.10"),
                area(
                        "state, run time, noise and parameters",
                        "DataTime=20250314092500;SB1-RS=1;SB2-RT=1.1;Leq-Data=50.0;L5-DayData=53.0;i13004-Info=168.0"),
                of("text in UTF-8", frame(REQUEST + "i11001-Info=//校准;完成,=&&//&&")),
                of("text in GBK", frame(REQUEST + "i11001-Info=//" + escaped(gbk) + "//&&"), TEXT_IS_GBK),
                of("text in neither", frame(REQUEST + "i11001-Info=//\\xFF\\xFE\\x01//&&"), TEXT_UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachPacketAreExactlyThese(Case packet) {
        Decoded decoded =
                new FrameDecoder(packet.limits).decode(packet.packet, 0, packet.packet.length, packet.profile);
        assertThat(Wires.codes(decoded)).containsExactlyInAnyOrderElementsOf(packet.codes);
        assertThat(decoded.findings()).isSortedAccordingTo((a, b) -> Integer.compare(a.at(), b.at()));
        boolean rejects = packet.codes.stream().anyMatch(code -> code.gravity() == FindingCode.Gravity.REJECTS);
        if (packet.codes.isEmpty()) {
            assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        } else if (rejects) {
            assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        } else {
            assertThat(decoded).isInstanceOf(Decoded.AcceptedWithFindings.class);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachPacketAreTheSameWhereverItLiesInABuffer(Case packet) {
        byte[] buffer = join(bytes("##0000"), packet.packet, bytes("\\r\\n##"));
        FrameDecoder decoder = new FrameDecoder(packet.limits);
        assertThat(decoder.decode(buffer, 6, packet.packet.length, packet.profile))
                .isEqualTo(decoder.decode(packet.packet, 0, packet.packet.length, packet.profile));
    }

    @Test
    void allPacketsTogetherAreEveryFindingThereIs() {
        Set<FindingCode> produced = EnumSet.noneOf(FindingCode.class);
        cases().forEach(packet -> produced.addAll(packet.codes));
        assertThat(produced).containsExactlyInAnyOrder(FindingCode.values());
    }

    @Test
    void everyCodeSayWhatIsWrongAndWhatToDoInBothLanguages() {
        for (FindingCode code : FindingCode.values()) {
            assertThat(List.of(code.titleEn(), code.titleZh(), code.remedyEn(), code.remedyZh()))
                    .as(code.name())
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(code.titleZh()).as(code.name()).matches(".*\\p{IsHan}.*");
        }
    }

    private static Case of(String name, byte[] packet, FindingCode... codes) {
        return new Case(name, packet, DeviceProfile.UNKNOWN, List.of(codes));
    }

    private static Case area(String name, String area, FindingCode... codes) {
        return of(name, frame(HEAD + "CP=&&" + area + "&&"), codes);
    }

    private static byte[] relabelled(String segment, String length) {
        return join(bytes("##" + length + segment + crc(segment)), bytes("\\r\\n"));
    }

    private static byte[] withCrc(String segment, String crc) {
        return bytes("##%04d".formatted(bytes(segment).length) + segment + crc + "\\r\\n");
    }

    private static String crc(String text) {
        byte[] bytes = bytes(text);
        return "%04X".formatted(Crc.of(bytes, 0, bytes.length));
    }

    private static String swapped(String text) {
        return crc(text).substring(2) + crc(text).substring(0, 2);
    }

    private static String ordinary(String text, int initial) {
        byte[] bytes = bytes(text);
        return "%04X".formatted(Crc.ordinary(bytes, 0, bytes.length, initial));
    }

    /** A segment whose CRC has a letter in it. */
    private static String lowerCaseCrc() {
        String segment = GOOD;
        for (int i = 0; !crc(segment).matches(".*[A-F].*"); i++) {
            segment = GOOD.replace("33.1", "33." + i);
        }
        return segment;
    }

    private static byte[] enciphered() {
        byte[] frame = frame(GOOD.replace("Flag=5", "Flag=9"));
        int from = 6 + (HEAD + "CP=&&").length();
        new Sm4(Sm4Key.of(bytes("0123456789abcdef"))).encipher(frame, from, from + AREA.length());
        return frame;
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append("\\x%02X".formatted(b & 0xFF));
        }
        return text.toString();
    }
}
