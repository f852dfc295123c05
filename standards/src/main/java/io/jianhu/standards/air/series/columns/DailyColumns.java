package io.jianhu.standards.air.series.columns;

import java.util.List;

/** The daily values of one station or city: one {@link DailyColumn} a factor, and the largest hours of ozone. */
public final class DailyColumns {

    private final List<DailyColumn> columns;
    private final int[] largestOzone;

    /** @param largestOzone the largest hour of each day, negative without one */
    DailyColumns(List<DailyColumn> columns, int[] largestOzone) {
        this.columns = columns;
        this.largestOzone = largestOzone;
    }

    public DailyColumn get(int column) {
        return columns.get(column);
    }

    int[] largestOzone() {
        return largestOzone;
    }
}
