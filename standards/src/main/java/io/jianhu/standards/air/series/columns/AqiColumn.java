package io.jianhu.standards.air.series.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The daily index of one station or city over a year. */
public final class AqiColumn {

    private static final int NONE = -1;

    private final int[] indices;
    private final int[] primary;
    private final boolean[] counting;
    private final List<Column> columns;

    private AqiColumn(int[] indices, int[] primary, boolean[] counting, List<Column> columns) {
        this.indices = indices;
        this.primary = primary;
        this.counting = counting;
        this.columns = columns;
    }

    /** Lays one item after the other on the days, then closes each span. */
    static final class Builder {

        private final List<Column> columns;
        private final int[] indices;
        private final int[] largest;
        private final boolean[] counting;

        Builder(List<Column> columns, int days) {
            this.columns = columns;
            this.indices = new int[days];
            this.largest = new int[days];
            this.counting = new boolean[days];
            Arrays.fill(indices, NONE);
            Arrays.fill(counting, true);
        }

        void lay(IndexTable table, DailyColumns station, int from, int to) {
            DailyColumn values = station.get(table.column());
            if (table.largestHour()) {
                int[] hours = station.largestOzone();
                long unit = Exact.powerOfTen(columns.get(table.column()).decimals() - table.decimals());
                for (int day = from; day < to; day++) {
                    if (hours[day] >= 0) {
                        lay(day, table, Exact.roundHalfEven(hours[day], unit));
                    }
                }
            } else {
                long[] numerators = values.numerators();
                long unit = values.denominator() / Exact.powerOfTen(table.decimals());
                for (int day = from; day < to; day++) {
                    if (numerators[day] >= 0) {
                        lay(day, table, Exact.roundHalfEven(numerators[day], unit));
                    } else {
                        counting[day] = false;
                    }
                }
            }
        }

        private void lay(int day, IndexTable table, long concentration) {
            int index = table.get(concentration);
            int bit = 1 << table.column();
            if (index > indices[day]) {
                indices[day] = index;
                largest[day] = bit;
            } else if (index == indices[day]) {
                largest[day] |= bit;
            }
        }

        void close(IndexRules span) {
            for (int day = span.from(); day < span.to(); day++) {
                if (indices[day] == NONE) {
                    counting[day] = false;
                    continue;
                }
                indices[day] = Math.max(indices[day], span.least());
                counting[day] |= indices[day] > span.publishAbove();
                if (indices[day] <= span.primaryAbove()) {
                    largest[day] = 0;
                }
            }
        }

        AqiColumn build() {
            return new AqiColumn(indices, largest, counting, columns);
        }
    }

    public int days() {
        return indices.length;
    }

    /** The index of a day, 0 for 1 January, of whatever is valid on it; -1 when nothing is. */
    public int aqi(int day) {
        return indices[day];
    }

    /** Whether the day counts as valid: no item is missing, or the edition lets the rest stand. */
    public boolean counts(int day) {
        return counting[day];
    }

    /** The factors with the largest individual index, none where the index is not above the threshold. */
    public List<String> listPrimary(int day) {
        List<String> factors = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if ((primary[day] >> column & 1) == 1) {
                factors.add(columns.get(column).factor());
            }
        }
        return factors;
    }

    /** The days that count. */
    public int countDays() {
        return countUpTo(Integer.MAX_VALUE);
    }

    /** The days that count and have an index of at most so much. */
    public int countUpTo(int aqi) {
        int count = 0;
        for (int day = 0; day < indices.length; day++) {
            count += counting[day] && indices[day] <= aqi ? 1 : 0;
        }
        return count;
    }
}
