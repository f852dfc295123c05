package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.EvaluationItem;
import io.jianhu.standards.air.series.AirNumbers;
import io.jianhu.standards.air.series.DayHours;
import io.jianhu.standards.air.series.DayStatistics;
import io.jianhu.standards.air.series.EarlyApplication;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rules of one year as whole numbers. */
final class YearRules {

    private static final int WINDOW = 8;

    private final AirNumbers numbers;
    private final List<Column> columns;
    private final AirClass airClass;
    private final LocalDate[] ruleDays;
    private final LocalDate last;
    private final List<ItemRules> items;

    private YearRules(
            AirNumbers numbers,
            List<Column> columns,
            AirClass airClass,
            LocalDate[] ruleDays,
            List<EvaluationItem> known) {
        this.numbers = numbers;
        this.columns = List.copyOf(columns);
        this.airClass = airClass;
        this.ruleDays = ruleDays;
        this.last = ruleDays[ruleDays.length - 1];
        this.items = columns.stream().map(column -> itemRules(column, known)).toList();
    }

    static YearRules of(RuleBook rules, int year, List<Column> columns, AirClass airClass, String region) {
        EarlyApplication early = EarlyApplication.of(rules);
        LocalDate[] ruleDays = IntStream.rangeClosed(1, Year.of(year).length())
                .mapToObj(day -> early.ruleDay(LocalDate.ofYearDay(year, day), region, new Working()))
                .toArray(LocalDate[]::new);
        List<EvaluationItem> known = EvaluationItem.listOn(LocalDate.of(year, Month.DECEMBER, 31), rules);
        return new YearRules(AirNumbers.of(rules), columns, airClass, ruleDays, known);
    }

    private ItemRules itemRules(Column column, List<EvaluationItem> known) {
        EvaluationItem item = known.stream()
                .filter(it -> it.factor().equals(column.factor()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(column.factor() + " is not evaluated on " + last));
        if (column.decimals() < item.rounding().decimals()) {
            throw new IllegalArgumentException(
                    column + " needs at least " + item.rounding().decimals() + " decimals");
        }
        String factor = item.factor();
        return new ItemRules(
                item,
                numbers.daysOfYear(factor, last),
                Arrays.stream(Month.values())
                        .mapToInt(month -> numbers.daysOfMonth(factor, month, last))
                        .toArray(),
                item.mean()
                        .map(averaging -> ItemRules.scaled(numbers.limit(factor, averaging, airClass, last), item))
                        .orElse(ItemRules.NONE),
                ItemRules.scaled(numbers.limit(factor, item.daily(), airClass, last), item),
                Arrays.stream(ruleDays)
                        .mapToLong(day -> ItemRules.scaled(numbers.limit(factor, item.daily(), airClass, day), item))
                        .toArray());
    }

    /** By day of the year: the day whose rules judge it. */
    LocalDate[] ruleDays() {
        return ruleDays;
    }

    LocalDate lastRuleDay() {
        return last;
    }

    /** By column. */
    List<ItemRules> items() {
        return items;
    }

    /** How the hours of a column become days. */
    DayRule dayRule(int column) {
        long unit = Exact.powerOfTen(columns.get(column).decimals());
        if (!columns.get(column).factor().equals(DayStatistics.OZONE)) {
            int needed = numbers.hoursOfDay(columns.get(column).factor(), last);
            int multiple = Exact.commonMultiple(needed, DayHours.HOURS);
            return new DayRule.Mean(DayKernel.multipliers(needed, DayHours.HOURS), multiple * unit);
        }
        int needed = numbers.hoursOfWindow(last);
        long denominator = Exact.commonMultiple(needed, WINDOW) * unit;
        long inLastDecimal = items.get(column).inLastDecimal(denominator);
        return new DayRule.MaxEightHours(
                DayKernel.multipliers(needed, WINDOW),
                denominator,
                numbers.firstWindow(last),
                numbers.lastWindow(last),
                numbers.windowsOfDay(last),
                Arrays.stream(items.get(column).dailyLimits())
                        .map(limit -> Exact.leastAbove(limit, inLastDecimal))
                        .toArray());
    }

    /** The least share of valid stations of a city, percent. */
    int stationsOfCity(int column) {
        return numbers.stationsOfCity(columns.get(column).factor(), last);
    }
}
