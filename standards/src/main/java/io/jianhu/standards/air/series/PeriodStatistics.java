package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.statistics.Fraction;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Months, quarters, seasons and years of daily values, GB 3095 table 4: a year needs 324 days and every month valid, a month
 * 27, February 25.
 */
public final class PeriodStatistics {

    private static final Text MEAN = new Text("时段平均", "mean of the period");

    private final ValidityRules validity;

    private PeriodStatistics(ValidityRules validity) {
        this.validity = validity;
    }

    public static PeriodStatistics of(RuleBook rules) {
        return new PeriodStatistics(ValidityRules.of(rules));
    }

    /**
     * The mean of the daily values that lie in the period.
     *
     * @param days valid daily values by day; days outside the period are not looked at
     * @param ruleDay chooses the rules: the last day of the period, or what {@link EarlyApplication} makes of it
     */
    public Judgement<PeriodStatistic> judge(
            String factor, Period period, Map<LocalDate, Fraction> days, LocalDate ruleDay) {
        return judgeSums(factor, period, sums(period, days), ruleDay);
    }

    /** Whether the standard asks anything of such a period of the factor. */
    boolean knows(String factor, Period.Kind kind) {
        return validity.has(factor, kind.label());
    }

    private static Map<YearMonth, MonthSum> sums(Period period, Map<LocalDate, Fraction> days) {
        Map<YearMonth, MonthSum> sums = new HashMap<>();
        days.forEach((day, value) -> {
            if (period.covers(day)) {
                sums.merge(YearMonth.from(day), MonthSum.NONE.plus(value), PeriodStatistics::join);
            }
        });
        return sums;
    }

    private static MonthSum join(MonthSum a, MonthSum b) {
        return new MonthSum(a.days() + b.days(), a.sum().plus(b.sum()));
    }

    Judgement<PeriodStatistic> judgeSums(
            String factor, Period period, Map<YearMonth, MonthSum> sums, LocalDate ruleDay) {
        Working working = new Working();
        Optional<ValidityRule> found = validity.find(factor, period.kind().label(), ruleDay, working);
        if (found.isEmpty()) {
            return working.notJudged();
        }
        ValidityRule rule = found.get();
        MonthSum whole = period.listMonths().stream()
                .map(month -> sums.getOrDefault(month, MonthSum.NONE))
                .reduce(MonthSum.NONE, PeriodStatistics::join);
        List<YearMonth> invalid = new ArrayList<>();
        if (rule.everyMonth()) {
            Optional<ValidityRule> monthRule = validity.find(factor, Period.Kind.MONTH.label(), ruleDay, working);
            if (monthRule.isEmpty()) {
                return working.notJudged();
            }
            period.listMonths().stream()
                    .filter(month -> sums.getOrDefault(month, MonthSum.NONE).days()
                            < monthRule.get().needed(month.getMonth()))
                    .forEach(invalid::add);
        }
        Completeness counted = count(period, rule, whole.days(), invalid.size());
        working.completeness(counted);
        Optional<Fraction> mean =
                whole.days() == 0 ? Optional.empty() : Optional.of(whole.sum().dividedBy(Fraction.of(whole.days(), 1)));
        mean.ifPresent(value -> working.step(MEAN, "∑C/" + whole.days(), value.toDecimal(), ""));
        boolean valid = counted.isEnough() && invalid.isEmpty();
        if (!counted.isEnough()) {
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA, "days", "≥ " + counted.needed(), Integer.toString(counted.have()));
        }
        if (!invalid.isEmpty()) {
            working.finding(SeriesFinding.INVALID_MONTHS, "days", "", join(invalid));
        }
        return working.judged(new PeriodStatistic(period, mean, counted, invalid, valid));
    }

    private static Completeness count(Period period, ValidityRule rule, int days, int invalidMonths) {
        if (rule.rule().text("counted").equals("month")) {
            int months = period.listMonths().size();
            return new Completeness(months - invalidMonths, months, rule.needed());
        }
        return new Completeness(days, period.days(), rule.needed(period.first().getMonth()));
    }

    private static String join(List<YearMonth> months) {
        return String.join(", ", months.stream().map(YearMonth::toString).toList());
    }
}
