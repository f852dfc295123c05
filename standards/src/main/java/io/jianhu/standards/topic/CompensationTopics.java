package io.jianhu.standards.topic;

import io.jianhu.standards.Factor;
import io.jianhu.standards.Factors;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.Agreement;
import io.jianhu.standards.plan.Compensation;
import io.jianhu.standards.plan.Compensation.TargetResult;
import io.jianhu.standards.plan.PlanFinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compensation between the two sides of a boundary section. */
final class CompensationTopics {

    private static final String NOW = "C";
    private static final String REFERENCE = "C0";
    private static final String K0 = "k0";
    private static final String WEIGHTS = "k";
    private static final String MET = "met";
    private static final String PAYER = "payer";

    private final Compensation compensation;
    private final Factors factors;

    private CompensationTopics(RuleBook rules) {
        this.compensation = new Compensation(rules);
        this.factors = rules.factors();
    }

    static List<Topic> list(RuleBook rules) {
        CompensationTopics topics = new CompensationTopics(rules);
        return List.of(topics.index(), topics.target());
    }

    private Topic index() {
        return new Topic(
                "compensation_P",
                new Text("流域补偿指数 P", "Index P of compensation"),
                new Text(
                        "P = k0·Σ ki·Ci/Ci0，P 不大于 1 时下游付款，否则上游付款，以未修约的 P 判断。协议参数写在规则版本中（k0=0.85, ki=0.25），或用 k0 和 k "
                                + "给出；也可用日期或协议名称（新安江补偿协议 2012-2014）指明库内的协议。",
                        "P = k0·Σ ki·Ci/Ci0; up to 1 the downstream side pays, above it the upstream side, by the unrounded P. The"
                                + " parameters of the agreement stand in the rule version (k0=0.85, ki=0.25) or in k0 and k; a date or the"
                                + " name of an agreement (新安江补偿协议 2012-2014) takes one of the library."),
                false,
                List.of(
                        Input.of(NOW, new Text("当年均值 mg/L", "means of the year, mg/L"), Input.Kind.NUMBER_MAP)
                                .needed(),
                        Input.of(REFERENCE, new Text("基准值 mg/L", "reference, mg/L"), Input.Kind.NUMBER_MAP)
                                .needed(),
                        Input.number(K0, new Text("稳定系数 k0", "coefficient of stability k0"), ""),
                        Input.of(WEIGHTS, new Text("权重 ki", "weights ki"), Input.Kind.NUMBER_MAP)),
                List.of(example()),
                this::judgeIndex);
    }

    private static Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put(NOW, Map.of("CODMn", 1.9, "NH3N", 0.1, "TN", 1.2, "TP", 0.03));
        example.put(REFERENCE, Map.of("CODMn", 2.0, "NH3N", 0.12, "TN", 1.1, "TP", 0.03));
        example.put(K0, 0.85);
        example.put(WEIGHTS, Map.of("CODMn", 0.25, "NH3N", 0.25, "TN", 0.25, "TP", 0.25));
        return example;
    }

    private Judgement<Map<String, Object>> judgeIndex(Request request) {
        Optional<Agreement> agreement = agreement(request);
        if (agreement.isEmpty()) {
            Working working = new Working();
            working.finding(
                    PlanFinding.AGREEMENT_UNREADABLE, "rule_version", "k0=0.85, ki=0.25", request.ruleVersion());
            return working.notJudged();
        }
        return compensation
                .index(agreement.get(), byFactor(request, NOW), byFactor(request, REFERENCE))
                .map(index -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("P", index.index());
                    result.put(PAYER, index.payer().label());
                    return result;
                });
    }

    /** The numbers by the keys of their factors, whatever name or code was written; a second name of one factor is left unknown. */
    private Map<String, BigDecimal> byFactor(Request request, String input) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        request.mapNumbers(input).forEach((name, number) -> {
            String key = factors.findFactor(name).map(Factor::key).orElse(name);
            numbers.put(numbers.containsKey(key) ? name + " (" + key + ")" : key, number);
        });
        return numbers;
    }

    /** What the input gives, else what the rule version says, else the agreement in force on the day. */
    private Optional<Agreement> agreement(Request request) {
        if (request.has(K0) && request.has(WEIGHTS)) {
            return Optional.of(new Agreement(request.getNumber(K0), byFactor(request, WEIGHTS), Optional.empty()));
        }
        return Agreement.parse(request.ruleVersion())
                .or(() -> request.day().equals(LocalDate.EPOCH)
                        ? Optional.empty()
                        : compensation.findAgreement(request.day()));
    }

    private Topic target() {
        return new Topic(
                "compensation_target",
                new Text("断面达标补偿方向", "Compensation by target"),
                new Text(
                        "浙江省内流域横向补偿：交接断面达到约定目标时下游付款，未达到时上游付款；金额由协议约定。",
                        "Compensation in Zhejiang: the downstream side pays when the section meets its agreed target, the upstream side when"
                                + " not; the agreement sets the sum."),
                false,
                List.of(Input.of(MET, new Text("断面达标", "target met"), Input.Kind.FLAG)
                        .needed()),
                List.of(Map.of(MET, true)),
                request -> compensation
                        .payer(request.isSet(MET) ? TargetResult.MET : TargetResult.MISSED)
                        .map(side -> Map.of(PAYER, side.label())));
    }
}
