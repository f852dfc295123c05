package io.jianhu.bench.air;

import io.jianhu.standards.air.series.columns.Column;
import io.jianhu.standards.air.series.columns.HourlyColumns;
import java.util.List;
import java.util.Random;

/** A year of hours of 1 500 stations and six pollutants, always the same: 79 million values, one in fifty missing. */
final class NetworkYear {

    static final int YEAR = 2025;
    static final int STATIONS = 1_500;
    static final int HOURS = 365 * 24;
    static final List<Column> COLUMNS = List.of(
            new Column("SO2", 1),
            new Column("NO2", 1),
            new Column("CO", 3),
            new Column("O3", 1),
            new Column("PM10", 1),
            new Column("PM2.5", 1));

    private static final int OZONE = 3;
    /** Twice the mean of each column, in its last decimal. */
    private static final int[] SPREAD = {240, 560, 1_400, 1_600, 1_100, 600};

    private static final int ONE_GAP_IN = 50;
    private static final int SEED = 663;

    private NetworkYear() {}

    static HourlyColumns fill() {
        HourlyColumns network = new HourlyColumns(YEAR, STATIONS, COLUMNS);
        Random random = new Random(SEED);
        for (int station = 0; station < STATIONS; station++) {
            for (int column = 0; column < COLUMNS.size(); column++) {
                network.setAll(station, column, hours(column, random.nextInt()));
            }
        }
        return network;
    }

    private static int[] hours(int column, int seed) {
        int[] hours = new int[HOURS];
        int state = seed | 1;
        for (int hour = 0; hour < hours.length; hour++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int random = state >>> 1;
            hours[hour] = random % ONE_GAP_IN == 0 ? -1 : value(column, hour % 24, random >>> 6);
        }
        return hours;
    }

    /** Ozone follows the sun, the others do not. */
    private static int value(int column, int hour, int random) {
        int noise = random % SPREAD[column];
        return column == OZONE ? noise * Math.max(2, 12 - Math.abs(14 - hour)) / 12 : noise;
    }
}
