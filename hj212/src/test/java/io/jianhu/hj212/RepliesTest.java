package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private static final String MN = "010000A8900016F000169DC0";

    @Test
    void acknowledgesDataOf2017AsTheOfficialExampleDoes() {
        assertThat(reply(
                        Edition.HJ_212_2017,
                        "32",
                        "2011",
                        upload -> upload.qn("20160801085000001").answerWanted()))
                .isEqualTo("##0087QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                        + "CP=&&&&C241\r\n");
    }

    @Test
    void acknowledgesDataOf2025AndOfSurfaceWaterWithFlag8() {
        for (Edition edition : new Edition[] {Edition.HJ_212_2025, Edition.SURFACE_WATER}) {
            assertThat(reply(
                            edition,
                            "21",
                            "2061",
                            upload -> upload.qn("20240601085857223").answerWanted()))
                    .contains("QN=20240601085857223;ST=91;CN=9014;PW=123456;MN=" + MN + ";Flag=8;CP=&&&&");
        }
    }

    @Test
    void putsTheQnOf2005IntoTheDataArea() {
        assertThat(reply(
                        Edition.HJT_212_2005,
                        "32",
                        "2011",
                        upload -> upload.qn("20040516010101001").answerWanted()))
                .startsWith("##0086ST=91;CN=9014;PW=123456;MN=" + MN + ";Flag=0;CP=&&QN=20040516010101001&&");
        assertThat(reply(
                        Edition.HJT_212_2005,
                        "32",
                        "2072",
                        upload -> upload.qn("20040516010101001").answerWanted()))
                .contains("CN=9013;")
                .contains("CP=&&QN=20040516010101001&&");
    }

    @Test
    void owesNothingWhereTheFlagAsksForNothing() {
        for (Edition edition : Edition.values()) {
            assertThat(reply(edition, "32", "2011", upload -> upload.qn("20240601085857223")))
                    .isEmpty();
        }
    }

    @Test
    void owesNothingWhereNoQnNamesTheFrame() {
        assertThat(reply(Edition.HJT_212_2005, "32", "2011", Outgoing.Builder::answerWanted))
                .isEmpty();
    }

    @Test
    void answersNotificationsWith9013() {
        assertThat(cnOfReply(Edition.HJ_212_2017, "1013")).isEqualTo("9013");
        assertThat(cnOfReply(Edition.HJ_212_2025, "1001")).isEqualTo("9013");
        assertThat(cnOfReply(Edition.HJ_212_2025, "1014")).isEqualTo("9013");
        assertThat(cnOfReply(Edition.HJ_212_2025, "9015")).isEqualTo("9013");
        assertThat(cnOfReply(Edition.HJT_212_2005, "2072")).isEqualTo("9013");
    }

    @Test
    void answersALoginWith9022() {
        assertThat(cnOfReply(Edition.HJ_212_2017, "9021")).isEqualTo("9022");
    }

    @Test
    void answersNoReplyAndNoEchoOfItsOwnCommands() {
        for (String cn : new String[] {"9011", "9012", "9013", "9014", "9022", "1062"}) {
            assertThat(cnOfReply(Edition.HJ_212_2017, cn)).as(cn).isEmpty();
        }
    }

    @Test
    void acknowledgesCodesOfMakersAsData() {
        assertThat(cnOfReply(Edition.HJ_212_2017, "8013")).isEqualTo("9014");
    }

    @Test
    void echoesAnEmptyDeviceNumberBeforeActivation() {
        assertThat(reply(
                        Edition.HJ_212_2025,
                        "32",
                        "1001",
                        upload -> upload.qn("20260301093000120").mn("").answerWanted()))
                .startsWith("##0063QN=20260301093000120;ST=91;CN=9013;PW=123456;MN=;Flag=8;CP=&&&&");
    }

    @Test
    void tellsARequestAndItsExecutionAsTheOfficialExamplesDo() {
        Frame request = upload(Edition.HJ_212_2017, "32", "1000")
                .qn("20160801085857223")
                .answerWanted()
                .build()
                .frame();
        assertThat(wire(Replies.requestAck(request, QnRtn.READY)))
                .isEqualTo("##0094QN=20160801085857223;ST=91;CN=9011;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                        + "CP=&&QnRtn=1&&1B00\r\n");
        assertThat(wire(Replies.executionResult(request, ExeRtn.SUCCESS)))
                .isEqualTo("##0095QN=20160801085857223;ST=91;CN=9012;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
                        + "CP=&&ExeRtn=1&&6240\r\n");
    }

    @Test
    void says2005OnlyWhat2005Knows() {
        Frame request = upload(Edition.HJT_212_2005, "32", "1000")
                .qn("20040516010101001")
                .answerWanted()
                .build()
                .frame();
        assertThat(wire(Replies.requestAck(request, QnRtn.READY)))
                .contains("ST=91;CN=9011;PW=123456;MN=" + MN + ";Flag=0;CP=&&QN=20040516010101001;QnRtn=1&&");
        assertThat(wire(Replies.requestAck(request, QnRtn.BAD_CRC))).contains("QnRtn=2&&");
        assertThat(wire(Replies.executionResult(request, ExeRtn.BUSY))).contains("ExeRtn=2&&");
        assertThat(wire(Replies.executionResult(request, ExeRtn.NO_DATA))).contains("ExeRtn=100&&");
    }

    @Test
    void readsReturnCodesWithLeadingZeros() {
        assertThat(QnRtn.find("1")).contains(QnRtn.READY);
        assertThat(QnRtn.find("001")).contains(QnRtn.READY);
        assertThat(QnRtn.find("100")).contains(QnRtn.UNKNOWN);
        assertThat(QnRtn.find("")).isEmpty();
        assertThat(ExeRtn.find("42")).isEmpty();
    }

    private static String cnOfReply(Edition edition, String cn) {
        return Replies.findReplyTo(upload(edition, "32", cn)
                        .qn("20240601085857223")
                        .answerWanted()
                        .build()
                        .frame())
                .map(reply -> reply.frame().cn())
                .orElse("");
    }

    private static String reply(Edition edition, String st, String cn, UnaryOperator<Outgoing.Builder> more) {
        Frame received = more.apply(upload(edition, st, cn)).build().frame();
        return Replies.findReplyTo(received).map(RepliesTest::wire).orElse("");
    }

    private static Outgoing.Builder upload(Edition edition, String st, String cn) {
        return Outgoing.to(edition, st, cn).pw("123456").mn(MN);
    }

    private static String wire(Outgoing outgoing) {
        return new String(outgoing.toBytes(), StandardCharsets.US_ASCII);
    }
}
