package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.air.series.DayHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;

/**
 * The hours of one calendar year, for many stations and a few factors: one int array for each station and factor, hour 1 of 1
 * January first. Make, {@link #set} the hours, evaluate. Not thread-safe while it is filled.
 */
public final class HourlyColumns {

    /** In place of an hour without a valid mean; any negative number is one. */
    public static final int GAP = -1;

    /** The largest value of an hour: so that a day adds up in an int. */
    public static final int LARGEST = Integer.MAX_VALUE / DayHours.HOURS;

    private final int year;
    private final List<Column> columns;
    private final int[][] hours;

    /** A year of gaps. */
    public HourlyColumns(int year, int stations, List<Column> columns) {
        this.year = year;
        this.columns = List.copyOf(columns);
        this.hours = new int[stations * columns.size()][Year.of(year).length() * DayHours.HOURS];
        for (int[] array : hours) {
            Arrays.fill(array, GAP);
        }
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
        if (scaled < 0 || scaled > LARGEST) {
            throw new ArithmeticException(value + " does not fit into a column");
        }
        hours(station, column)[(day.getDayOfYear() - 1) * DayHours.HOURS + hour - 1] = scaled;
    }

    /** The array itself, for reading and for bulk filling: values 0 to {@link #LARGEST}, negative where there is none. */
    public int[] hours(int station, int column) {
        return hours[station * columns.size() + column];
    }
}
