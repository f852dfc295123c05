package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as the official examples print them (HJ 212-2017 appendix A and C, HJ 212-2025 appendix A). */
class OutgoingTest {

    private static final String QN = "20160801085857223";
    private static final String MN = "010000A8900016F000169DC0";

    @Test
    void writesTheExampleOfAppendixA() {
        assertThat(wire(frame(Edition.HJ_212_2017, "32", "1062")
                        .pw("100000")
                        .answerWanted()
                        .field("RtdInterval", "30")))
                .isEqualTo("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&1C80\r\n");
    }

    @Test
    void writesTheExampleOf2025() {
        assertThat(wire(frame(Edition.HJ_212_2025, "32", "1011")
                        .qn("20240601085857223")
                        .answerWanted()))
                .isEqualTo("##0087QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
                        + "CP=&&&&2200\r\n");
    }

    @Test
    void separatesObjectsBySemicolonAndFieldsOfOneObjectByComma() {
        assertThat(wire(frame(Edition.HJ_212_2017, "32", "2011")
                        .answerWanted()
                        .field("DataTime", "20160801085857")
                        .field("w01001-Rtd", "7.1")
                        .with("w01001-Flag", "N")
                        .field("w01018-SampleTime", "20160801070000")
                        .with("w01018-Rtd", "2.2")
                        .with("w01018-Flag", "N")
                        .with("w01018-EFlag", "A01")))
                .isEqualTo("##0218QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&DataTime=20160801085857;w01001-Rtd=7.1,w01001-Flag=N;w01018-SampleTime=20160801070000,"
                        + "w01018-Rtd=2.2,w01018-Flag=N,w01018-EFlag=A01&&6E80\r\n");
    }

    @Test
    void countsBytesOfChineseTextAndNotLetters() {
        Outgoing.Builder log = frame(Edition.HJ_212_2017, "32", "3020")
                .answerWanted()
                .field("DataTime", "20160801085857")
                .field("PolId", "w01018")
                .field("i11001-Info", "//清洗管路//");
        assertThat(wire(log)).startsWith("##0152QN=").endsWith("//清洗管路//&&9481\r\n");
        byte[] gbk = log.text(Grammar.GBK).build().toBytes();
        assertThat(new String(gbk, Grammar.GBK)).startsWith("##0148QN=").contains("//清洗管路//");
    }

