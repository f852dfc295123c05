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
        Map<YearMonth, Integer> days = new HashMap<>();
        sums.forEach((month, sum) -> days.put(month, sum.days()));
        MonthSum whole = period.listMonths().stream()
                .map(month -> sums.getOrDefault(month, MonthSum.NONE))
                .reduce(MonthSum.NONE, PeriodStatistics::join);
        Optional<Fraction> mean =
                whole.days() == 0 ? Optional.empty() : Optional.of(whole.sum().dividedBy(Fraction.of(whole.days(), 1)));
        mean.ifPresent(value -> working.step(MEAN, "∑C/" + whole.days(), value.toDecimal(), ""));
        return judge(factor, period, days, mean, ruleDay, working);
    }

    /**
     * Whether a period with so many valid days in each month is valid; the statistic has no mean.
     *
     * @param days by month; a month that is not there has none
     */
    public Judgement<PeriodStatistic> judgeCounts(
            String factor, Period period, Map<YearMonth, Integer> days, LocalDate ruleDay) {
        Working working = new Working();
        days.forEach((month, count) -> {
            if (count < 0) {
                working.finding(CommonFinding.NEGATIVE, "days." + month, "≥ 0", count.toString());
            } else if (count > month.lengthOfMonth()) {
                working.finding(
                        SeriesFinding.MORE_THAN_POSSIBLE,
                        "days." + month,
                        "≤ " + month.lengthOfMonth(),
                        count.toString());
            }
        });
        return working.hasFindings()
                ? working.notJudged()
                : judge(factor, period, days, Optional.empty(), ruleDay, working);
    }

    private Judgement<PeriodStatistic> judge(
            String factor,
            Period period,
            Map<YearMonth, Integer> days,
            Optional<Fraction> mean,
            LocalDate ruleDay,
            Working working) {
        Optional<ValidityRule> rule = validity.find(factor, period.kind().label(), ruleDay, working);
        Optional<ValidityRule> monthRule = rule.filter(ValidityRule::everyMonth)
                .flatMap(_ -> validity.find(factor, Period.Kind.MONTH.label(), ruleDay, working));
        if (rule.isEmpty() || (rule.get().everyMonth() && monthRule.isEmpty())) {
            return working.notJudged();
        }
        List<YearMonth> invalid = period.listMonths().stream()
                .filter(month -> monthRule
                        .filter(it -> days.getOrDefault(month, 0) < it.needed(month.getMonth()))
                        .isPresent())
                .toList();
        int whole = period.listMonths().stream()
                .mapToInt(month -> days.getOrDefault(month, 0))
                .sum();
        Completeness counted = count(period, rule.get(), whole, invalid.size());
        working.completeness(counted);
        if (!counted.isEnough()) {
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA, "days", "≥ " + counted.needed(), Integer.toString(counted.have()));
        }
        if (!invalid.isEmpty()) {
            working.finding(SeriesFinding.INVALID_MONTHS, "days", "", join(invalid));
        }
        boolean valid = counted.isEnough() && invalid.isEmpty();
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
