package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirLimit;
import io.jianhu.standards.air.AirLimits;
import io.jianhu.standards.air.EvaluationItem;
import io.jianhu.standards.air.series.AirYear.Verdict;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import io.jianhu.standards.statistics.Percentiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The annual evaluation of HJ 663: an item attains when its mean and its percentile both meet their limits (CO and ozone:
 * the percentile alone), a city when all six items do.
 *
 * <p>Mean and percentile are judged by the limits of the last day of the year, each day's attainment by its own day.
 * Attainment never comes from an index: from 2031 an AQI of 100 and the daily limit are different concentrations.
 */
public final class AnnualEvaluations {

    private final RuleBook rules;
    private final AirLimits limits;
    private final PeriodStatistics periods;
    private final EarlyApplication early;
    private final EvaluationRules formulas;

    private AnnualEvaluations(RuleBook rules) {
        this.rules = rules;
        this.limits = AirLimits.of(rules);
        this.periods = PeriodStatistics.of(rules);
        this.early = EarlyApplication.of(rules);
        this.formulas = new EvaluationRules(rules);
    }

    public static AnnualEvaluations of(RuleBook rules) {
        return new AnnualEvaluations(rules);
    }

    /**
     * Evaluates the calendar year of a station or a city.
     *
     * @param days valid daily values by factor and day, not rounded; of ozone the daily maximum of 8 h
     * @param region GB/T 2260, for the years before the standard held everywhere
     */
    public Judgement<AirYear> judge(
            int year, Map<String, Map<LocalDate, Fraction>> days, AirClass airClass, String region) {
        Working working = new Working();
        LocalDate lastDay = Period.year(year).to();
        LocalDate ruleDay = early.ruleDay(lastDay, region, working);
        List<EvaluationItem> items = EvaluationItem.listOn(lastDay, rules);
        if (rules.catalogue().findEdition("GB 3095", ruleDay, working).isEmpty()
                || rules.catalogue().findEdition("HJ 663", lastDay, working).isEmpty()) {
            return working.notJudged();
        }
        Map<String, ItemYear> judged = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (EvaluationItem item : items) {
            Map<LocalDate, Fraction> values = inYear(year, days.getOrDefault(item.factor(), Map.of()));
            Optional<ItemYear> itemYear = values.isEmpty()
                    ? Optional.empty()
                    : working.lean(new ItemEvaluation(item, airClass, region).judge(year, values, ruleDay));
            itemYear.ifPresent(it -> judged.put(item.factor(), it));
            if (itemYear.isEmpty() || !itemYear.get().valid()) {
                missing.add(item.factor());
            }
        }
        if (judged.isEmpty()) {
            if (!working.hasFindings()) {
                working.finding(CommonFinding.EMPTY_SET, "days", "", Integer.toString(year));
            }
            return working.notJudged();
        }
        working.completeness(new Completeness(items.size() - missing.size(), items.size(), items.size()));
        return working.judged(new AirYear(year, judged, missing, verdict(judged, missing)));
    }

    private static Map<LocalDate, Fraction> inYear(int year, Map<LocalDate, Fraction> days) {
        Map<LocalDate, Fraction> values = new LinkedHashMap<>();
        days.forEach((day, value) -> {
            if (day.getYear() == year) {
                values.put(day, value);
            }
        });
        return values;
    }

    private static Verdict verdict(Map<String, ItemYear> judged, List<String> missing) {
        if (judged.values().stream().anyMatch(item -> item.attained().equals(Optional.of(false)))) {
            return Verdict.NOT_ATTAINED;
        }
        return missing.isEmpty() ? Verdict.ATTAINED : Verdict.INCOMPLETE;
    }

    /** One item of one evaluation. */
    private final class ItemEvaluation {

        private final EvaluationItem item;
        private final AirClass airClass;
        private final String region;
        private final Working working = new Working();

        private ItemEvaluation(EvaluationItem item, AirClass airClass, String region) {
            this.item = item;
            this.airClass = airClass;
            this.region = region;
        }

