package io.jianhu.standards.air.series.columns;

/** Whole-number arithmetic that loses nothing. */
final class Exact {

    /** What a numerator must leave free in a long: the sum of a year, a percentile in hundredths, and doubling. */
    static final long ROOM = 366L * 1_000 * 2;

    private Exact() {}

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The least common multiple of the numbers from a to b; negative where it does not fit into an int. */
    static int commonMultiple(int a, int b) {
        long common = 1;
        for (int number = a; number <= b; number++) {
            common = leastCommonMultiple(common, number);
            if (common > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) common;
    }

    static long leastCommonMultiple(long a, long b) {
        return Math.multiplyExact(a / gcd(a, b), b);
    }

    static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /** numerator / denominator to the nearest integer, halves to the even one (GB/T 8170). Neither is negative. */
    static long roundHalfEven(long numerator, long denominator) {
        long quotient = numerator / denominator;
        long rest = numerator - quotient * denominator;
        long other = denominator - rest;
        return rest > other || (rest == other && (quotient & 1) == 1) ? quotient + 1 : quotient;
    }

    /** The least numerator that {@link #roundHalfEven} takes above the limit. */
    static long leastAbove(long limit, long denominator) {
        long twice = Math.multiplyExact(2 * limit + 1, denominator);
        boolean tieGoesUp = twice % 2 == 0 && limit % 2 == 1;
        return tieGoesUp ? twice / 2 : twice / 2 + 1;
    }
}
