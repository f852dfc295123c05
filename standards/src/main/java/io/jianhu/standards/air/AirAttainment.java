package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether concentrations attain the limits of GB 3095, by class. The limits are those of the day of the data: transition until
 * 2030-12-31, final from 2031-01-01. An air quality index plays no part in it.
 */
public final class AirAttainment {

    private final AirLimits limits;
    private final RuleBook rules;

    private AirAttainment(RuleBook rules) {
        this.rules = rules;
        this.limits = AirLimits.of(rules);
    }

    public static AirAttainment of(RuleBook rules) {
        return new AirAttainment(rules);
    }

    /**
     * Values of one hour, day, quarter or year, each beside the limit of its own averaging time.
     *
     * @param values µg/m³, carbon monoxide mg/m³. Those of the six factors are rounded as HJ 663 asks, others compared as given
     */
    public Judgement<Attainment> judge(LocalDate day, Map<AirItem, BigDecimal> values) {
        Working working = new Working();
        Map<String, Check> checks = new LinkedHashMap<>();
        for (Map.Entry<AirItem, BigDecimal> entry : inOrder(day, values)) {
            AirItem item = entry.getKey();
            Optional<EvaluationItem> decimals = EvaluationItem.listOn(day, rules).stream()
                    .filter(evaluated -> evaluated.factor().equals(item.factor()))
                    .findFirst();
            decimals.ifPresent(evaluated -> working.cite(evaluated.rule()));
            checks.put(item.toString(), new Check(item, entry.getValue(), decimals.map(EvaluationItem::rounding)));
        }
        return compare(day, checks, working);
    }

    /**
     * The statistics of one year, HJ 663 table 1: an item attains when its mean and its percentile both do, carbon monoxide and
     * ozone by the percentile alone. What is missing is a warning.
     */
    public Judgement<Attainment> judgeYear(LocalDate day, Map<AirStatistic, BigDecimal> statistics) {
        Working working = new Working();
        rules.catalogue().findEdition("HJ 663", day, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        List<EvaluationItem> items = EvaluationItem.listOn(day, rules);
        statistics.forEach((statistic, value) -> working.refuseNegative(statistic.toString(), value));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Map<String, Check> checks = new LinkedHashMap<>();
        for (EvaluationItem item : items) {
            for (AirStatistic statistic : item.listStatistics()) {
                BigDecimal value = statistics.get(statistic);
                if (value != null) {
                    working.cite(item.rule());
                    checks.put(
                            statistic.toString(),
                            new Check(item.limitOf(statistic), value, Optional.of(item.rounding())));
                }
            }
        }
        refuseUnknown(items, statistics, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        warnOfMissing(items, statistics, working);
        int expected =
                items.stream().mapToInt(item -> item.listStatistics().size()).sum();
        working.completeness(new Completeness(checks.size(), expected, expected));
        return compare(day, checks, working);
    }

    /** The statistics that the annual evaluation of some edition knows, in its order. */
    public List<AirStatistic> listStatistics() {
        return EvaluationItem.list(rules).stream()
                .flatMap(item -> item.listStatistics().stream())
                .distinct()
                .toList();
    }

    private record Check(AirItem limit, BigDecimal value, Optional<Rounding> rounding) {}

    private Judgement<Attainment> compare(LocalDate day, Map<String, Check> checks, Working working) {
        if (checks.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "input", "", "");
        }
        if (checks.isEmpty()
                || rules.catalogue().findEdition("GB 3095", day, working).isEmpty()) {
            return working.notJudged();
        }
        List<LimitCheck> compared = new ArrayList<>();
        checks.forEach((name, check) -> {
            working.refuseNegative(name, check.value());
            if (check.value().signum() >= 0) {
                limits.findBinding(check.limit(), day, working)
                        .ifPresent(limit -> compared.add(compare(name, check, limit, working)));
            }
        });
        return compared.size() < checks.size()
                ? working.notJudged()
                : working.judged(new Attainment(List.copyOf(compared)));
    }

    private static LimitCheck compare(String name, Check check, AirLimit limit, Working working) {
        String formula = "%s ≤ %s (%s), %s (%s)"
                .formatted(
                        check.value().toPlainString(),
                        limit.first().toPlainString(),
                        AirClass.FIRST.title().zh(),
                        limit.second().toPlainString(),
                        AirClass.SECOND.title().zh());
        Text label = new Text(name, name);
        BigDecimal value = check.rounding().isPresent()
                ? working.step(label, formula, check.value(), check.rounding().get(), limit.unit())
                : working.step(label, formula, check.value(), limit.unit());
        return new LimitCheck(name, value, limit);
    }

    private List<Map.Entry<AirItem, BigDecimal>> inOrder(LocalDate day, Map<AirItem, BigDecimal> values) {
        List<AirItem> order = limits.listOn(day).stream().map(AirLimit::item).toList();
        return values.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> order.contains(entry.getKey()) ? order.indexOf(entry.getKey()) : order.size()))
                .toList();
    }

    private static void refuseUnknown(
            List<EvaluationItem> items, Map<AirStatistic, BigDecimal> statistics, Working working) {
        List<AirStatistic> known =
                items.stream().flatMap(item -> item.listStatistics().stream()).toList();
        for (AirStatistic statistic : statistics.keySet()) {
            if (!known.contains(statistic)) {
                working.finding(
                        CommonFinding.NO_RULE,
                        statistic.toString(),
                        known.stream().map(AirStatistic::toString).collect(Collectors.joining(", ")),
                        statistic.toString());
            }
        }
    }

    private static void warnOfMissing(
            List<EvaluationItem> items, Map<AirStatistic, BigDecimal> statistics, Working working) {
        List<String> absent = new ArrayList<>();
        for (EvaluationItem item : items) {
            List<String> missing = item.listStatistics().stream()
                    .filter(statistic -> !statistics.containsKey(statistic))
                    .map(AirStatistic::toString)
                    .toList();
            if (missing.size() == item.listStatistics().size()) {
                absent.add(item.factor());
            } else if (!missing.isEmpty()) {
                working.finding(AirFinding.HALF_AN_ITEM, item.factor(), String.join(", ", missing), "");
            }
        }
        if (!absent.isEmpty() && absent.size() < items.size()) {
            working.finding(AirFinding.NOT_ALL_SIX, "input", String.join(", ", absent), "");
        }
    }
}
