package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.hj212.Item;
import io.jianhu.hj212.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statistics of one factor over one interval, as one frame states them (HJ 212-2017 table 4: Avg, Min, Max, Cou, Zs…, Flag). */
final class Observation {

    private static final int MAX_DIGITS = 40;

    final Key key;
    final String asSent;
    final Received frame;

    @Nullable
    BigDecimal avg;

    @Nullable
    BigDecimal min;

    @Nullable
    BigDecimal max;

    @Nullable
    BigDecimal total;

    @Nullable
    BigDecimal zsAvg;

    @Nullable
    BigDecimal zsMin;

    @Nullable
    BigDecimal zsMax;

    @Nullable
    String mark;
    /** Suffixes without a column and texts that are no number, by suffix. */
    final Map<String, String> other = new TreeMap<>();

    int revision = 1;

    /** @param kind {@code minute}, {@code hour} or {@code day} */
    record Key(int deviceId, String kind, String factor, long dataTimeMicros) {}

    Observation(Key key, String asSent, Received frame) {
        this.key = key;
        this.asSent = asSent;
        this.frame = frame;
    }

    /** Takes what the item says. A suffix said before in the same frame keeps its first value; the next one goes to {@link #other}. */
    void add(Item item) {
        for (Value value : item.values()) {
            String text = Texts.storable(value.text());
            BigDecimal number = findNumber(text);
            boolean taken = switch (value.suffix().toLowerCase(Locale.ROOT)) {
                case "avg" -> number != null && avg == null && (avg = number) != null;
                case "min" -> number != null && min == null && (min = number) != null;
                case "max" -> number != null && max == null && (max = number) != null;
                case "cou" -> number != null && total == null && (total = number) != null;
                case "zsavg" -> number != null && zsAvg == null && (zsAvg = number) != null;
                case "zsmin" -> number != null && zsMin == null && (zsMin = number) != null;
                case "zsmax" -> number != null && zsMax == null && (zsMax = number) != null;
                case "flag" -> mark == null && (mark = text) != null;
                default -> false;
            };
            if (!taken) {
                keep(Texts.storable(value.suffix()), text);
            }
        }
    }

    private void keep(String suffix, String text) {
        String name = suffix;
        for (int again = 2; other.putIfAbsent(name, text) != null; again++) {
            name = suffix + "(" + again + ")";
        }
    }

    /** Whether both state the same: equal numbers (1.0 is 1.00), equal mark, equal rest. */
    boolean saysTheSameAs(Observation that) {
        return same(avg, that.avg)
                && same(min, that.min)
                && same(max, that.max)
                && same(total, that.total)
                && same(zsAvg, that.zsAvg)
                && same(zsMin, that.zsMin)
                && same(zsMax, that.zsMax)
                && java.util.Objects.equals(mark, that.mark)
                && other.equals(that.other);
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    /** The number a text is; null for anything else, and for numbers no instrument can mean. */
    static @Nullable BigDecimal findNumber(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_DIGITS) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.scale() > MAX_DIGITS || number.scale() < -MAX_DIGITS ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
