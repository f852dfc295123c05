package io.jianhu.standards.topic;

import io.jianhu.standards.Catalogue;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.topic.Input.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers, units and editions. */
final class QuantityTopics {

    /** Beyond the digits of any number that a request may hold. */
    private static final int MOST_DECIMALS = 60;

    private final RuleBook rules;
    private final UnitTopic units;

    private QuantityTopics(RuleBook rules) {
        this.rules = rules;
        this.units = new UnitTopic(rules);
    }

    static List<Topic> list(RuleBook rules) {
        QuantityTopics topics = new QuantityTopics(rules);
        return List.of(topics.rounding(), topics.units.topic(), topics.editionOnDate());
    }

    private Topic rounding() {
        return new Topic(
                "rounding",
                new Text("数值修约", "Rounding"),
                new Text(
                        "按 GB/T 8170 一次修约：四舍六入五成双，按十进制精确值。",
                        "Rounds once by GB/T 8170, half to even, on the exact decimal."),
                false,
                List.of(
                        Input.number("x", new Text("拟修约数值", "Number"), "").needed(),
                        Input.number("decimals", new Text("保留小数位数（负数为整数位）", "Decimals, negative for tens"), "")
                                .needed(),
                        Input.choice(
                                "interval",
                                new Text("修约间隔的单位", "Units of the last digit"),
                                List.of(
                                        new Input.Choice("1", new Text("1 单位", "whole")),
                                        new Input.Choice("0.5", new Text("0.5 单位", "halves")),
                                        new Input.Choice("0.2", new Text("0.2 单位", "fifths"))))),
                List.of(Map.of("x", "0.135", "decimals", 2), Map.of("x", "60.38", "decimals", 0, "interval", "0.5")),
                this::round);
    }

    private Judgement<Map<String, Object>> round(Request request) {
        Working working = new Working();
        BigDecimal x = request.getNumber("x");
        BigDecimal decimals = request.getNumber("decimals");
        if (!isWhole(decimals) || decimals.abs().intValueExact() > MOST_DECIMALS) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    "decimals",
                    "a whole number, at most " + MOST_DECIMALS,
                    decimals.toPlainString());
            return working.notJudged();
        }
        BigDecimal interval = request.findText("interval").map(BigDecimal::new).orElse(BigDecimal.ONE);
        Rounding rounding = Rounding.halfEven(decimals.intValueExact());
        cite(working, "digits");
        if (x.signum() < 0) {
            cite(working, "negative");
        }
        cite(working, "once");
        Text label = new Text("修约", "Rounding");
        BigDecimal value;
        if (interval.compareTo(BigDecimal.ONE) == 0) {
            value = working.step(label, x.toPlainString(), x, rounding, "");
        } else {
            cite(working, "interval");
            BigDecimal units = x.divide(interval);
            value = working.step(label, x.toPlainString() + " / " + interval.toPlainString(), units, rounding, "")
                    .multiply(interval);
            working.step(label, "× " + interval.toPlainString(), value, "");
        }
        return working.judged(Map.of("value", value.toPlainString()));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 9;
    }

    private void cite(Working working, String topic) {
        for (Rule rule : rules.getTable("rounding-rules").rows()) {
            if (rule.text("topic").equals(topic)) {
                working.cite(rule);
            }
        }
    }

    private Topic editionOnDate() {
        return new Topic(
                "edition_on_date",
                new Text("某日适用的标准版本", "The edition on a date"),
                new Text(
                        "给出标准（族名如 GB 3095，或任一版本号）和数据日期，答出适用的版本及其阶段。",
                        "A standard, by family such as GB 3095 or by any edition, and the date of the data: the edition that"
                                + " holds, and its phase."),
                true,
                List.of(Input.of("family", new Text("标准", "Standard"), Kind.TEXT)
                        .needed()),
                List.of(Map.of("family", "GB 3095"), Map.of("family", "HJ 633-2012")),
                this::findEdition);
    }

    private Judgement<Map<String, Object>> findEdition(Request request) {
        Working working = new Working();
        Catalogue catalogue = rules.catalogue();
        Optional<String> family = catalogue.findFamily(request.getText("family"), working);
        Optional<Edition> inForce = family.flatMap(known -> catalogue.findEditionInForce(known, request.day()));
        if (inForce.isPresent()) {
            return working.judged(describe(inForce.get(), request.day()));
        }
        family.ifPresent(known -> catalogue.findEdition(known, request.day(), working));
        return working.notJudged();
    }

    private Map<String, Object> describe(Edition edition, LocalDate day) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("edition", edition.id());
        result.put("family", edition.family());
        result.put("title_zh", edition.title().zh());
        result.put("title_en", edition.title().en());
        result.put("phase", edition.findPhase(day).map(phase -> phase.name()));
        result.put("from", edition.validity().from().toString());
        result.put("to", edition.validity().to().map(LocalDate::toString));
        result.put("predecessor", edition.predecessor());
        result.put("successor", rules.catalogue().findSuccessor(edition).map(Edition::id));
        result.put("legal_status_zh", edition.status().title().zh());
        result.put("legal_status_en", edition.status().title().en());
        result.put("rules_held", edition.extent() == Edition.Extent.RULES);
        result.put("source", edition.source());
        result.put("confidence", edition.confidence().label());
        return result;
    }
}