        private Judgement<ItemYear> judge(int year, Map<LocalDate, Fraction> values, LocalDate ruleDay) {
            working.cite(item.rule());
            Optional<PeriodStatistic> found =
                    working.lean(periods.judge(item.factor(), Period.year(year), values, ruleDay));
            Optional<Compared> percentile = percentile(values, ruleDay);
            if (found.isEmpty() || percentile.isEmpty()) {
                return working.notJudged();
            }
            PeriodStatistic period = found.get();
            Optional<Compared> mean = mean(period, ruleDay);
            int attaining = countAttaining(values);
            warnWhereLimitsChange(year, ruleDay);
            working.completeness(period.completeness());
            boolean both =
                    percentile.get().isWithin() && mean.map(Compared::isWithin).orElse(true);
            return working.judged(new ItemYear(
                    item.factor(),
                    period.completeness(),
                    period.invalidMonths(),
                    period.valid(),
                    mean,
                    percentile.get(),
                    attaining,
                    formulas.rate(attaining, values.size(), working),
                    period.valid() ? Optional.of(both) : Optional.empty()));
        }

        private Optional<Compared> mean(PeriodStatistic period, LocalDate ruleDay) {
            return item.mean()
                    .flatMap(averaging -> period.mean()
                            .flatMap(value -> compare(
                                    new Text(item.factor() + " 年平均", item.factor() + " annual mean"),
                                    "∑C/" + period.completeness().have(),
                                    value,
                                    averaging,
                                    ruleDay)));
        }

        private Optional<Compared> percentile(Map<LocalDate, Fraction> values, LocalDate ruleDay) {
            working.cite(rules.findRule(Percentiles.RULE).orElseThrow());
            String p = item.percentile().toPlainString();
            return compare(
                    new Text(item.factor() + " 第 " + p + " 百分位数", item.factor() + " percentile " + p),
                    "n=" + values.size(),
                    Percentiles.of(List.copyOf(values.values()), item.percentile()),
                    item.daily(),
                    ruleDay);
        }

        private Optional<Compared> compare(
                Text label, String formula, Fraction exact, Averaging averaging, LocalDate ruleDay) {
            Optional<AirLimit> limit = limits.find(new AirItem(item.factor(), averaging), ruleDay, working);
            if (limit.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal value = working.step(label, formula, exact.toDecimal(), item.rounding(), item.unit());
            BigDecimal bound = limit.get().of(airClass);
            return Optional.of(new Compared(
                    value,
                    bound,
                    value.compareTo(bound) > 0
                            ? Optional.of(formulas.exceedMultiple(value, bound, working))
                            : Optional.empty()));
        }

        private int countAttaining(Map<LocalDate, Fraction> values) {
            int attaining = 0;
            for (Map.Entry<LocalDate, Fraction> day : values.entrySet()) {
                LocalDate ruleDay = early.ruleDay(day.getKey(), region, working);
                Optional<AirLimit> limit = limits.find(new AirItem(item.factor(), item.daily()), ruleDay, working);
                BigDecimal value = day.getValue().round(item.rounding());
                attaining += limit.filter(it -> value.compareTo(it.of(airClass)) <= 0)
                                .isPresent()
                        ? 1
                        : 0;
            }
            return attaining;
        }

        private void warnWhereLimitsChange(int year, LocalDate ruleDay) {
            LocalDate first = early.ruleDay(Period.year(year).from(), region, working);
            AirItem daily = new AirItem(item.factor(), item.daily());
            Optional<Rule> before = limits.find(daily, first, working).map(AirLimit::rule);
            Optional<Rule> after = limits.find(daily, ruleDay, working).map(AirLimit::rule);
            if (!before.equals(after)) {
                working.finding(
                        SeriesFinding.PERIOD_SPANS_EDITIONS,
                        item.factor(),
                        after.map(Rule::id).orElse(""),
                        before.map(Rule::id).orElse(""));
            }
        }
    }
}
