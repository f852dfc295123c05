package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirLimits;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One factor of one station, hour by hour, in any order: make, {@link #accept} each hour, {@link #closeBefore} days that can no
 * longer change. An hour that comes again replaces the earlier one. No clock, no thread: the same hours give the same last
 * statistics in whatever order they come.
 */
public final class StationStream {

    private static final int WINDOW = 8;

    private final String factor;
    private final String region;
    private final AirClass airClass;
    private final DayStatistics dayStatistics;
    private final PeriodStatistics periodStatistics;
    private final EarlyApplication early;
    private final AirLimits limits;
    private final TreeMap<LocalDate, DayHours> hours = new TreeMap<>();
    private final Map<LocalDate, Statistic> days = new TreeMap<>();
    private final Map<LocalDateTime, Statistic> windows = new TreeMap<>();
    private final Map<YearMonth, MonthSum> months = new HashMap<>();
    private final Map<Period, PeriodStatistic> spans = new HashMap<>();
    private LocalDate open = LocalDate.MIN;

    /**
     * @param factor key of the factor catalogue
     * @param region GB/T 2260 of the station
     * @param airClass of its zone: an ozone day with few windows is valid when its maximum exceeds that limit
     */
    public StationStream(RuleBook rules, String factor, String region, AirClass airClass) {
        this.factor = factor;
        this.region = region;
        this.airClass = airClass;
        this.dayStatistics = DayStatistics.of(rules);
        this.periodStatistics = PeriodStatistics.of(rules);
        this.early = EarlyApplication.of(rules);
        this.limits = AirLimits.of(rules);
    }

    /**
     * Takes the mean of one hour.
     *
     * @param end of the hour, on the full hour
     * @param value empty when the hour has no valid mean, or lost it
     * @return what is new or has changed; nothing is judged of a negative value or where no rule holds
     */
    public Judgement<List<Revision>> accept(LocalDateTime end, Optional<BigDecimal> value) {
        Working working = new Working();
        if (!end.toLocalTime().equals(LocalTime.of(end.getHour(), 0))) {
            working.finding(CommonFinding.OUT_OF_RANGE, "end", "hh:00", end.toString());
        }
        value.filter(number -> number.signum() < 0)
                .ifPresent(number -> working.finding(CommonFinding.NEGATIVE, "value", "", number.toPlainString()));
        LocalDate day = end.minusHours(1).toLocalDate();
        if (day.isBefore(open)) {
            working.finding(SeriesFinding.DAY_CLOSED, "end", "≥ " + open, end.toString());
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int hour = end.getHour() == 0 ? DayHours.HOURS : end.getHour();
        DayHours changed =
                hours.getOrDefault(day, DayHours.empty()).with(hour, value.map(BigDecimal::stripTrailingZeros));
        hours.put(day, changed);
        List<Revision> revisions = new ArrayList<>();
        reviseWindows(end, revisions);
        reviseDay(day, changed, working, revisions);
        return working.hasFindings() ? working.notJudged() : working.judged(List.copyOf(revisions));
    }

    /** The valid daily values so far, by day. */
    public Map<LocalDate, Fraction> listDays() {
        Map<LocalDate, Fraction> valid = new TreeMap<>();
        days.forEach((day, statistic) -> statistic.findValid().ifPresent(value -> valid.put(day, value)));
        return valid;
    }

    /** Closes the days before the given one: their hours are forgotten and later hours of them refused; daily values stay. */
    public void closeBefore(LocalDate day) {
        if (day.isAfter(open)) {
            open = day;
            hours.headMap(day.minusDays(1)).clear();
            windows.keySet().removeIf(end -> !end.isAfter(day.atStartOfDay()));
        }
    }

    private boolean isOzone() {
        return factor.equals(DayStatistics.OZONE);
    }

    /** The windows that hold the hour: they end with it or up to seven hours later. */
    private void reviseWindows(LocalDateTime changed, List<Revision> revisions) {
        if (!isOzone()) {
            return;
        }
        for (int later = 0; later < WINDOW; later++) {
            LocalDateTime end = changed.plusHours(later);
            LocalDate ruleDay = early.ruleDay(end.minusHours(1).toLocalDate(), region, new Working());
            dayStatistics
                    .eightHours(factor, window(end), ruleDay)
                    .findValue()
                    .filter(statistic -> !statistic.equals(windows.put(end, statistic)))
                    .ifPresent(statistic -> revisions.add(new Revision.EightHours(end, statistic)));
        }
    }

    private List<Optional<BigDecimal>> window(LocalDateTime end) {
        List<Optional<BigDecimal>> window = new ArrayList<>(Collections.nCopies(WINDOW, Optional.empty()));
        for (int back = 0; back < WINDOW; back++) {
            LocalDateTime start = end.minusHours(back + 1L);
            DayHours day = hours.getOrDefault(start.toLocalDate(), DayHours.empty());
            window.set(WINDOW - 1 - back, day.endingAt(start.getHour() + 1));
        }
        return window;
    }

    private void reviseDay(LocalDate day, DayHours changed, Working working, List<Revision> revisions) {
        LocalDate ruleDay = early.ruleDay(day, region, working);
        Judgement<Statistic> judgement = isOzone()
                ? dayStatistics.maxEightHours(changed, ozoneLimit(ruleDay, working), ruleDay)
                : dayStatistics.mean(factor, changed, ruleDay);
        judgement.citations().forEach(working::cite);
        Optional<Statistic> statistic = judgement.findValue();
        if (statistic.isEmpty()) {
            working.lean(judgement);
            return;
        }
        Optional<Statistic> before = Optional.ofNullable(days.put(day, statistic.get()));
        if (before.equals(statistic)) {
            return;
        }
        revisions.add(new Revision.Day(day, statistic.get()));
        Optional<Fraction> was = before.flatMap(Statistic::findValid);
        Optional<Fraction> is = statistic.get().findValid();
        if (!was.equals(is)) {
            YearMonth month = YearMonth.from(day);
            MonthSum sum = months.getOrDefault(month, MonthSum.NONE);
            MonthSum without = was.map(sum::minus).orElse(sum);
            months.put(month, is.map(without::plus).orElse(without));
            reviseSpans(month, working, revisions);
        }
    }

    private BigDecimal ozoneLimit(LocalDate ruleDay, Working working) {
        return limits.find(new AirItem(factor, Averaging.DAY_MAX_EIGHT_HOURS), ruleDay, working)
                .map(limit -> limit.of(airClass))
                .orElse(BigDecimal.ZERO);
    }

    private void reviseSpans(YearMonth month, Working working, List<Revision> revisions) {
        for (Period period : List.of(
                Period.month(month), Period.quarterOf(month), Period.seasonOf(month), Period.year(month.getYear()))) {
            if (periodStatistics.knows(factor, period.kind())) {
                LocalDate ruleDay = early.ruleDay(period.to(), region, working);
                Judgement<PeriodStatistic> judgement = periodStatistics.judgeSums(factor, period, months, ruleDay);
                judgement.citations().forEach(working::cite);
                judgement
                        .findValue()
                        .filter(statistic -> !statistic.equals(spans.put(period, statistic)))
                        .ifPresent(statistic -> revisions.add(new Revision.Span(statistic)));
            }
        }
    }
}
