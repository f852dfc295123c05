package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirFinding;
import io.jianhu.standards.air.ChangeRates;
import io.jianhu.standards.air.PlanTargets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Indicators of two periods, and indicators beside the targets of a plan. */
final class AirChangeTopics {

    private static final String ANY_YEAR = "{name}_{year}";
    private static final String PARTICLES_YEAR = "PM2.5_{year}";
    private static final String GOOD_DAYS_YEAR = "good_days_{year}";
    private static final String TARGET_YEAR = "target_{year}";
    private static final String TARGET = "target";

    private final ChangeRates changes;
    private final PlanTargets targets;

    private AirChangeTopics(RuleBook rules) {
        this.changes = ChangeRates.of(rules);
        this.targets = PlanTargets.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AirChangeTopics topics = new AirChangeTopics(rules);
        return List.of(topics.changeRate(), topics.planIndicator());
    }

    private Topic changeRate() {
        return new Topic(
                "change_rate",
                new Text("变化幅度", "Rate of change"),
                new Text(
                        "同一指标两个年份的变化百分比，较早年份为基期；两期口径须一致。",
                        "The change of one indicator between two years in per cent; the earlier year is the base, and both are counted"
                                + " alike."),
                false,
                List.of(Input.number(ANY_YEAR, new Text("指标_年份", "indicator_year"), "")),
                List.of(Map.of("PM2.5_2015", 53, "PM2.5_2020", 28)),
                this::judgeChange);
    }

    private Judgement<Map<String, Object>> judgeChange(Request request) {
        Working working = new Working();
        TreeMap<String, BigDecimal> years = new TreeMap<>();
        request.mapMatches(ANY_YEAR).forEach((key, value) -> years.put(year(key), value));
        long names = request.mapMatches(ANY_YEAR).keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('_')))
                .distinct()
                .count();
        if (years.size() != 2 || names != 1) {
            working.finding(
                    AirFinding.NOT_A_PAIR,
                    "input",
                    "PM2.5_2015, PM2.5_2020",
                    String.join(", ", request.input().keySet()));
            return working.notJudged();
        }
        return changes.judge(years.firstEntry().getValue(), years.lastEntry().getValue())
                .map(percent -> Map.of("change_pct", percent));
    }

    private static String year(String key) {
        return key.substring(key.lastIndexOf('_') + 1);
    }

    private Topic planIndicator() {
        return new Topic(
                "plan_indicator",
                new Text("规划空气指标", "Air indicators of a plan"),
                new Text(
                        "规划目标年的 PM2.5 年均浓度不高于目标（target_年份）且优良天数比例不低于目标（target）。",
                        "In the target year of a plan: mean PM2.5 at most its target (target_year) and share of good days at least its"
                                + " target (target)."),
                false,
                List.of(
                        Input.number(PARTICLES_YEAR, new Text("PM2.5 年均浓度", "annual mean of PM2.5"), "µg/m³")
                                .needed(),
                        Input.number(TARGET_YEAR, new Text("PM2.5 目标", "target of PM2.5"), "µg/m³")
                                .needed(),
                        Input.number(GOOD_DAYS_YEAR, new Text("优良天数比例", "share of good days"), "%")
                                .needed(),
                        Input.number(TARGET, new Text("优良天数比例目标", "target of good days"), "%")
                                .needed()),
                List.of(Map.of(
                        "PM2.5_2020", 28, "target_2020", 40, "good_days_2020", new BigDecimal("90.7"), TARGET, 85)),
                this::judgePlan);
    }

    private Judgement<Map<String, Object>> judgePlan(Request request) {
        Working working = new Working();
        Optional<Map.Entry<String, BigDecimal>> particles = single(request, PARTICLES_YEAR);
        Optional<Map.Entry<String, BigDecimal>> target = single(request, TARGET_YEAR);
        Optional<Map.Entry<String, BigDecimal>> goodDays = single(request, GOOD_DAYS_YEAR);
        boolean oneYear = particles.isPresent()
                && target.isPresent()
                && goodDays.isPresent()
                && year(particles.get().getKey()).equals(year(target.get().getKey()))
                && year(particles.get().getKey()).equals(year(goodDays.get().getKey()));
        if (!oneYear) {
            working.finding(
                    AirFinding.NOT_ONE_YEAR,
                    "input",
                    "PM2.5_2020, target_2020, good_days_2020, target",
                    String.join(", ", request.input().keySet()));
            return working.notJudged();
        }
        return targets.judge(
                        particles.get().getValue(),
                        target.get().getValue(),
                        goodDays.get().getValue(),
                        request.getNumber(TARGET))
                .map(result -> Map.of("both_met", result.bothMet()));
    }

    private static Optional<Map.Entry<String, BigDecimal>> single(Request request, String pattern) {
        Map<String, BigDecimal> matches = request.mapMatches(pattern);
        return matches.size() == 1 ? Optional.of(matches.entrySet().iterator().next()) : Optional.empty();
    }
}
