package io.jianhu.bench.city;

/**
 * What an analyser shows for every factor of a device at one instant, in the order of {@link Device#factors()}.
 *
 * @param values in units of the factor's last decimal
 * @param converted the same at reference oxygen; meaningful for converted factors only
 * @param marks HJ 212-2017 table 8
 */
record Sample(long[] values, long[] converted, char[] marks) {

    static final char NORMAL = 'N';

    /** What loggers with the habit send while the analyser does not answer. */
    static final long SENTINEL = -99;

    boolean isNormal(int factor) {
        return marks[factor] == NORMAL;
    }
}
