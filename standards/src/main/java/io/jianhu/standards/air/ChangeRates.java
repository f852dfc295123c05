package io.jianhu.standards.air;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;

/** How an indicator changed between two periods that are counted alike: (now - before) / before. */
public final class ChangeRates {

    private static final Fraction PER_CENT = Fraction.of(100, 1);

    private final AirTerms terms;

    private ChangeRates(RuleBook rules) {
        this.terms = new AirTerms(rules);
    }

    public static ChangeRates of(RuleBook rules) {
        return new ChangeRates(rules);
    }

    /**
     * The change in per cent, one decimal; below zero when the indicator fell.
     *
     * @param before above zero: from zero there is no rate
     * @param now not negative
     */
    public Judgement<BigDecimal> judge(BigDecimal before, BigDecimal now) {
        Working working = new Working();
        working.refuseNegative("before", before);
        working.refuseNegative("now", now);
        if (before.signum() == 0) {
            working.finding(AirFinding.NO_BASE, "before", "> 0", before.toPlainString());
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Fraction base = Fraction.of(before);
        return working.judged(working.step(
                new Text("变化幅度", "rate of change"),
                "(%s-%s)/%s×100".formatted(now.toPlainString(), before.toPlainString(), before.toPlainString()),
                Fraction.of(now).minus(base).dividedBy(base).times(PER_CENT).toDecimal(),
                terms.decimals("change-rate-decimals", working),
                "%"));
    }
}
