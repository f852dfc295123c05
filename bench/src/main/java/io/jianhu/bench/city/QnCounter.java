package io.jianhu.bench.city;

import io.jianhu.hj212.Qn;
import java.time.Instant;

/**
 * Gives one logger its QNs. Where the clock was set back the QN goes back too, but ends in other milliseconds, so that no
 * two frames of a logger have the same.
 */
final class QnCounter {

    private static final int SET_BACK_MILLIS = 60_000;
    private static final int MILLIS_APART = 13;

    private long last;
    private long timesSetBack;

    /** A QN for a frame sent at the label, milliseconds of the logger's clock. */
    String next(long labelMillis) {
        if (labelMillis < last - SET_BACK_MILLIS) {
            timesSetBack++;
            last = 0;
        }
        last = Math.max(last + 1, labelMillis + timesSetBack * MILLIS_APART);
        return Qn.of(Instant.ofEpochMilli(last));
    }
}
