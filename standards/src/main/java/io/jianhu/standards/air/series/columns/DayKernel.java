package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.series.DayHours;

/**
 * Hours to days. The loops have no branch on a gap: {@code value >> 31} is all ones for a gap, so its complement masks the
 * value and, subtracted, counts it.
 */
final class DayKernel {

    private static final int HOURS = DayHours.HOURS;
    static final int WINDOW = 8;

    private DayKernel() {}

    /** The numbers that make a mean over 0 to most values exact over one denominator; 0 where there are too few. */
    static int[] multipliers(int needed, int most) {
        int common = Exact.commonMultiple(needed, most);
        int[] multipliers = new int[most + 1];
        for (int count = needed; count <= most; count++) {
            multipliers[count] = common / count;
        }
        return multipliers;
    }

    /**
     * The means of natural days.
     *
     * @param multipliers by number of valid hours
     */
    static long[] means(int[] hours, int[] multipliers) {
        long[] means = new long[hours.length / HOURS];
        for (int day = 0, at = 0; day < means.length; day++, at += HOURS) {
            int sum = 0;
            int count = 0;
            for (int i = at; i < at + HOURS; i++) {
                int valid = ~(hours[i] >> 31);
                sum += hours[i] & valid;
                count -= valid;
            }
            int multiplier = multipliers[count];
            means[day] = multiplier == 0 ? DailyColumn.NO_VALUE : (long) sum * multiplier;
        }
        return means;
    }

    /** The largest hour of each day; {@link HourlyColumns#GAP} on a day without one. */
    static int[] largestHours(int[] hours) {
        int[] largest = new int[hours.length / HOURS];
        for (int day = 0, at = 0; day < largest.length; day++, at += HOURS) {
            int max = HourlyColumns.GAP;
            for (int i = at; i < at + HOURS; i++) {
                max = Math.max(max, hours[i]);
            }
            largest[day] = max;
        }
        return largest;
    }

    /** The largest valid moving 8 h mean of each day. */
    static long[] maxEightHours(int[] hours, DayRule.MaxEightHours rule) {
        long[] largest = new long[hours.length / HOURS];
        int[] multipliers = rule.multipliers();
        for (int day = 0, at = 0; day < largest.length; day++, at += HOURS) {
            int sum = 0;
            int count = 0;
            for (int i = at + rule.firstEnd() - WINDOW; i < at + rule.firstEnd() - 1; i++) {
                int valid = ~(hours[i] >> 31);
                sum += hours[i] & valid;
                count -= valid;
            }
            long max = DailyColumn.NO_VALUE;
            int windows = 0;
            for (int end = at + rule.firstEnd() - 1; end < at + rule.lastEnd(); end++) {
                int valid = ~(hours[end] >> 31);
                sum += hours[end] & valid;
                count -= valid;
                int multiplier = multipliers[count];
                if (multiplier != 0) {
                    windows++;
                    max = Math.max(max, (long) sum * multiplier);
                }
                int first = hours[end - WINDOW + 1];
                int gone = ~(first >> 31);
                sum -= first & gone;
                count += gone;
            }
            largest[day] =
                    windows >= rule.neededWindows() || max >= rule.aboveLimit()[day] ? max : DailyColumn.NO_VALUE;
        }
        return largest;
    }
}
