package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.PlanTargets;
import io.jianhu.standards.plan.Reductions;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reductions, intensities, shares, ecological flow, targets of the plan. */
final class TargetTopics {

    private static final String BASE = "base";
    private static final String REDUCED = "reduced";
    private static final String BEFORE = "before_pct";
    private static final String AFTER = "after_pct";
    private static final String FLOWS = "flows";
    private static final String TARGET = "target";
    private static final String NO = "no";
    private static final String VALUE = "value";

    private final Reductions reductions;
    private final PlanTargets targets;

    private TargetTopics(RuleBook rules) {
        this.reductions = new Reductions(rules);
        this.targets = new PlanTargets(rules);
    }

    static List<Topic> list(RuleBook rules) {
        TargetTopics topics = new TargetTopics(rules);
        return List.of(topics.reduction(), topics.intensity(), topics.share(), topics.flow(), topics.target());
    }

    private Topic reduction() {
        return new Topic(
                "reduction_ratio",
                new Text("五年削减比例", "Reduction ratio of five years"),
                new Text("核定削减量占基年排放量的比例。", "Verified reductions over the emission of the base year."),
                false,
                List.of(
                        Input.number(BASE, new Text("基年排放量", "emission of the base year"), "t")
                                .needed(),
                        Input.number(REDUCED, new Text("核定削减量", "verified reductions"), "t")
                                .needed()),
                List.of(Map.of(BASE, 52000, REDUCED, 6100)),
                request -> reductions
                        .ratio(request.getNumber(BASE), request.getNumber(REDUCED))
                        .map(ratio -> Map.of("ratio_pct", ratio)));
    }

    private Topic intensity() {
        return new Topic(
                "intensity_drop",
                new Text("强度下降率", "Drop of intensity"),
                new Text(
                        "单位 GDP 排放的下降率 1-(E1/G1)/(E0/G0)，GDP 按同一年不变价。",
                        "Drop of emission per GDP: 1-(E1/G1)/(E0/G0), GDP at the prices of one year."),
                false,
                Stream.of("E0", "G0", "E1", "G1")
                        .map(key -> Input.number(
                                        key,
                                        key.startsWith("E")
                                                ? new Text("排放量 " + key, "emission " + key)
                                                : new Text("地区生产总值 " + key, "GDP " + key),
                                        "")
                                .needed())
                        .toList(),
                List.of(Map.of("E0", 4200, "G0", 6000, "E1", 4300, "G1", 7700)),
                request -> reductions
                        .intensityDrop(
                                request.getNumber("E0"),
                                request.getNumber("G0"),
                                request.getNumber("E1"),
                                request.getNumber("G1"))
                        .map(drop -> Map.of("drop_pct", drop)));
    }

    private Topic share() {
        return new Topic(
                "share_change",
                new Text("比例的变化", "Change of a share"),
                new Text(
                        "两个百分比之差以百分点计，相对变化以百分比计，两者不可混用。",
                        "The difference of two shares is in percentage points, their relative change in percent; the two are not the same."),
                false,
                List.of(
                        Input.number(BEFORE, new Text("前期比例", "earlier share"), "%")
                                .needed(),
                        Input.number(AFTER, new Text("后期比例", "later share"), "%")
                                .needed()),
                List.of(Map.of(BEFORE, 84.7, AFTER, 90.7)),
                request -> reductions
                        .shareChange(request.getNumber(BEFORE), request.getNumber(AFTER))
                        .map(change -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("points", change.points());
                            result.put("relative_pct", change.relative());
                            return result;
                        }));
    }

    private Topic flow() {
        return new Topic(
                "ecological_flow",
                new Text("生态流量满足程度", "Satisfaction of ecological flow"),
                new Text(
                        "日均流量达到目标的天数占评价天数的比例，通常以 90% 为合格。",
                        "Share of the days on which the mean flow reached the target; usually 90 % pass."),
                false,
                List.of(
                        Input.numbers(FLOWS, new Text("日均流量", "mean flows by day"), "m³/s")
                                .needed(),
                        Input.number(TARGET, new Text("生态流量目标", "target"), "m³/s")
                                .needed()),
                List.of(Map.of(FLOWS, List.of(5.1, 4.9, 5.0, 6.2), TARGET, 5)),
                request -> reductions
                        .ecologicalFlow(request.listNumbers(FLOWS), request.getNumber(TARGET))
                        .map(flow -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("days", flow.days());
                            result.put("days_met", flow.met());
                            result.put("satisfaction_pct", flow.percent());
                            result.put("ok", flow.isPassed());
                            return result;
                        }));
    }

    private Topic target() {
        return new Topic(
                "plan_target",
                new Text("十四五规划指标达标", "Targets of the 14th five-year plan"),
                new Text(
                        "绍兴市生态环境保护十四五规划 22 项指标之一与 2025 年目标比较；完成与未完成写作 1 和 0，省下达的目标用 target 给出。",
                        "One of the 22 indicators of the plan of Shaoxing against its target of 2025; done and not done are 1 and 0, a target"
                                + " that the province set goes into target."),
                false,
                List.of(
                        Input.number(NO, new Text("指标序号", "number of the indicator"), "")
                                .needed(),
                        Input.number(VALUE, new Text("指标值", "value"), "").needed(),
                        Input.number(TARGET, new Text("省下达目标或基期值", "target of the province, or base"), "")),
                List.of(Map.of(NO, 3, VALUE, 28)),
                this::judgeTarget);
    }

    private Judgement<Map<String, Object>> judgeTarget(Request request) {
        BigDecimal number = request.getNumber(NO);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
            Working working = new Working();
            working.finding(CommonFinding.OUT_OF_RANGE, NO, "1..22", number.toPlainString());
            return working.notJudged();
        }
        return targets.judge(number.intValueExact(), request.getNumber(VALUE), request.findNumber(TARGET))
                .map(verdict -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("indicator", verdict.indicator());
                    result.put(TARGET, verdict.target());
                    result.put("gap", verdict.gap());
                    result.put("attained", verdict.outcome() == PlanTargets.Outcome.ATTAINED);
                    return result;
                });
    }
}
