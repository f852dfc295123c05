package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.series.DayHours;

/** How the hours of a column become daily values. */
sealed interface DayRule {

    /** Of the daily values, in the unit of the factor. */
    long denominator();

    /** The daily values over that denominator. */
    long[] days(int[] hours, int[] masks);

    /** The mean of the natural day. */
    record Mean(int[] multipliers, long denominator) implements DayRule {

        @Override
        public long[] days(int[] hours, int[] masks) {
            return DayKernel.means(hours, masks, multipliers);
        }
    }

    /**
     * The largest moving 8 h mean of the natural day.
     *
     * @param multipliers by number of valid hours of a window
     * @param aboveLimit by day of the year: the least numerator that exceeds the limit once it is rounded
     */
    record MaxEightHours(
            int[] multipliers, long denominator, int firstEnd, int lastEnd, int neededWindows, long[] aboveLimit)
            implements DayRule {

        /** @throws IllegalArgumentException unless every window lies inside the day */
        public MaxEightHours {
            if (firstEnd < DayKernel.WINDOW || lastEnd > DayHours.HOURS) {
                throw new IllegalArgumentException("windows that end at " + firstEnd + " to " + lastEnd);
            }
        }

        @Override
        public long[] days(int[] hours, int[] masks) {
            return DayKernel.maxEightHours(hours, masks, this);
        }
    }
}
