package io.jianhu.standards.air.series.columns;

/**
 * One factor of a year, in whole numbers of the last decimal of the evaluation.
 *
 * @param days valid days
 * @param invalidMonths bit 0 for January
 * @param mean rounded; -1 without a valid day or where the mean is not evaluated
 * @param percentile rounded; -1 without a valid day
 * @param attainingDays valid days that meet the daily limit of that day
 * @param within whether mean and percentile meet their limits
 */
public record ColumnItem(
        int days, int invalidMonths, boolean valid, long mean, long percentile, int attainingDays, boolean within) {

    /** Whether the item attains: the year is valid and both statistics meet their limits. */
    public boolean isAttained() {
        return valid && within;
    }
}
