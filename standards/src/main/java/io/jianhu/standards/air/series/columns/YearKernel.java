package io.jianhu.standards.air.series.columns;

import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;

/** Days to a year. */
final class YearKernel {

    private final int[] monthEnds = new int[12];
    private final int days;

    YearKernel(int year) {
        days = Year.of(year).length();
        for (int month = 1; month <= monthEnds.length; month++) {
            monthEnds[month - 1] = YearMonth.of(year, month).atEndOfMonth().getDayOfYear();
        }
    }

    ColumnItem evaluate(DailyColumn column, ItemRules rules) {
        long denominator = rules.inLastDecimal(column.denominator());
        long[] values = column.numerators();
        long[] valid = new long[days];
        int count = 0;
        int attaining = 0;
        int invalidMonths = 0;
        long sum = 0;
        long limit = ItemRules.NONE;
        long aboveLimit = 0;
        int day = 0;
        for (int month = 0; month < monthEnds.length; month++) {
            int before = count;
            for (; day < monthEnds[month]; day++) {
                long value = values[day];
                if (rules.dailyLimits()[day] != limit) {
                    limit = rules.dailyLimits()[day];
                    aboveLimit = Exact.leastAbove(limit, denominator);
                }
                if (value >= 0) {
                    valid[count++] = value;
                    sum += value;
                    attaining += value < aboveLimit ? 1 : 0;
                }
            }
            if (count - before < rules.neededByMonth()[month]) {
                invalidMonths |= 1 << month;
            }
        }
        boolean validYear = count >= rules.neededDays() && invalidMonths == 0;
        if (count == 0) {
            return new ColumnItem(0, invalidMonths, validYear, ItemRules.NONE, ItemRules.NONE, 0, false);
        }
        boolean hasMean = rules.meanLimit() != ItemRules.NONE;
        long mean = hasMean ? Exact.roundHalfEven(sum, count * denominator) : ItemRules.NONE;
        long percentile = percentile(valid, count, rules, denominator);
        boolean within = mean <= rules.meanLimit() && percentile <= rules.percentileLimit();
        return new ColumnItem(count, invalidMonths, validYear, mean, percentile, attaining, within);
    }

    /** (n-1)·p splits into whole steps and a rest, both exact; the value between two days is a sum of whole parts. */
    private static long percentile(long[] values, int count, ItemRules rules, long denominator) {
        Arrays.sort(values, 0, count);
        BigDecimal p = rules.item().percentile();
        long parts = 100 * Exact.powerOfTen(Math.max(0, p.scale()));
        long position = (count - 1) * p.movePointRight(Math.max(0, p.scale())).longValueExact();
        int whole = (int) (position / parts);
        long rest = position % parts;
        long below = values[whole];
        long above = rest == 0 ? below : values[whole + 1];
        return Exact.roundHalfEven(below * parts + (above - below) * rest, parts * denominator);
    }
}
