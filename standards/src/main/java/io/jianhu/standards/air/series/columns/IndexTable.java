package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.IndexItem;
import io.jianhu.standards.air.IndexScale;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The individual index of every concentration that a daily report can print: rounded concentrations are small whole numbers, so
 * the scale of HJ 633 becomes an array.
 *
 * @param column the place of the factor among the columns
 * @param largestHour whether it is laid on the largest hour of the day and not on the daily value (ozone, HJ 633-2012)
 * @param decimals of the rounded concentration
 * @param indices by rounded concentration, up to the last node
 * @param above the index above the last node; negative where another averaging time stands in
 */
record IndexTable(int column, boolean largestHour, int decimals, int[] indices, int above) {

    private static final int NONE = -2;

    static IndexTable of(AirIndex index, IndexItem item, LocalDate day, int column) {
        IndexScale scale = index.getScale(day, item.scale());
        int decimals = item.rounding().decimals();
        int last =
                scale.nodes().getLast().concentration().movePointRight(decimals).intValueExact();
        int[] indices = new int[last + 1];
        for (int i = 0; i <= last; i++) {
            indices[i] = scale.findIndex(BigDecimal.valueOf(i, decimals)).orElseThrow();
        }
        int above = scale.findIndex(BigDecimal.valueOf(last + 1L, decimals)).orElse(NONE);
        return new IndexTable(column, item.item().averaging() == Averaging.HOUR, decimals, indices, above);
    }

    int get(long concentration) {
        return concentration < indices.length ? indices[(int) concentration] : above;
    }
}
