package io.jianhu.bench.city;

/**
 * Randomness without a state: the same key always gives the same number, in any order of asking. That is what makes the
 * past computable.
 */
final class Noise {

    private static final double UNIT = 0x1.0p-53;

    private Noise() {}

    /** Mixes a number into a key (SplitMix64 finaliser). */
    static long mix(long key, long number) {
        long z = key ^ (number * 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Mixes a name into a key. */
    static long mix(long key, String name) {
        long mixed = key;
        for (int i = 0; i < name.length(); i++) {
            mixed = mix(mixed, name.charAt(i) + 1L);
        }
        return mixed;
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    static double uniform(long key) {
        return (mix(key, 1) >>> 11) * UNIT;
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    static int between(long key, int from, int to) {
        return from + (int) (uniform(key) * (to - from + 1));
    }

    /** A smooth curve between -1 and 1 that takes a new random value every {@code period} seconds. */
    static double smooth(long key, double seconds, double period) {
        double position = seconds / period;
        long left = (long) Math.floor(position);
        double part = position - left;
        double weight = part * part * (3 - 2 * part);
        double a = uniform(mix(key, left)) * 2 - 1;
        double b = uniform(mix(key, left + 1)) * 2 - 1;
        return a + (b - a) * weight;
    }
}
