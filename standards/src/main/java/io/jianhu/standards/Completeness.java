package io.jianhu.standards;

/**
 * How much of what should be there was there.
 *
 * @param have the valid values
 * @param expected the values that a gapless period would have
 * @param needed the values that the rule asks for; the result counts as valid from there on
 */
public record Completeness(int have, int expected, int needed) {

    /** @throws IllegalArgumentException when a count is negative */
    public Completeness {
        if (have < 0 || expected < 0 || needed < 0) {
            throw new IllegalArgumentException(have + " of " + expected + ", needed " + needed);
        }
    }

    public boolean isEnough() {
        return have >= needed;
    }
}
