package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.RuleTable;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Particles and good days without the days of sand and dust (环办监测[2016]120号): only an approved record takes a day out, an
 * application alone changes nothing.
 */
public final class SandDust {

    private final RuleTable excluded;
    private final RuleBook rules;
    private final GoodDays goodDays;

    private SandDust(RuleBook rules) {
        this.excluded = rules.getTable("air-sand-dust");
        this.rules = rules;
        this.goodDays = GoodDays.of(rules);
    }

    public static SandDust of(RuleBook rules) {
        return new SandDust(rules);
    }

    /** What is on file about dust on a day. */
    public enum Approval {
        NONE,
        APPLIED,
        APPROVED
    }

    /**
     * One day.
     *
     * @param aqi empty where the day is not valid
     * @param concentrations daily means by factor, µg/m³
     */
    public record Day(
            LocalDate day, Optional<BigDecimal> aqi, Map<String, BigDecimal> concentrations, Approval approval) {}

    /**
     * A period without its days of dust.
     *
     * @param left the days left out
     * @param goodDays among the days that stay
     * @param means of the factors that dust concerns, over the days that stay; a factor without a value is absent
     */
    public record Assessment(List<LocalDate> left, GoodDays.Share goodDays, Map<String, BigDecimal> means) {}

    /** Assesses a period; at least one day must stay and be valid. */
    public Judgement<Assessment> judge(List<Day> days) {
        Working working = new Working();
        refuseDefects(days, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        List<LocalDate> left = new ArrayList<>();
        List<Day> staying = new ArrayList<>();
        for (Day day : days) {
            List<Rule> exclusion = excluded.listOn(day.day());
            if (day.approval() == Approval.APPROVED && !exclusion.isEmpty()) {
                exclusion.forEach(working::cite);
                left.add(day.day());
            } else {
                warn(day, exclusion, working);
                staying.add(day);
            }
        }
        LocalDate last = days.stream().map(Day::day).max(LocalDate::compareTo).orElseThrow();
        Optional<GoodDays.Share> share = working.lean(
                goodDays.judgeDays(last, staying.stream().map(Day::aqi).toList()));
        return share.isEmpty()
                ? working.notJudged()
                : working.judged(new Assessment(List.copyOf(left), share.get(), means(last, staying, working)));
    }

    private static void refuseDefects(List<Day> days, Working working) {
        if (days.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "days", "", "");
        }
        Set<LocalDate> seen = new HashSet<>();
        for (Day day : days) {
            if (!seen.add(day.day())) {
                working.finding(AirFinding.GIVEN_TWICE, "days", "", day.day().toString());
            }
            day.concentrations().forEach((factor, value) -> {
                working.refuseNegative(day.day() + " " + factor, value);
            });
        }
    }

    private static void warn(Day day, List<Rule> exclusion, Working working) {
        switch (day.approval()) {
            case NONE -> {}
            case APPLIED -> working.finding(AirFinding.NOT_APPROVED, day.day().toString(), "", "");
            case APPROVED -> {
                if (exclusion.isEmpty()) {
                    working.finding(CommonFinding.NO_RULE, day.day().toString(), "≥ 2017-01-01", "");
                }
            }
        }
    }

    private Map<String, BigDecimal> means(LocalDate last, List<Day> staying, Working working) {
        Map<String, BigDecimal> means = new LinkedHashMap<>();
        for (Rule rule : excluded.rows()) {
            String factor = rule.text("factor");
            List<Fraction> values = staying.stream()
                    .flatMap(day -> Optional.ofNullable(day.concentrations().get(factor)).stream())
                    .map(Fraction::of)
                    .toList();
            if (!values.isEmpty()) {
                means.put(factor, mean(factor, values, last, working));
            }
        }
        return Collections.unmodifiableMap(means);
    }

    private BigDecimal mean(String factor, List<Fraction> values, LocalDate last, Working working) {
        EvaluationItem item = EvaluationItem.listOn(last, rules).stream()
                .filter(i -> i.factor().equals(factor))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no decimals of " + factor + " on " + last));
        working.cite(item.rule());
        return working.step(
                new Text(factor + " 均值（剔除沙尘）", "mean of " + factor + " without dust"),
                "Σ/" + values.size(),
                Fraction.mean(values).toDecimal(),
                item.rounding(),
                item.unit());
    }
}