    @Test
    void writesA2005UploadWithAndWithoutFlag() {
        Outgoing.Builder upload = Outgoing.to(Edition.HJT_212_2005, "32", "2011")
                .pw("123456")
                .mn("88888880000001")
                .field("DataTime", "20240101000000")
                .field("011-Rtd", "23.1")
                .with("011-Flag", "N");
        assertThat(wire(upload)).contains(";MN=88888880000001;Flag=0;CP=&&").doesNotContain("QN=");
        assertThat(wire(upload.withoutFlag())).contains(";MN=88888880000001;CP=&&");
        assertThat(upload.build().frame().items())
                .containsExactly(new Item("w01018", "011", List.of(new Value("Rtd", "23.1"), new Value("Flag", "N"))));
        assertThatThrownBy(() -> upload.answerWanted().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Flag=1");
    }

    @Test
    void marksBackfilledFramesIn2025Only() {
        assertThat(wire(frame(Edition.HJ_212_2025, "31", "2011").backfilled())).contains(";Flag=8;RF=1;CP=&&");
        assertThatThrownBy(() ->
                        frame(Edition.HJ_212_2017, "31", "2011").backfilled().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RF");
    }

    @Test
    void splitsAsTheOfficialExampleDoes() {
        Outgoing whole = frame(Edition.HJ_212_2017, "32", "2061")
                .answerWanted()
                .field("DataTime", "20160801080000")
                .field("w00000-Cou", "63.0")
                .with("w00000-Min", "16.4")
                .with("w00000-Avg", "17.5")
                .with("w00000-Max", "20.1")
                .with("w00000-Flag", "N")
                .field("w01001-Min", "7.1")
                .with("w01001-Avg", "7.5")
                .with("w01001-Max", "7.8")
                .with("w01001-Flag", "N")
                .field("w01018-Cou", "63.0")
                .with("w01018-Min", "40.1")
                .with("w01018-Avg", "40.1")
                .with("w01018-Max", "40.1")
                .with("w01018-Flag", "N")
                .build();
        Iterator<String> qns = List.of("20160801085857534", "20160801085857535").iterator();
        assertThat(whole.split(270, qns::next).stream().map(OutgoingTest::wire))
                .containsExactly(
                        "##0260QN=20160801085857534;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=2;"
                                + "PNO=1;CP=&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Min=16.4,w00000-Avg=17.5,"
                                + "w00000-Max=20.1,w00000-Flag=N;w01001-Min=7.1,w01001-Avg=7.5,w01001-Max=7.8,"
                                + "w01001-Flag=N&&D941\r\n",
                        "##0201QN=20160801085857535;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=2;"
                                + "PNO=2;CP=&&DataTime=20160801080000;w01018-Cou=63.0,w01018-Min=40.1,w01018-Avg=40.1,"
                                + "w01018-Max=40.1,w01018-Flag=N&&E2C1\r\n");
        assertThat(whole.split(1_024, qns::next)).containsExactly(whole);
    }

    @Test
    void keepsTheFieldsOfOneFactorInOneSubPacket() {
        Outgoing.Builder checks = frame(Edition.HJ_212_2025, "32", "2062").field("DataTime", "20240601080000");
        for (String factor : List.of("w01018", "w21003", "w21011", "w21001")) {
            checks.field(factor + "-SampleRd", "1.02")
                    .field(factor + "-StandardValue", "1.00")
                    .field(factor + "-ResultType", "1");
        }
        QnCounter qns = new QnCounter();
        List<Outgoing> packets = checks.build().split(240, qns::next);
        assertThat(packets).hasSizeGreaterThan(1).allSatisfy(packet -> {
            assertThat(packet.segmentBytes()).isLessThanOrEqualTo(240);
            assertThat(packet.frame().findField("DataTime")).contains("20240601080000");
            assertThat(packet.frame().fields().size() % 3).isEqualTo(1);
        });
        assertThatThrownBy(() -> checks.build().split(120, qns::next))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w01018-SampleRd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.1;w=2", "7.1,w=2", "a&&b", "a&", "a\rb", "a\nb"})
    void refusesValuesNoReceiverCouldReadBack(String value) {
        assertThatThrownBy(() -> frame(Edition.HJ_212_2017, "32", "2011").field("w01018-Rtd", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w01018-Rtd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a;b", "a,b", "&&"})
    void refusesKeysNoReceiverCouldReadBack(String key) {
        assertThatThrownBy(() -> frame(Edition.HJ_212_2017, "32", "2011").field(key, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
    }

    @Test
    void refusesHeadersNoReceiverCouldReadBack() {
        Outgoing.Builder builder = frame(Edition.HJ_212_2017, "32", "2011");
        assertThatThrownBy(() -> builder.mn("1;PW=2")).hasMessageContaining("MN");
        assertThatThrownBy(() -> builder.pw("12&&")).hasMessageContaining("PW");
        assertThatThrownBy(() -> builder.qn("2016\r\n")).hasMessageContaining("QN");
        assertThatThrownBy(() -> builder.packet(2, 3)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Outgoing.to(Edition.HJ_212_2017, "3", "2011")).hasMessageContaining("ST");
        assertThatThrownBy(() -> Outgoing.to(Edition.HJ_212_2017, "32", "20")).hasMessageContaining("CN");
    }

    @Test
    void refusesWhatTheCharsetCannotWrite() {
        Outgoing.Builder builder =
                frame(Edition.HJ_212_2017, "32", "3020").text(Grammar.GBK).field("i11001-Info", "//🚰//");
        assertThatThrownBy(builder::build).hasMessageContaining("i11001-Info");
        assertThat(builder.text(StandardCharsets.UTF_8).build().toBytes()).isNotEmpty();
    }

    @Test
    void refusesASegmentFourDigitsCannotAnnounce() {
        Outgoing.Builder builder = frame(Edition.HJ_212_2017, "32", "3020").field("i11001-Info", "x".repeat(9_999));
        assertThatThrownBy(() -> builder.build().toBytes()).hasMessageContaining("split");
    }

    private static Outgoing.Builder frame(Edition edition, String st, String cn) {
        return Outgoing.to(edition, st, cn).qn(QN).pw("123456").mn(MN);
    }

    private static String wire(Outgoing.Builder builder) {
        return wire(builder.build());
    }

    private static String wire(Outgoing outgoing) {
        return new String(outgoing.toBytes(), StandardCharsets.UTF_8);
    }

    private static final class QnCounter {
        private long next = 20160801085857000L;

        String next() {
            return Long.toString(next++);
        }
    }
}
