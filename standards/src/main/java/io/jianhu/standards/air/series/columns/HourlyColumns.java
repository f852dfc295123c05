package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.series.DayHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * The hours of one calendar year, for many stations and a few factors. For each station and factor an int array, hour 1 of 1
 * January first, zero in the gaps, and for each day a mask of its valid hours. Make, fill, evaluate; not thread-safe while it
 * is filled.
 */
public final class HourlyColumns {

    /** The largest value of an hour: so that a day adds up in an int. */
    public static final int LARGEST = Integer.MAX_VALUE / DayHours.HOURS;

    private final int year;
    private final List<Column> columns;
    private final int[][] hours;
    private final int[][] masks;

    /** A year of gaps. */
    public HourlyColumns(int year, int stations, List<Column> columns) {
        int days = Year.of(year).length();
        this.year = year;
        this.columns = List.copyOf(columns);
        this.hours = new int[stations * columns.size()][days * DayHours.HOURS];
        this.masks = new int[stations * columns.size()][days];
    }

    public int year() {
        return year;
    }

    public int stations() {
        return hours.length / columns.size();
    }

    public List<Column> columns() {
        return columns;
    }

    /**
     * Sets one hour.
     *
     * @param hour named by its end, 1 to 24
     * @throws ArithmeticException when the value has more decimals than its column, is negative or above {@link #LARGEST}
     */
    public void set(int station, int column, LocalDate day, int hour, BigDecimal value) {
        int scaled = value.movePointRight(columns.get(column).decimals()).intValueExact();
        if (scaled < 0) {
            throw new ArithmeticException("negative: " + value);
        }
        set(series(station, column), (day.getDayOfYear() - 1) * DayHours.HOURS + hour - 1, scaled);
    }

    /**
     * Sets every hour of a station and factor.
     *
     * @param values in the last decimal of the column, negative where there is none
     * @throws ArithmeticException when a value is above {@link #LARGEST}
     */
    public void setAll(int station, int column, int[] values) {
        int series = series(station, column);
        for (int at = 0; at < hours[series].length; at++) {
            set(series, at, values[at]);
        }
    }

    private void set(int series, int at, int value) {
        if (value > LARGEST) {
            throw new ArithmeticException(value + " does not fit into a column");
        }
        int bit = 1 << at % DayHours.HOURS;
        if (value < 0) {
            hours[series][at] = 0;
            masks[series][at / DayHours.HOURS] &= ~bit;
        } else {
            hours[series][at] = value;
            masks[series][at / DayHours.HOURS] |= bit;
        }
    }

    private int series(int station, int column) {
        return station * columns.size() + column;
    }

    /** The array itself, to read from: zero in the gaps. */
    public int[] hours(int station, int column) {
        return hours[series(station, column)];
    }

    /** By day of the year: bit 0 is set when hour 1 is valid, bit 23 for hour 24. */
    int[] masks(int station, int column) {
        return masks[series(station, column)];
    }
}
