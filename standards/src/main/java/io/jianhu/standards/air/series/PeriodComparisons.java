package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.ChangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * This year against last year, on equal terms: the same part of the calendar, both valid. Other stations, another reference
 * state or other limits are warned of.
 */
public final class PeriodComparisons {

    /**
     * The change from one figure to the other.
     *
     * @param difference now - before
     * @param percent of the earlier figure
     */
    public record Change(BigDecimal difference, BigDecimal percent) {}

    private final ChangeRates rates;
    private final Rule stateChange;
    private final RuleBook rules;

    private PeriodComparisons(RuleBook rules) {
        this.rules = rules;
        this.rates = ChangeRates.of(rules);
        this.stateChange = rules.findRule("GB3095-2012/A1/reference-state").orElseThrow();
    }

    public static PeriodComparisons of(RuleBook rules) {
        return new PeriodComparisons(rules);
    }

    /** The change of a concentration or share from an earlier period to this one. */
    public Judgement<Change> compare(PeriodFigure now, PeriodFigure before) {
        Working working = new Working();
        refuseUnlike(now, before, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        warn(now, before, working);
        BigDecimal difference = now.value().subtract(before.value());
        working.step(
                new Text("差值", "difference"),
                now.value().toPlainString() + "-" + before.value().toPlainString(),
                difference,
                "");
        return working.lean(rates.judge(before.value(), now.value()))
                .map(percent -> working.judged(new Change(difference, percent)))
                .orElseGet(working::notJudged);
    }

    private static void refuseUnlike(PeriodFigure now, PeriodFigure before, Working working) {
        if (!samePartOfYear(now, before) || !before.from().isBefore(now.from())) {
            working.finding(SeriesFinding.PERIODS_NOT_ALIKE, "periods", span(now), span(before));
        }
        if (!now.valid() || !before.valid()) {
            working.finding(SeriesFinding.PERIOD_NOT_VALID, "periods", "", span(now.valid() ? before : now));
        }
        if (now.value().signum() < 0 || before.value().signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, "value", "", "");
        }
    }

    private static boolean samePartOfYear(PeriodFigure a, PeriodFigure b) {
        return MonthDay.from(a.from()).equals(MonthDay.from(b.from()))
                && (MonthDay.from(a.to()).equals(MonthDay.from(b.to())) || (endsMonth(a) && endsMonth(b)))
                && a.to().getMonth() == b.to().getMonth()
                && a.to().getYear() - a.from().getYear()
                        == b.to().getYear() - b.from().getYear();
    }

    private static boolean endsMonth(PeriodFigure figure) {
        return YearMonth.from(figure.to()).atEndOfMonth().equals(figure.to());
    }

    private void warn(PeriodFigure now, PeriodFigure before, Working working) {
        if (!now.stations().equals(before.stations())) {
            Set<String> differing = new LinkedHashSet<>(now.stations());
            differing.addAll(before.stations());
            differing.removeIf(station ->
                    now.stations().contains(station) && before.stations().contains(station));
            working.finding(SeriesFinding.STATIONS_DIFFER, "stations", "", String.join(", ", differing));
        }
        LocalDate newState = stateChange.validity().from();
        if (before.from().isBefore(newState) && !now.to().isBefore(newState)) {
            working.cite(stateChange);
            working.finding(SeriesFinding.REFERENCE_STATE_DIFFERS, "periods", newState.toString(), span(before));
        }
        if (!Objects.equals(phase(now), phase(before))) {
            working.finding(SeriesFinding.LIMITS_DIFFER, "periods", phase(now), phase(before));
        }
    }

    /** The rows of the annual limits on the last day, as one text. */
    private String phase(PeriodFigure figure) {
        return rules.getTable("air-limits").listOn(figure.to()).stream()
                .map(row -> row.edition().id() + " " + row.text("phase"))
                .distinct()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static String span(PeriodFigure figure) {
        return figure.from() + ".." + figure.to();
    }
}
