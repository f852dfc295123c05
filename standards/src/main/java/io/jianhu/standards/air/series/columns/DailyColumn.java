package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.statistics.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * The daily values of one factor at one station, or in one city, over a year: exact fractions over one denominator. Immutable
 * by convention: the arrays are not copied.
 */
public final class DailyColumn {

    static final long NO_VALUE = -1;

    private static final int PERCENT = 100;

    private final long[] numerators;
    private final long denominator;

    /**
     * @param numerators by day of the year, negative where the day is not valid
     * @param denominator of them all, in the unit of the factor
     */
    DailyColumn(long[] numerators, long denominator) {
        this.numerators = numerators;
        this.denominator = denominator;
    }

    public int days() {
        return numerators.length;
    }

    /** The value of a day, 0 for 1 January; empty when it is not valid. */
    public Optional<Fraction> find(int day) {
        return numerators[day] < 0 ? Optional.empty() : Optional.of(Fraction.of(numerators[day], denominator));
    }

    long[] numerators() {
        return numerators;
    }

    long denominator() {
        return denominator;
    }

    /**
     * The mean of stations, on the days on which enough of them are valid.
     *
     * @param percent the least share of valid stations
     * @return empty when a common denominator does not fit into a long, as with some thirty stations: then the mean of a city
     *     is computed from fractions
     */
    static Optional<DailyColumn> mean(List<DailyColumn> stations, int percent) {
        int needed = Math.max(1, Math.ceilDiv(percent * stations.size(), PERCENT));
        long common = Exact.commonMultiple(needed, stations.size());
        long denominator = stations.getFirst().denominator;
        if (common < 0 || denominator > Long.MAX_VALUE / Exact.ROOM / common) {
            return Optional.empty();
        }
        int days = stations.getFirst().days();
        long[] means = new long[days];
        for (int day = 0; day < days; day++) {
            long sum = 0;
            int count = 0;
            for (DailyColumn station : stations) {
                long value = station.numerators[day];
                if (value >= 0) {
                    sum += value;
                    count++;
                }
            }
            if (count < needed) {
                means[day] = NO_VALUE;
            } else if (sum > Long.MAX_VALUE / Exact.ROOM / common) {
                return Optional.empty();
            } else {
                means[day] = sum * (common / count);
            }
        }
        return Optional.of(new DailyColumn(means, denominator * common));
    }
}
