package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;

/** The two air indicators of a five-year plan: mean PM2.5 at most its target, share of good days at least its target. */
public final class PlanTargets {

    private final AirTerms terms;

    private PlanTargets(RuleBook rules) {
        this.terms = new AirTerms(rules);
    }

    public static PlanTargets of(RuleBook rules) {
        return new PlanTargets(rules);
    }

    /** Which targets are met; a value on its target meets it. */
    public record Result(boolean particlesMet, boolean goodDaysMet) {

        public boolean bothMet() {
            return particlesMet && goodDaysMet;
        }
    }

    /**
     * Values beside their targets.
     *
     * @param particles mean PM2.5 of the year and its target, µg/m³
     * @param goodDays share of good days and its target, per cent
     */
    public Judgement<Result> judge(
            BigDecimal particles, BigDecimal particlesTarget, BigDecimal goodDays, BigDecimal goodDaysTarget) {
        Working working = new Working();
        working.refuseNegative("PM2.5", particles);
        working.refuseNegative("PM2.5 target", particlesTarget);
        refuseNoShare("good_days", goodDays, working);
        refuseNoShare("good_days target", goodDaysTarget, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        terms.decimals("good-day-ratio-decimals", working);
        working.step(
                new Text("PM2.5 年均浓度", "annual mean of PM2.5"),
                particles.toPlainString() + " ≤ " + particlesTarget.toPlainString(),
                particles,
                "µg/m³");
        working.step(
                new Text("优良天数比例", "share of good days"),
                goodDays.toPlainString() + " ≥ " + goodDaysTarget.toPlainString(),
                goodDays,
                "%");
        return working.judged(
                new Result(particles.compareTo(particlesTarget) <= 0, goodDays.compareTo(goodDaysTarget) >= 0));
    }

    private static void refuseNoShare(String place, BigDecimal percent, Working working) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0..100", percent.toPlainString());
        }
    }
}
