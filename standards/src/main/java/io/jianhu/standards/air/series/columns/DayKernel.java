package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.series.DayHours;

/**
 * Hours to days. Gaps are zero in the arrays, so sums need no test; how many hours stand behind a sum is the number of bits in
 * the mask of the day.
 */
final class DayKernel {

    static final int WINDOW = 8;

    private static final int HOURS = DayHours.HOURS;
    private static final int PART = HOURS / 4;
    private static final int WHOLE_DAY = (1 << HOURS) - 1;
    private static final int WHOLE_WINDOW = (1 << WINDOW) - 1;

    private DayKernel() {}

    /** The numbers that bring a sum of so many values to the mean over one denominator; 0 where there are too few. */
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
    static long[] means(int[] hours, int[] masks, int[] multipliers) {
        long[] means = new long[masks.length];
        for (int day = 0; day < means.length; day++) {
            int multiplier = multipliers[Integer.bitCount(masks[day])];
            means[day] = multiplier == 0 ? DailyColumn.NO_VALUE : (long) sum(hours, day * HOURS) * multiplier;
        }
        return means;
    }

    /** Four sums side by side: the processor need not wait for one addition to begin the next. */
    private static int sum(int[] hours, int from) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        for (int i = from; i < from + PART; i++) {
            a += hours[i];
            b += hours[i + PART];
            c += hours[i + 2 * PART];
            d += hours[i + 3 * PART];
        }
        return a + b + (c + d);
    }

    /** The largest hour of each day; negative on a day without one. */
    static int[] largestHours(int[] hours, int[] masks) {
        int[] largest = new int[masks.length];
        for (int day = 0, at = 0; day < largest.length; day++, at += HOURS) {
            int max = 0;
            for (int i = at; i < at + HOURS; i++) {
                max = Math.max(max, hours[i]);
            }
            largest[day] = masks[day] == 0 ? -1 : max;
        }
        return largest;
    }

    /** The largest valid moving 8 h mean of each day. */
    static long[] maxEightHours(int[] hours, int[] masks, DayRule.MaxEightHours rule) {
        long[] largest = new long[masks.length];
        long whole = rule.multipliers()[WINDOW];
        for (int day = 0, at = 0; day < largest.length; day++, at += HOURS) {
            largest[day] = masks[day] == WHOLE_DAY
                    ? maxWindow(hours, at + rule.firstEnd() - WINDOW, at + rule.lastEnd()) * whole
                    : maxValidWindow(hours, at, masks[day], rule, rule.aboveLimit()[day]);
        }
        return largest;
    }

    /** The largest sum of a window that lies between from and to. */
    private static long maxWindow(int[] hours, int from, int to) {
        int sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += hours[i];
        }
        int max = sum;
        for (int i = from + WINDOW; i < to; i++) {
            sum += hours[i] - hours[i - WINDOW];
            max = Math.max(max, sum);
        }
        return max;
    }

    private static long maxValidWindow(int[] hours, int at, int mask, DayRule.MaxEightHours rule, long aboveLimit) {
        int sum = 0;
        int first = rule.firstEnd() - WINDOW;
        for (int hour = first; hour < first + WINDOW; hour++) {
            sum += hours[at + hour];
        }
        long max = DailyColumn.NO_VALUE;
        int windows = 0;
        for (int end = rule.firstEnd(); ; end++) {
            int multiplier = rule.multipliers()[Integer.bitCount(mask >>> end - WINDOW & WHOLE_WINDOW)];
            if (multiplier != 0) {
                windows++;
                max = Math.max(max, (long) sum * multiplier);
            }
            if (end == rule.lastEnd()) {
                return windows >= rule.neededWindows() || max >= aboveLimit ? max : DailyColumn.NO_VALUE;
            }
            sum += hours[at + end] - hours[at + end - WINDOW];
        }
    }
}
