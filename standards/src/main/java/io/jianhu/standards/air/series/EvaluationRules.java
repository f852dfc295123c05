package io.jianhu.standards.air.series;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;

/** The single rules of {@code air-evaluation-rules}: exceed multiple and attainment rate with their decimals. */
final class EvaluationRules {

    private static final Fraction HUNDRED = Fraction.of(100, 1);

    private final RuleBook rules;

    EvaluationRules(RuleBook rules) {
        this.rules = rules;
    }

    private Rule get(String name) {
        return rules.findRule("HJ663-2013/A/" + name).orElseThrow();
    }

    private Rounding rounding(Rule rule) {
        return Rounding.halfEven(rule.getNumber("value").intValueExact());
    }

    /** (C-S)/S. */
    BigDecimal exceedMultiple(BigDecimal value, BigDecimal limit, Working working) {
        Rule rule = working.cite(get("exceed-multiple"));
        Fraction multiple = Fraction.of(value.subtract(limit)).dividedBy(Fraction.of(limit));
        return working.step(
                new Text("超标倍数", "exceed multiple"),
                "(" + value.toPlainString() + "-" + limit.toPlainString() + ")/" + limit.toPlainString(),
                multiple.toDecimal(),
                rounding(rule),
                "");
    }

    /** part / whole · 100. */
    BigDecimal rate(int part, int whole, Working working) {
        Rule rule = working.cite(get("attainment-rate"));
        return working.step(
                new Text("达标率", "attainment rate"),
                part + "/" + whole + "×100",
                Fraction.of(part, whole).times(HUNDRED).toDecimal(),
                rounding(rule),
                "%");
    }
}
