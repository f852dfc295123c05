package io.jianhu.bench.city;

import io.jianhu.bench.city.Summary.FactorSummary;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The frames one logger writes, before its habits get at them. Times are labels: seconds of the logger's own clock. */
final class Uploads {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final Charset GBK = Charset.forName("GBK");

    /** Treatment facilities whose state is reported. */
    private static final int FACILITIES = 2;

    private final Device device;

    Uploads(Device device) {
        this.device = device;
    }

    /** A frame from this device; the caller adds QN and what follows. */
    Outgoing.Builder begin(String cn, String password) {
        Outgoing.Builder frame = Outgoing.to(device.edition(), device.medium().st(), cn)
                .pw(password)
                .mn(device.mn());
        if (device.has(Quirk.MUTE)) {
            frame.withoutFlag();
        }
        return frame;
    }

    /** CN=2011. The signal tells when a batch analyser took its sample. */
    void realtime(Outgoing.Builder frame, long label, long trueSecond, Sample sample, Signal signal) {
        frame.field("DataTime", time(label));
        for (int i = 0; i < device.factors().size(); i++) {
            FactorModel factor = device.factors().get(i);
            Group group = new Group(frame, device.codeOf(factor));
            if (device.edition() != Edition.HJT_212_2005 && !factor.sampling().isZero()) {
                group.add("SampleTime", time(label - trueSecond + signal.sampledAt(i, trueSecond)));
            }
            group.add("Rtd", number(sample.values()[i], factor.decimals()));
            if (factor.isConverted()) {
                group.add("ZsRtd", number(sample.converted()[i], factor.decimals()));
            }
            if (device.has(Quirk.VENDOR_SUFFIX)) {
                group.add("Ori", number(sample.values()[i], factor.decimals()));
            }
            group.add("Flag", String.valueOf(sample.marks()[i]));
        }
    }

    /** CN=2051, 2061 and 2031: {@code DataTime} is the start of the interval. */
    void summary(Outgoing.Builder frame, long start, Summary summary) {
        frame.field("DataTime", time(start));
        for (FactorSummary values : summary.factors()) {
            FactorModel factor = values.model();
            Group group = new Group(frame, device.codeOf(factor));
            if (factor.isFlow() || factor.isConcentration()) {
                group.add("Cou", amount(values.amount()));
            }
            group.add("Min", number(values.min(), factor.decimals()));
            group.add("Avg", number(values.avg(), factor.decimals()));
            group.add("Max", number(values.max(), factor.decimals()));
            if (factor.isConverted()) {
                group.add("ZsMin", number(values.convertedMin(), factor.decimals()));
                group.add("ZsAvg", number(values.convertedAvg(), factor.decimals()));
                group.add("ZsMax", number(values.convertedMax(), factor.decimals()));
            }
            group.add("Flag", String.valueOf(values.mark()));
        }
    }

    /** CN=2021. */
    void state(Outgoing.Builder frame, long label, FacilityState state) {
        frame.field("DataTime", time(label));
        for (int facility = 1; facility <= FACILITIES; facility++) {
            frame.field("SB" + facility + "-RS", Integer.toString(state.code()));
        }
    }

    /** CN=2041. */
    void runTime(Outgoing.Builder frame, long start, double hours) {
        frame.field("DataTime", time(start));
        for (int facility = 1; facility <= FACILITIES; facility++) {
            frame.field(
                    "SB" + facility + "-RT",
                    BigDecimal.valueOf(hours).setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
    }

    /** CN=2081. */
    void powerOn(Outgoing.Builder frame, long label, long restarted) {
        frame.field("DataTime", time(label)).field("RestartTime", time(restarted));
    }

    /** CN=3020: a line of an analyser's log, in the charset of this maker. */
    void log(Outgoing.Builder frame, long label, String factor, String text) {
        frame.text(charset())
                .field("DataTime", time(label))
                .field("PolId", factor)
                .with("i11001-Info", "//" + text + "//");
    }

    Charset charset() {
        return device.has(Quirk.GBK_TEXT) ? GBK : StandardCharsets.UTF_8;
    }

    static String time(long label) {
        return TIME.format(LocalDateTime.ofEpochSecond(label, 0, Frame.BEIJING));
    }

    private static String number(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).toPlainString();
    }

    private static String amount(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** HJ 212-2017 table 4, SBx-RS. */
    enum FacilityState {
        OFF(0),
        RUNNING(1),
        CALIBRATING(2),
        MAINTAINED(3);

        private final int code;

        FacilityState(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** The fields of one factor: the first begins a new object. */
    private static final class Group {
        private final Outgoing.Builder frame;
        private final String code;
        private boolean begun;

        private Group(Outgoing.Builder frame, String code) {
            this.frame = frame;
            this.code = code;
        }

        private void add(String suffix, String value) {
            if (begun) {
                frame.with(code + "-" + suffix, value);
            } else {
                frame.field(code + "-" + suffix, value);
                begun = true;
            }
        }
    }
}
