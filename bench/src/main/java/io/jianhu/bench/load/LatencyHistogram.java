package io.jianhu.bench.load;

import java.util.Arrays;

/**
 * Counts durations in buckets that grow with the duration: the error of a percentile is below 1 %. Nanoseconds. Not
 * thread-safe.
 */
final class LatencyHistogram {

    /** Buckets between a power of two and the next. */
    private static final int STEPS = 128;

    private static final int STEP_BITS = 7;

    private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];
    private long total;
    private long max;

    void record(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucket(value)]++;
        total++;
        max = Math.max(max, value);
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        max = 0;
    }

    long total() {
        return total;
    }

    long max() {
        return max;
    }

    /** The duration that the share (0 to 1) of all durations does not exceed; 0 where there are none. */
    long percentile(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(max, upperEnd(i));
            }
        }
        return max;
    }

    private static int bucket(long value) {
        if (value < STEPS) {
            return (int) value;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - STEP_BITS;
        return (exponent + 1) * STEPS + (int) (value >>> exponent) - STEPS;
    }

    private static long upperEnd(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int exponent = bucket / STEPS - 1;
        return ((long) (bucket % STEPS + STEPS + 1) << exponent) - 1;
    }
}
