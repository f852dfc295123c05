package io.jianhu.bench.replay;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Qn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The measurements of one station or outlet over one hour or day, as a frame of HJ 212-2017. */
final class Measurements {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final String source;
    private final String st;
    private final Period period;
    private final Instant start;
    private final List<Mean> means = new ArrayList<>();

    /** What an upload is the mean of. */
    enum Period {
        HOUR("2061"),
        DAY("2031");

        private final String cn;

        Period(String cn) {
            this.cn = cn;
        }
    }

    private record Mean(String factor, BigDecimal mean, Optional<BigDecimal> amount) {}

    /**
     * @param source name of the station or outlet; the device number is made of it
     * @param start of the period
     */
    Measurements(String source, String st, Period period, Instant start) {
        this.source = source;
        this.st = st;
        this.period = period;
        this.start = start;
    }

    /** A row that says nothing that could be sent. */
    static Measurements nothing(String source) {
        return new Measurements(source, "32", Period.DAY, Instant.EPOCH);
    }

    String source() {
        return source;
    }

    /** Adds a mean in the unit of the factor (HJ 212-2017 appendix B). A missing one is left out of the frame. */
    Measurements with(String factor, Optional<BigDecimal> mean) {
        mean.ifPresent(value -> means.add(new Mean(factor, value, Optional.empty())));
        return this;
    }

    /** Adds a mean and the amount of the period, in the emission unit of the factor. */
    Measurements withAmount(String factor, Optional<BigDecimal> mean, Optional<BigDecimal> amount) {
        mean.ifPresent(value -> means.add(new Mean(factor, value, amount)));
        return this;
    }

    boolean isEmpty() {
        return means.isEmpty();
    }

    /** 24 hex digits that depend on the name only: the same data always come from the same device. */
    static String mn(String source) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** QN and DataTime are those of the data, so that a second replay sends the same frames again. */
    Outgoing toFrame() {
        Outgoing.Builder frame = Outgoing.to(Edition.HJ_212_2017, st, period.cn)
                .qn(Qn.of(start))
                .pw("123456")
                .mn(mn(source))
                .answerWanted()
                .field("DataTime", TIME.format(start.atOffset(Frame.BEIJING)));
        for (Mean mean : means) {
            frame.field(mean.factor + "-Avg", text(mean.mean));
            mean.amount.ifPresent(amount -> frame.with(mean.factor + "-Cou", text(amount)));
            frame.with(mean.factor + "-Flag", "N");
        }
        return frame.build();
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
