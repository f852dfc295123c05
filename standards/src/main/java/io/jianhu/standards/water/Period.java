package io.jianhu.standards.water;

/** Periods of surface water evaluation, with the names of their rows in {@code water-methods}. */
public enum Period {
    /** The value of the month or the mean of its values. */
    MONTH("month_values", "month_values"),
    /** The mean of two values or more. */
    QUARTER("quarter_values", "quarter_values"),
    /** The mean of the twelve months, of eight at least where ice or the like prevents sampling. */
    YEAR("year_values", "year_values_least");

    private final String usual;
    private final String least;

    Period(String usual, String least) {
        this.usual = usual;
        this.least = least;
    }

    /** Name of the number of values of a usual period. */
    String usual() {
        return usual;
    }

    /** Name of the number of values below which there is no mean. */
    String least() {
        return least;
    }
}
