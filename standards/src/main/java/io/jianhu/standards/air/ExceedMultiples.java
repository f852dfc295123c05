package io.jianhu.standards.air;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** By how many times a value exceeds its limit of GB 3095: 超标倍数 B = (C - S) / S. */
public final class ExceedMultiples {

    private static final String RULE = "HJ663-2013/A/exceed-multiple";

    private final AirAttainment attainment;
    private final Rule rule;

    private ExceedMultiples(RuleBook rules) {
        this.attainment = AirAttainment.of(rules);
        this.rule = rules.findRule(RULE).orElseThrow(() -> new IllegalStateException("no rule " + RULE));
    }

    public static ExceedMultiples of(RuleBook rules) {
        return new ExceedMultiples(rules);
    }

    /**
     * A value beside its limit.
     *
     * @param multiple empty where the value attains: there is no multiple of an attainment
     */
    public record Exceedance(BigDecimal value, BigDecimal limit, Optional<BigDecimal> multiple) {}

    /** How far one value exceeds. */
    public Judgement<Exceedance> judge(LocalDate day, AirItem item, AirClass airClass, BigDecimal value) {
        Working working = new Working();
        Optional<Attainment> judged = working.lean(attainment.judge(day, Map.of(item, value)));
        if (judged.isEmpty()) {
            return working.notJudged();
        }
        LimitCheck check = judged.get().checks().getFirst();
        BigDecimal limit = check.limit().of(airClass);
        if (check.attains(airClass)) {
            return working.judged(new Exceedance(check.value(), limit, Optional.empty()));
        }
        working.cite(rule);
        BigDecimal multiple = working.step(
                new Text("超标倍数", "exceed multiple"),
                "(%s-%s)/%s".formatted(check.value().toPlainString(), limit.toPlainString(), limit.toPlainString()),
                Fraction.of(check.value().subtract(limit))
                        .dividedBy(Fraction.of(limit))
                        .toDecimal(),
                Rounding.halfEven(rule.getNumber("value").intValueExact()),
                "");
        return working.judged(new Exceedance(check.value(), limit, Optional.of(multiple)));
    }
}
