package io.jianhu.standards.air.series.columns;

/**
 * One factor of a network.
 *
 * @param factor key of the factor catalogue
 * @param decimals of its hours in the arrays: with 1, the number 305 is 30.5 µg/m³ (mg/m³ of carbon monoxide)
 */
public record Column(String factor, int decimals) {

    private static final int MOST_DECIMALS = 4;

    /** @throws IllegalArgumentException when the decimals are negative or more than four */
    public Column {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException(factor + " with " + decimals + " decimals");
        }
    }
}
