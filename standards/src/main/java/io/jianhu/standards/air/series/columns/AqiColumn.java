package io.jianhu.standards.air.series.columns;

import java.util.ArrayList;
import java.util.List;

/** The daily index of one station or city over a year. */
public final class AqiColumn {

    private static final int MASK = 0x3ff;
    private static final int PRIMARY_SHIFT = 10;
    private static final int INCOMPLETE = 1 << 30;

    private final int[] packed;
    private final List<Column> columns;

    AqiColumn(int[] packed, List<Column> columns) {
        this.packed = packed;
        this.columns = columns;
    }

    static int pack(int aqi, int primary, boolean counts) {
        return aqi | primary << PRIMARY_SHIFT | (counts ? 0 : INCOMPLETE);
    }

    public int days() {
        return packed.length;
    }

    /** The index of a day, 0 for 1 January, of whatever is valid on it; -1 when nothing is. */
    public int aqi(int day) {
        return packed[day] < 0 ? -1 : packed[day] & MASK;
    }

    /** Whether the day counts as valid: no item is missing, or the edition lets the rest stand. */
    public boolean counts(int day) {
        return packed[day] >= 0 && (packed[day] & INCOMPLETE) == 0;
    }

    /** The factors with the largest individual index, none where the index is not above the threshold. */
    public List<String> listPrimary(int day) {
        List<String> primary = new ArrayList<>();
        for (int column = 0; column < columns.size() && packed[day] >= 0; column++) {
            if ((packed[day] >> PRIMARY_SHIFT + column & 1) == 1) {
                primary.add(columns.get(column).factor());
            }
        }
        return primary;
    }

    /** The days that count. */
    public int countDays() {
        int count = 0;
        for (int day = 0; day < packed.length; day++) {
            count += counts(day) ? 1 : 0;
        }
        return count;
    }

    /** The days that count and have an index of at most so much. */
    public int countUpTo(int aqi) {
        int count = 0;
        for (int day = 0; day < packed.length; day++) {
            count += counts(day) && aqi(day) <= aqi ? 1 : 0;
        }
        return count;
    }
}
