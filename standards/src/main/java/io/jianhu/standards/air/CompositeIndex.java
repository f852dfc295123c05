package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.RuleTable;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The composite index of air quality (环境空气质量综合指数): concentrations over their limits of the second class, summed. The
 * same air has another number in each form, so the form is always named.
 */
public final class CompositeIndex {

    /** How the sub-indices are made and summed. */
    public enum Form {
        /** 排名形式: one sub-index per factor, mean over annual limit, CO and O3 by percentile; a month or quarter uses the same limits. */
        RANKING,
        /** The same with weights; unverified, for whoever asks for it by name. */
        WEIGHTED,
        /** HJ 663-2013 附录C: per factor the larger of mean over annual limit and percentile over 24 h limit. */
        ANNEX_C;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final RuleTable items;
    private final AirLimits limits;
    private final AirTerms terms;

    private CompositeIndex(RuleBook rules) {
        this.items = rules.getTable("air-composite");
        this.limits = AirLimits.of(rules);
        this.terms = new AirTerms(rules);
    }

    public static CompositeIndex of(RuleBook rules) {
        return new CompositeIndex(rules);
    }

    /** The statistics that a form needs in some edition, in its order. */
    public List<AirStatistic> listStatistics(Form form) {
        return items.rows().stream()
                .filter(row -> row.text("form").equals(form.label()))
                .map(CompositeIndex::statistic)
                .distinct()
                .toList();
    }

    /** The statistics a form needs on the day, in its order; none where the form does not exist. */
    public List<AirStatistic> listStatistics(LocalDate day, Form form) {
        return listRows(day, form).stream().map(CompositeIndex::statistic).toList();
    }

    /**
     * The index of a period.
     *
     * @param statistics every one of {@link #listStatistics}, µg/m³, carbon monoxide mg/m³; used as given, so that unrounded
     *     concentrations give the published index
     */
    public Judgement<Composite> judge(LocalDate day, Form form, Map<AirStatistic, BigDecimal> statistics) {
        Working working = new Working();
        List<Rule> rows = listRows(day, form);
        if (rows.isEmpty()) {
            working.finding(CommonFinding.NO_RULE, "date", form.label(), day.toString());
            return working.notJudged();
        }
        refuseDefects(rows, statistics, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Rounding rounding = terms.decimals("composite-decimals", working);
        Map<String, Fraction> largest = new LinkedHashMap<>();
        for (Rule row : rows) {
            Optional<Fraction> subIndex = subIndex(day, row, statistics, rounding, working);
            if (subIndex.isEmpty()) {
                return working.notJudged();
            }
            largest.merge(row.text("factor"), subIndex.get(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
        Map<String, BigDecimal> shown = new LinkedHashMap<>();
        largest.forEach((factor, subIndex) -> shown.put(factor, subIndex.round(rounding)));
        BigDecimal value = working.step(
                new Text("综合指数", "composite index"),
                shown.values().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" + ")),
                Fraction.sum(largest.values()).toDecimal(),
                rounding,
                "");
        return working.judged(new Composite(form, value, Collections.unmodifiableMap(shown)));
    }

    private List<Rule> listRows(LocalDate day, Form form) {
        return items.listOn(day).stream()
                .filter(row -> row.text("form").equals(form.label()))
                .toList();
    }

    private static AirStatistic statistic(Rule row) {
        String statistic = row.text("statistic");
        return statistic.equals("mean")
                ? AirStatistic.mean(row.text("factor"))
                : AirStatistic.percentile(row.text("factor"), Integer.parseInt(statistic.substring(1)));
    }

    private static void refuseDefects(List<Rule> rows, Map<AirStatistic, BigDecimal> given, Working working) {
        List<AirStatistic> needed = rows.stream().map(CompositeIndex::statistic).toList();
        for (AirStatistic statistic : needed) {
            BigDecimal value = given.get(statistic);
            if (value == null) {
                working.finding(CommonFinding.MISSING_INPUT, statistic.toString(), statistic.toString(), "");
            } else {
                working.refuseNegative(statistic.toString(), value);
            }
        }
        for (AirStatistic statistic : given.keySet()) {
            if (!needed.contains(statistic)) {
                working.finding(CommonFinding.NO_RULE, statistic.toString(), needed.toString(), statistic.toString());
            }
        }
    }

    private Optional<Fraction> subIndex(
            LocalDate day, Rule row, Map<AirStatistic, BigDecimal> statistics, Rounding shown, Working working) {
        working.cite(row);
        AirStatistic statistic = statistic(row);
        AirItem limitItem = new AirItem(row.text("factor"), Averaging.ofLabel(row.text("limit_averaging")));
        BigDecimal value = statistics.getOrDefault(statistic, BigDecimal.ZERO);
        return limits.findBinding(limitItem, day, working).map(limit -> {
            BigDecimal weight = row.getNumber("weight");
            Fraction subIndex =
                    Fraction.of(value).dividedBy(Fraction.of(limit.second())).times(Fraction.of(weight));
            String times = weight.compareTo(BigDecimal.ONE) == 0 ? "" : "×" + weight.toPlainString();
            working.step(
                    new Text("单项指数 " + statistic, "sub-index " + statistic),
                    value.toPlainString() + "/" + limit.second().toPlainString() + times,
                    subIndex.toDecimal(),
                    shown,
                    "");
            return subIndex;
        });
    }
}
