package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One year of a network: make it for the year and its columns, then hours → {@link #days} → {@link #aqi}, {@link #evaluate} →
 * {@link #composite} → {@link #rank}. Immutable and thread-safe; stations do not depend on each other, so a network is
 * evaluated by as many threads as there are.
 */
public final class AirColumns {

    private final int year;
    private final List<Column> columns;
    private final YearRules rules;
    private final List<DayRule> dayRules;
    private final List<IndexRules> indexRules;
    private final CompositeRule composite;
    private final YearKernel kernel;

    private AirColumns(RuleBook book, int year, List<Column> columns, YearRules rules) {
        this.year = year;
        this.columns = columns;
        this.rules = rules;
        this.dayRules =
                IntStream.range(0, columns.size()).mapToObj(rules::dayRule).toList();
        this.indexRules = IndexRules.ofYear(book, columns, rules.ruleDays());
        this.composite = CompositeRule.of(book, rules.lastRuleDay(), rules.items());
        this.kernel = new YearKernel(year);
    }

    /**
     * @param columns factors that the evaluation knows, each with at least the decimals that it is evaluated in
     * @param region GB/T 2260, for years before the standard held everywhere
     * @throws IllegalArgumentException when a factor is not evaluated, or no edition covers every day of the year
     */
    public static AirColumns of(RuleBook rules, int year, List<Column> columns, AirClass airClass, String region) {
        List<Column> kept = List.copyOf(columns);
        return new AirColumns(rules, year, kept, YearRules.of(rules, year, kept, airClass, region));
    }

    public int year() {
        return year;
    }

    /** The daily values of one station. */
    public DailyColumns days(HourlyColumns network, int station) {
        List<DailyColumn> days = new ArrayList<>(columns.size());
        int[] largestOzone = new int[0];
        for (int column = 0; column < columns.size(); column++) {
            int[] hours = network.hours(station, column);
            int[] masks = network.masks(station, column);
            DayRule rule = dayRules.get(column);
            days.add(new DailyColumn(rule.days(hours, masks), rule.denominator()));
            if (rule instanceof DayRule.MaxEightHours) {
                largestOzone = DayKernel.largestHours(hours, masks);
            }
        }
        return new DailyColumns(days, largestOzone);
    }

    /**
     * The daily values of one factor in a city: the mean of its stations where enough are valid.
     *
     * @return empty where a common denominator does not fit into a long, as with some thirty stations: then {@link
     *     io.jianhu.standards.air.series.CityValues} computes from fractions
     */
    public Optional<DailyColumn> city(List<DailyColumns> stations, int column) {
        return DailyColumn.mean(
                stations.stream().map(station -> station.get(column)).toList(), rules.stationsOfCity(column));
    }

    /** The index of every day. */
    public AqiColumn aqi(DailyColumns station) {
        AqiColumn.Builder builder = new AqiColumn.Builder(columns, rules.ruleDays().length);
        for (IndexRules span : indexRules) {
            for (IndexTable table : span.tables()) {
                builder.lay(table, station, span.from(), span.to());
            }
            builder.close(span);
        }
        return builder.build();
    }

    /** The year of one station, an item for each column. */
    public ColumnItem[] evaluate(DailyColumns station) {
        ColumnItem[] items = new ColumnItem[columns.size()];
        for (int column = 0; column < items.length; column++) {
            items[column] = kernel.evaluate(station.get(column), rules.items().get(column));
        }
        return items;
    }

    /** The composite index in hundredths, ranking form; -1 when an item is missing or not valid. */
    public long composite(ColumnItem[] station) {
        return composite.of(station);
    }

    /** Ranks, 1 for the least composite index; equal ones share a rank, those without one have none (0). */
    public static int[] rank(long[] composites) {
        long[] sorted =
                Arrays.stream(composites).filter(value -> value >= 0).sorted().toArray();
        int[] ranks = new int[composites.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = composites[i] < 0 ? 0 : firstPlace(sorted, composites[i]) + 1;
        }
        return ranks;
    }

    private static int firstPlace(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
