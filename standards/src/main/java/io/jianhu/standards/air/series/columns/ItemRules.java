package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.EvaluationItem;
import java.math.BigDecimal;

/**
 * What one factor of a year is evaluated by, as whole numbers.
 *
 * @param item its row of HJ 663
 * @param neededDays the least valid days of the year
 * @param neededByMonth the least valid days of each month, January first
 * @param meanLimit of the annual mean, in the last decimal of the evaluation; negative where the mean is not evaluated
 * @param percentileLimit of the percentile
 * @param dailyLimits by day of the year
 */
record ItemRules(
        EvaluationItem item,
        int neededDays,
        int[] neededByMonth,
        long meanLimit,
        long percentileLimit,
        long[] dailyLimits) {

    static final long NONE = -1;

    /** A number in the last decimal of the evaluation. */
    static long scaled(BigDecimal number, EvaluationItem item) {
        return number.movePointRight(item.rounding().decimals()).longValueExact();
    }

    /** What a denominator of daily values becomes when values are counted in the last decimal of the evaluation. */
    long inLastDecimal(long denominator) {
        long power = Exact.powerOfTen(item.rounding().decimals());
        if (denominator % power != 0) {
            throw new IllegalArgumentException(item.factor() + " needs hours with at least "
                    + item.rounding().decimals() + " decimals");
        }
        return denominator / power;
    }
}
