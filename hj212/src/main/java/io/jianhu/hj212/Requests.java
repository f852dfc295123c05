package io.jianhu.hj212;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a platform asks of a device: one method for each command, and {@link #of} for any command of the catalogue.
 *
 * <p>Every request wants an answer (Flag 1, 5 or 9). A 2005 device is given the codes of 2005: {@code w01018} goes out as
 * {@code 011}. The methods throw {@link IllegalArgumentException} where the edition has no such command or the catalogue
 * does not allow the values; what people typed goes through {@link #of}, which tells them why.
 */
public final class Requests {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Frame.BEIJING);
    private static final DateTimeFormatter HHMM = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter HHMMSS = DateTimeFormatter.ofPattern("HHmmss");

    private Requests() {}

    /**
     * Whom a request is for.
     *
     * @param st system code of the device, such as {@code 32}
     * @param pw its password
     * @param mn its number
     */
    public record Target(Edition edition, String st, String pw, String mn) {}

    /** What became of a request somebody asked for. */
    public sealed interface Outcome {}

    /** The request may be sent. */
    public record Ready(Outgoing request) implements Outcome {}

    /** The catalogue does not allow the parameters. */
    public record Refused(List<ParameterError> errors) implements Outcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Any command of the catalogue with parameters by name, as people give them.
     *
     * @param qn 17 digits that name the exchange
     * @param parameters values by name; an absent one and an empty list are the same
     * @throws IllegalArgumentException where command and target are of different editions, where the platform never sends the
     *     command, and where QN, PW or MN could not be written
     */
    public static Outcome of(Command command, Target target, String qn, Map<String, List<String>> parameters) {
        if (command.edition() != target.edition()) {
            throw new IllegalArgumentException(
                    "command of edition " + command.edition().label() + " for a device of "
                            + target.edition().label() + ": look it up in the edition of the device");
        }
        if (!command.isWorkOrder()) {
            throw new IllegalArgumentException("a platform does not ask for " + command.cn());
        }
        if (qn.length() != 17 || Times.findTime(qn).isEmpty()) {
            throw new IllegalArgumentException("QN is 17 digits of a time, not '" + qn + "': take it from a QnSource");
        }
        List<ParameterError> errors = new ParameterCheck(command, parameters).errors();
        return errors.isEmpty()
                ? new Ready(new RequestWriter(command, parameters).write(target, qn))
                : new Refused(errors);
    }

    /** 1000: how long the device waits for an answer, and how often it sends again. */
    public static Outgoing setRetry(Target target, String qn, int overTimeSeconds, int reCount) {
        return send(target, qn, "1000", of("OverTime", overTimeSeconds), of("ReCount", reCount));
    }

    /** 1001 of 2005: for how long a limit is exceeded before an alarm. */
    public static Outgoing setAlarmDelay(Target target, String qn, int seconds) {
        return send(target, qn, "1001", of("WarnTime", seconds));
    }

    /** 1002 of 2025: the target's MN is the new number of the logger with this serial. */
    public static Outgoing assignMn(Target target, String qn, String loggerSerial) {
        return send(target, qn, "1002", of("i23005", loggerSerial));
    }

    /** 1011: the clock of the logger. */
    public static Outgoing getTime(Target target, String qn) {
        return send(target, qn, "1011");
    }

    /** 1011: the clock of the instrument that measures the factor. */
    public static Outgoing getInstrumentTime(Target target, String qn, String factor) {
        return send(target, qn, "1011", of("PolId", factor));
    }

    /** 1012: the clock of the logger. */
    public static Outgoing setTime(Target target, String qn, Instant time) {
        return send(target, qn, "1012", of("SystemTime", time));
    }

    /** 1012: the clock of the instrument that measures the factor. */
    public static Outgoing setInstrumentTime(Target target, String qn, String factor, Instant time) {
        return send(target, qn, "1012", of("PolId", factor), of("SystemTime", time));
    }

    /** 1014 of 2025. The frame holds a secret: send it encrypted with the key in use, and never store it as text. */
    public static Outgoing setKey(Target target, String qn, Instant created, String key) {
        return send(target, qn, "1014", new Given("SKCreateTime", List.of(Qn.of(created))), of("NewSK", key));
    }

    /** 1014 of a surface-water station: the clock of the logger. */
    public static Outgoing getLoggerTime(Target target, String qn) {
        return send(target, qn, "1014");
    }

    /** 1015 of a surface-water station: the clock of the logger. */
    public static Outgoing setLoggerTime(Target target, String qn, Instant time) {
        return send(target, qn, "1015", of("SystemTime", time));
    }

    /** 1021 of 2005. */
    public static Outgoing getAlarmLimits(Target target, String qn, List<String> factors) {
        return send(target, qn, "1021", new Given("PolId", factors));
    }

    /** 1022 of 2005. */
    public static Outgoing setAlarmLimits(Target target, String qn, String factor, BigDecimal low, BigDecimal up) {
        return send(
                target,
                qn,
                "1022",
                of("PolId", factor),
                of("LowValue", low.toPlainString()),
                of("UpValue", up.toPlainString()));
    }

    /** 1031 of 2005. */
    public static Outgoing getPlatformAddress(Target target, String qn) {
        return send(target, qn, "1031");
    }

    /** 1032 of 2005. */
    public static Outgoing setPlatformAddress(Target target, String qn, String address) {
        return send(target, qn, "1032", of("AlarmTarget", address));
    }

    /** 1041 of 2005. */
    public static Outgoing getReportTime(Target target, String qn) {
        return send(target, qn, "1041");
    }

    /** 1042 of 2005. */
    public static Outgoing setReportTime(Target target, String qn, LocalTime beijingTime) {
        return send(target, qn, "1042", of("ReportTime", HHMM.format(beijingTime)));
    }

    /** 1061. */
    public static Outgoing getRealtimeInterval(Target target, String qn) {
        return send(target, qn, "1061");
    }

    /** 1062: 30 to 3 600 s. */
    public static Outgoing setRealtimeInterval(Target target, String qn, int seconds) {
        return send(target, qn, "1062", of("RtdInterval", seconds));
    }

    /** 1063. */
    public static Outgoing getMinuteInterval(Target target, String qn) {
        return send(target, qn, "1063");
    }

    /** 1064: a divisor of an hour up to 30 min. */
    public static Outgoing setMinuteInterval(Target target, String qn, int minutes) {
        return send(target, qn, "1064", of("MinInterval", minutes));
    }

    /** 1072: the target holds the password in use. */
    public static Outgoing setPassword(Target target, String qn, String newPassword) {
        return send(target, qn, "1072", of(target.edition() == Edition.HJT_212_2005 ? "PW" : "NewPW", newPassword));
    }

    /** 2011. */
    public static Outgoing startRealtime(Target target, String qn) {
        return send(target, qn, "2011");
    }

    /** 2011 of 2025: the real-time history of power monitoring, ST=44. */
    public static Outgoing getRealtimeHistory(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2011", begin, end);
    }

    /** 2012. */
    public static Outgoing stopRealtime(Target target, String qn) {
        return send(target, qn, "2012");
    }

    /** 2013 of 2025. */
    public static Outgoing getRawData(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2013", begin, end);
    }

    /** 2021. */
    public static Outgoing startFacilityStates(Target target, String qn) {
        return send(target, qn, "2021");
    }

    /** 2022. */
    public static Outgoing stopFacilityStates(Target target, String qn) {
        return send(target, qn, "2022");
    }

    /** 2031. Both ends are starts of intervals and both are included, here as in all histories. */
    public static Outgoing getDays(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2031", begin, end);
    }

    /** 2041. */
    public static Outgoing getRunningTimes(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2041", begin, end);
    }

    /** 2051. */
    public static Outgoing getMinutes(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2051", begin, end);
    }

    /** 2052 of 2025. */
    public static Outgoing getNoiseMeasurements(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2052", begin, end);
    }

    /** 2061. */
    public static Outgoing getHours(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2061", begin, end);
    }

    /** 2062 of 2025 and of surface-water stations. */
    public static Outgoing getStandardChecks(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2062", begin, end);
    }

    /** 2071 of 2005. */
    public static Outgoing getAlarms(Target target, String qn, Instant begin, Instant end) {
        return span(target, qn, "2071", begin, end);
    }

    /** 3011. */
    public static Outgoing calibrate(Target target, String qn, String factor) {
        return send(target, qn, "3011", of("PolId", factor));
    }

    /** 3011 of 2025. */
    public static Outgoing calibrate(Target target, String qn, String factor, Calibration calibration) {
        return send(target, qn, "3011", of("PolId", factor), of("CalibrationType", calibration.code));
    }

    /** 3012. */
    public static Outgoing sample(Target target, String qn, String factor) {
        return send(target, qn, "3012", of("PolId", factor));
    }

    /** 3013: since 2017 washing or blowback, in 2005 any operation of the equipment. */
    public static Outgoing wash(Target target, String qn, String factor) {
        return send(target, qn, "3013", of("PolId", factor));
    }

    /** 3014 of 2005: the hours of the day at which to sample. */
    public static Outgoing setSamplingHours(Target target, String qn, String factor, List<Integer> hours) {
        List<String> texts = hours.stream().map(hour -> Integer.toString(hour)).toList();
        return send(target, qn, "3014", of("PolId", factor), new Given("CTime", texts));
    }

    /** 3014 of 2017. */
    public static Outgoing takeComparisonSample(Target target, String qn, String factor) {
        return send(target, qn, "3014", of("PolId", factor));
    }

    /** 3015 of 2017. */
    public static Outgoing retainExceedanceSample(Target target, String qn) {
        return send(target, qn, "3015");
    }

    /** 3016 of 2017. */
    public static Outgoing setSamplingPeriod(Target target, String qn, String factor, LocalTime first, int hours) {
        return send(
                target, qn, "3016", of("PolId", factor), of("CstartTime", HHMMSS.format(first)), of("CTime", hours));
    }

    /** 3017 of 2017. */
    public static Outgoing getSamplingPeriod(Target target, String qn, String factor) {
        return send(target, qn, "3017", of("PolId", factor));
    }

    /** 3018. */
    public static Outgoing getResultDelay(Target target, String qn, String factor) {
        return send(target, qn, "3018", of("PolId", factor));
    }

    /** 3019. */
    public static Outgoing getInstrumentId(Target target, String qn, String factor) {
        return send(target, qn, "3019", of("PolId", factor));
    }

    /** 3020: log entries, {@code i11001} of an instrument. */
    public static Outgoing getLog(Target target, String qn, String factor, Instant begin, Instant end) {
        return send(
                target,
                qn,
                "3020",
                of("PolId", factor),
                of("InfoId", "i11001"),
                of("BeginTime", begin),
                of("EndTime", end));
    }

    /** 3020: log entries of the logger, {@code i21001}. */
    public static Outgoing getLoggerLog(Target target, String qn, Instant begin, Instant end) {
        return send(target, qn, "3020", of("InfoId", "i21001"), of("BeginTime", begin), of("EndTime", end));
    }

    /** 3020: a state or parameter. */
    public static Outgoing getInfo(Target target, String qn, String factor, String infoId) {
        return send(target, qn, "3020", of("PolId", factor), of("InfoId", infoId));
    }

    /** 3021. */
    public static Outgoing setInfo(Target target, String qn, String factor, String infoId, String value) {
        return send(target, qn, "3021", of("PolId", factor), of("InfoId", infoId), of("Info", value));
    }

    /** 3022 of 2025. */
    public static Outgoing retainSample(Target target, String qn, String factor) {
        return send(target, qn, "3022", of("PolId", factor));
    }

    /** 3024 of 2025. */
    public static Outgoing startStandardCheck(Target target, String qn, String factor) {
        return send(target, qn, "3024", of("PolId", factor));
    }

    /** The two ends of a measuring range. */
    public enum Calibration {
        ZERO(0),
        SPAN(1);

        private final int code;

        Calibration(int code) {
            this.code = code;
        }
    }

    private record Given(String name, List<String> values) {}

    private static Given of(String name, String value) {
        return new Given(name, List.of(value));
    }

    private static Given of(String name, int value) {
        return of(name, Integer.toString(value));
    }

    private static Given of(String name, Instant time) {
        return of(name, SECONDS.format(time));
    }

    private static Outgoing span(Target target, String qn, String cn, Instant begin, Instant end) {
        return send(target, qn, cn, of("BeginTime", begin), of("EndTime", end));
    }

    private static Outgoing send(Target target, String qn, String cn, Given... given) {
        Command command = Commands.find(target.edition(), cn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition " + target.edition().label() + " has no command " + cn));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Arrays.stream(given).forEach(one -> parameters.put(one.name(), one.values()));
        return switch (of(command, target, qn, parameters)) {
            case Ready ready -> ready.request();
            case Refused refused ->
                throw new IllegalArgumentException(refused.errors().getFirst().messageEn());
        };
    }
}
