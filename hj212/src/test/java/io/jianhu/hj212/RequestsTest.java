package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final String QN = "20160801085857223";
    private static final Requests.Target T2005 =
            new Requests.Target(Edition.HJT_212_2005, "32", "123456", "88888880000001");
    private static final Requests.Target T2017 =
            new Requests.Target(Edition.HJ_212_2017, "32", "123456", "010000A8900016F000169DC0");
    private static final Requests.Target T2025 =
            new Requests.Target(Edition.HJ_212_2025, "32", "123456", "010000A8900016F000169DC0");
    private static final Instant T0840 = Instant.parse("2016-08-01T00:40:00Z");

    @Test
    void writesTheOfficialExamplesOf2017ByteForByte() {
        assertThat(wire(Requests.setRealtimeInterval(
                        new Requests.Target(Edition.HJ_212_2017, "32", "100000", T2017.mn()), QN, 30)))
                .isEqualTo("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&RtdInterval=30&&1C80\r\n");
        assertThat(wire(Requests.setRetry(T2017, QN, 5, 3)))
                .isEqualTo("##0107QN=20160801085857223;ST=32;CN=1000;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&OverTime=5;ReCount=3&&CAC1\r\n");
        assertThat(wire(Requests.getMinutes(T2017, QN, T0840, T0840)))
                .isEqualTo("##0134QN=20160801085857223;ST=32;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&BeginTime=20160801084000;EndTime=20160801084000&&56C0\r\n");
        assertThat(wire(Requests.setInfo(T2017, QN, "w01018", "i13004", "168.0")))
                .isEqualTo("##0131QN=20160801085857223;ST=32;CN=3021;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"
                        + "CP=&&PolId=w01018;InfoId=i13004;i13004-Info=168.0&&4E00\r\n");
    }

    @Test
    void laysOutEachDataAreaAsTheEditionDoes() {
        assertThat(area(Requests.getTime(T2017, QN))).isEmpty();
        assertThat(area(Requests.setInstrumentTime(T2017, QN, "w01018", T0840)))
                .isEqualTo("PolId=w01018;SystemTime=20160801084000");
        assertThat(area(Requests.getRunningTimes(T2017, QN, T0840, T0840)))
                .isEqualTo("BeginTime=20160801084000,EndTime=20160801084000");
        assertThat(area(Requests.getLog(T2017, QN, "w01018", T0840, T0840)))
                .isEqualTo("PolId=w01018;InfoId=i11001;BeginTime=20160801084000,EndTime=20160801084000");
        assertThat(area(Requests.setSamplingPeriod(T2017, QN, "w01018", LocalTime.MIDNIGHT, 2)))
                .isEqualTo("PolId=w01018;CstartTime=000000;CTime=2");
        assertThat(area(Requests.setPassword(T2017, QN, "654321"))).isEqualTo("NewPW=654321");
        assertThat(area(Requests.calibrate(T2025, QN, "w01018", Requests.Calibration.SPAN)))
                .isEqualTo("PolId=w01018,CalibrationType=1");
        assertThat(area(Requests.setKey(T2025, QN, T0840, "k3Y-of-16-bytes!")))
                .isEqualTo("SKCreateTime=20160801084000000,NewSK=k3Y-of-16-bytes!");
        assertThat(area(Requests.assignMn(T2025, QN, "6970000000001ABC"))).isEqualTo("i23005-Info=6970000000001ABC");
    }

    @Test
    void speaks2005To2005() {
        assertThat(wire(Requests.setPassword(T2005, QN, "654321"))).contains(";Flag=1;CP=&&PW=654321&&");
        assertThat(area(Requests.getHours(T2005, QN, T0840, T0840)))
                .isEqualTo("BeginTime=20160801084000,EndTime=20160801084000");
        assertThat(area(Requests.getAlarmLimits(T2005, QN, List.of("w01018", "101"))))
                .isEqualTo("PolId=011;PolId=101");
        assertThat(area(Requests.setAlarmLimits(T2005, QN, "w01018", new BigDecimal("0.5"), new BigDecimal("12.50"))))
                .isEqualTo("011-LowValue=0.5,011-UpValue=12.50");
        assertThat(area(Requests.setSamplingHours(T2005, QN, "w21003", List.of(2, 8, 20))))
                .isEqualTo("PolId=060,CTime=02,CTime=08,CTime=20");
        assertThat(area(Requests.setReportTime(T2005, QN, LocalTime.of(6, 30)))).isEqualTo("ReportTime=0630");
    }

    @Test
    void asksForAnAnswerInTheFlagOfTheEdition() {
        assertThat(Requests.stopRealtime(T2005, QN).frame().flag()).isEqualTo(new Flag(1));
        assertThat(Requests.stopRealtime(T2017, QN).frame().flag()).isEqualTo(new Flag(5));
        assertThat(Requests.stopRealtime(T2025, QN).frame().flag()).isEqualTo(new Flag(9));
    }

    @Test
    void refusesCommandsTheEditionDoesNotHave() {
        assertThatThrownBy(() -> Requests.getAlarms(T2017, QN, T0840, T0840))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2017")
                .hasMessageContaining("2071");
        assertThatThrownBy(() -> Requests.setMinuteInterval(T2005, QN, 10)).hasMessageContaining("1064");
        assertThatThrownBy(() -> Requests.calibrate(T2017, QN, "w01018", Requests.Calibration.ZERO))
                .hasMessageContaining("CalibrationType");
    }

    @Test
    void tellsEveryParameterThatIsWrongAndWhy() {
        assertThat(refusal("1000", Map.of("OverTime", List.of("0"), "Colour", List.of("red"))))
                .containsExactly(
                        new ParameterError(
                                "OverTime",
                                ParameterError.Code.OUT_OF_RANGE,
                                "OverTime 应在 1–99 s 之间。",
                                "OverTime is within 1–99 s."),
                        new ParameterError(
                                "ReCount", ParameterError.Code.MISSING, "ReCount 必须填写。", "ReCount is needed."),
                        new ParameterError(
                                "Colour",
                                ParameterError.Code.UNKNOWN,
                                "Colour 命令 1000 没有此参数。",
                                "Colour is no parameter of command 1000."));
    }

    @Test
    void tellsTheKindOfEachMistake() {
        assertThat(code("1062", "RtdInterval", "30.5")).isEqualTo(ParameterError.Code.NOT_A_NUMBER);
        assertThat(code("1062", "RtdInterval", "3601")).isEqualTo(ParameterError.Code.OUT_OF_RANGE);
        assertThat(code("1064", "MinInterval", "7")).isEqualTo(ParameterError.Code.NOT_A_CHOICE);
        assertThat(code("1012", "SystemTime", "20230229000000")).isEqualTo(ParameterError.Code.NOT_A_TIME);
        assertThat(code("1012", "SystemTime", "2023-02-28")).isEqualTo(ParameterError.Code.NOT_A_TIME);
        assertThat(code("1072", "NewPW", "1234567")).isEqualTo(ParameterError.Code.BAD_TEXT);
        assertThat(code("3012", "PolId", "w01018;x=1")).isEqualTo(ParameterError.Code.BAD_TEXT);
        assertThat(refusal("1062", Map.of("RtdInterval", List.of("30", "60"))))
                .extracting(ParameterError::code)
                .containsExactly(ParameterError.Code.REPEATED);
        assertThat(refusal(
                        "2051", Map.of("BeginTime", List.of("20240102000000"), "EndTime", List.of("20240101000000"))))
                .extracting(ParameterError::code)
                .containsExactly(ParameterError.Code.END_BEFORE_BEGIN);
        assertThat(refusal("3020", Map.of("InfoId", List.of("i11001"), "BeginTime", List.of("20240102000000"))))
                .extracting(ParameterError::parameter)
                .containsExactly("EndTime");
    }

    @Test
    void writesNoRequestOfAnotherEditionAndNoReply() {
        Command of2005 = Commands.get(Edition.HJT_212_2005, "1062");
        Command reply = Commands.get(Edition.HJ_212_2017, "9014");
        assertThatThrownBy(() -> Requests.of(of2005, T2017, QN, Map.of())).hasMessageContaining("2005");
        assertThatThrownBy(() -> Requests.of(reply, T2017, QN, Map.of())).hasMessageContaining("9014");
        assertThatThrownBy(() -> Requests.getTime(T2017, "2016")).hasMessageContaining("QN");
    }

    private static ParameterError.Code code(String cn, String parameter, String value) {
        List<ParameterError> errors = refusal(cn, Map.of(parameter, List.of(value)));
        assertThat(errors).hasSize(1);
        return errors.getFirst().code();
    }

    private static List<ParameterError> refusal(String cn, Map<String, List<String>> parameters) {
        Requests.Outcome outcome = Requests.of(Commands.get(Edition.HJ_212_2017, cn), T2017, QN, parameters);
        assertThat(outcome).isInstanceOf(Requests.Refused.class);
        return ((Requests.Refused) outcome).errors();
    }

    private static String wire(Outgoing outgoing) {
        return new String(outgoing.toBytes(), StandardCharsets.UTF_8);
    }

    private static String area(Outgoing outgoing) {
        String wire = wire(outgoing);
        return wire.substring(wire.indexOf("CP=&&") + 5, wire.lastIndexOf("&&"));
    }
}
