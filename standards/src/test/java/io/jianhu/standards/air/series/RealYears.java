package io.jianhu.standards.air.series;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirStatistic;
import io.jianhu.standards.air.CompositeIndex;
import io.jianhu.standards.air.GoodDays;
import io.jianhu.standards.air.Report;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recorded hours through the whole chain: days, city, index, year, composite index. */
final class RealYears {

    /** Daily values by factor and day, and the largest hour of ozone by day. */
    record Days(Map<String, Map<LocalDate, Fraction>> values, Map<LocalDate, Fraction> largestOzone) {}

    /**
     * A year of a city.
     *
     * @param share good days over valid days, empty without a valid day
     * @param composite ranking form, empty unless all six items are valid
     */
    record CityYear(AirYear year, Optional<GoodDays.Share> share, Optional<BigDecimal> composite) {}

    private final RuleBook rules;
    private final DayStatistics statistics;
    private final EarlyApplication early;
    private final AirNumbers numbers;
    private final String region;

    RealYears(RuleBook rules, String region) {
        this.rules = rules;
        this.statistics = DayStatistics.of(rules);
        this.early = EarlyApplication.of(rules);
        this.numbers = AirNumbers.of(rules);
        this.region = region;
    }

    Days days(RealHours station) {
        Map<String, Map<LocalDate, Fraction>> values = new TreeMap<>();
        Map<LocalDate, Fraction> largestOzone = new TreeMap<>();
        station.factors().forEach((factor, days) -> {
            Map<LocalDate, Fraction> valid = new TreeMap<>();
            days.forEach((day, hours) -> day(factor, day, hours).ifPresent(value -> valid.put(day, value)));
            values.put(factor, valid);
            if (factor.equals(DayStatistics.OZONE)) {
                days.forEach((day, hours) -> hours.hours().stream()
                        .flatMap(Optional::stream)
                        .max(BigDecimal::compareTo)
                        .ifPresent(value -> largestOzone.put(day, Fraction.of(value))));
            }
        });
        return new Days(values, largestOzone);
    }

    private Optional<Fraction> day(String factor, LocalDate day, DayHours hours) {
        LocalDate ruleDay = ruleDay(day);
        return (factor.equals(DayStatistics.OZONE)
                        ? statistics.maxEightHours(
                                hours,
                                numbers.limit(factor, Averaging.DAY_MAX_EIGHT_HOURS, AirClass.SECOND, ruleDay),
                                ruleDay)
                        : statistics.mean(factor, hours, ruleDay))
                .getValue()
                .findValid();
    }

    LocalDate ruleDay(LocalDate day) {
        return early.ruleDay(day, region, new Working());
    }

    /** The mean of the stations, day by day. */
    Days city(Collection<Days> stations) {
        Map<String, Map<LocalDate, Fraction>> values = new TreeMap<>();
        for (String factor : stations.iterator().next().values().keySet()) {
            values.put(
                    factor,
                    mean(
                            factor,
                            stations.stream()
                                    .map(station -> station.values().getOrDefault(factor, Map.of()))
                                    .toList()));
        }
        return new Days(
                values,
                mean(
                        DayStatistics.OZONE,
                        stations.stream().map(Days::largestOzone).toList()));
    }

    private Map<LocalDate, Fraction> mean(String factor, List<Map<LocalDate, Fraction>> stations) {
        CityValues cities = CityValues.of(rules);
        Map<LocalDate, Fraction> means = new TreeMap<>();
        stations.stream()
                .flatMap(station -> station.keySet().stream())
                .distinct()
                .forEach(day -> cities.mean(
                                factor,
                                Averaging.DAY,
                                stations.stream()
                                        .map(station -> Optional.ofNullable(station.get(day)))
                                        .toList(),
                                ruleDay(day))
                        .getValue()
                        .findValid()
                        .ifPresent(value -> means.put(day, value)));
        return means;
    }

    CityYear evaluate(int year, Days days) {
        AirYear evaluated = AnnualEvaluations.of(rules)
                .judge(year, days.values(), AirClass.SECOND, region)
                .getValue();
        return new CityYear(evaluated, share(year, days), composite(evaluated));
    }

    private Optional<GoodDays.Share> share(int year, Days days) {
        List<Optional<BigDecimal>> indices = new ArrayList<>();
        AirIndex index = AirIndex.of(rules);
        LocalDate last = Period.year(year).to();
        for (LocalDate day = Period.year(year).from(); !day.isAfter(last); day = day.plusDays(1)) {
            Map<AirItem, BigDecimal> values = items(day, days);
            boolean complete = values.size() > days.values().size();
            indices.add(
                    complete
                            ? index.judge(ruleDay(day), Report.DAILY, values)
                                    .findValue()
                                    .map(aqi -> BigDecimal.valueOf(aqi.aqi()))
                            : Optional.empty());
        }
        return GoodDays.of(rules).judgeDays(ruleDay(last), indices).findValue();
    }

    /** The values of a day: one a factor, and the largest hour of ozone. */
    private static Map<AirItem, BigDecimal> items(LocalDate day, Days days) {
        Map<AirItem, BigDecimal> items = new HashMap<>();
        days.values().forEach((factor, values) -> {
            Averaging averaging = factor.equals(DayStatistics.OZONE) ? Averaging.DAY_MAX_EIGHT_HOURS : Averaging.DAY;
            put(items, factor, averaging, values, day);
        });
        put(items, DayStatistics.OZONE, Averaging.HOUR, days.largestOzone(), day);
        return items;
    }

    private static void put(
            Map<AirItem, BigDecimal> items,
            String factor,
            Averaging averaging,
            Map<LocalDate, Fraction> values,
            LocalDate day) {
        Optional.ofNullable(values.get(day))
                .ifPresent(value -> items.put(new AirItem(factor, averaging), value.toDecimal()));
    }

    private Optional<BigDecimal> composite(AirYear year) {
        if (!year.missing().isEmpty()) {
            return Optional.empty();
        }
        Map<AirStatistic, BigDecimal> statistics = new HashMap<>();
        year.items()
                .forEach((factor, item) -> statistics.put(
                        item.mean().isPresent()
                                ? AirStatistic.mean(factor)
                                : AirStatistic.percentile(factor, factor.equals(DayStatistics.OZONE) ? 90 : 95),
                        item.mean().orElse(item.percentile()).value()));
        return CompositeIndex.of(rules)
                .judge(ruleDay(Period.year(year.year()).to()), CompositeIndex.Form.RANKING, statistics)
                .findValue()
                .map(composite -> composite.value());
    }
}
