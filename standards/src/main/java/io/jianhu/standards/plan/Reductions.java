package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Reduction ratios, intensities, changes of shares, satisfaction of ecological flow. */
public final class Reductions {

    private static final MathContext EXACT = new MathContext(34);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Rounding TWO = Rounding.halfEven(2);

    private final RuleBook rules;

    public Reductions(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Reduction ratio of five years in percent, two decimals: verified reductions over the emission of the base year.
     *
     * @param reductions verified, in the unit of the base
     */
    public Judgement<BigDecimal> ratio(BigDecimal base, BigDecimal reductions) {
        Working working = new Working();
        refuse("base", base, working);
        refuseNegative("reductions", reductions, working);
        if (!working.hasFindings() && reductions.compareTo(base) > 0) {
            working.finding(
                    PlanFinding.PARTS_EXCEED_TOTAL,
                    "reductions",
                    "<= " + base.toPlainString(),
                    reductions.toPlainString());
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(rules.findRule("plan-target/7").orElseThrow());
        return working.judged(working.step(
                new Text("削减比例", "reduction ratio"),
                reductions.toPlainString() + "/" + base.toPlainString() + "×100",
                reductions.multiply(HUNDRED).divide(base, EXACT),
                TWO,
                "%"));
    }

    /**
     * Drop of an intensity in percent, two decimals: 1-(E1/G1)/(E0/G0). Negative when the intensity rose.
     *
     * @param output G: GDP at constant prices, in both years of the same price year
     */
    public Judgement<BigDecimal> intensityDrop(
            BigDecimal baseEmission, BigDecimal baseOutput, BigDecimal emission, BigDecimal output) {
        Working working = new Working();
        refuse("E0", baseEmission, working);
        refuse("G0", baseOutput, working);
        refuseNegative("E1", emission, working);
        refuse("G1", output, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(rules.findRule("plan-target/11").orElseThrow());
        BigDecimal share = emission.multiply(baseOutput).multiply(HUNDRED).divide(output.multiply(baseEmission), EXACT);
        return working.judged(working.step(
                new Text("强度下降率", "drop of intensity"),
                "(1-(" + emission.toPlainString() + "/" + output.toPlainString() + ")/(" + baseEmission.toPlainString()
                        + "/" + baseOutput.toPlainString() + "))×100",
                HUNDRED.subtract(share),
                TWO,
                "%"));
    }

    /**
     * The change of a share.
     *
     * @param points percentage points, later minus earlier
     * @param relative percent of the earlier share, one decimal; empty when that was 0
     */
    public record ShareChange(BigDecimal points, Optional<BigDecimal> relative) {}

    /** The change between two shares in percent: in percentage points, and relative to the first. */
    public Judgement<ShareChange> shareChange(BigDecimal before, BigDecimal after) {
        Working working = new Working();
        refuseShare("before", before, working);
        refuseShare("after", after, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(rules.findRule("plan/points").orElseThrow());
        BigDecimal points = working.step(
                new Text("百分点", "percentage points"),
                after.toPlainString() + "-" + before.toPlainString(),
                after.subtract(before),
                "");
        return working.judged(new ShareChange(
                points,
                Optional.of(before)
                        .filter(share -> share.signum() > 0)
                        .map(share -> working.step(
                                new Text("相对变化", "relative change"),
                                points.toPlainString() + "/" + share.toPlainString() + "×100",
                                points.multiply(HUNDRED).divide(share, EXACT),
                                Rounding.halfEven(1),
                                "%"))));
    }

    /**
     * Satisfaction of ecological flow.
     *
     * @param met days whose mean flow reached the target
     * @param days days evaluated
     * @param percent one decimal
     */
    public record FlowSatisfaction(int met, int days, BigDecimal percent, BigDecimal pass) {

        public boolean isPassed() {
            return percent.compareTo(pass) >= 0;
        }
    }

    /**
     * Share of the days on which the mean flow reached the target.
     *
     * @param flows mean flow of each day evaluated, m³/s
     * @param target m³/s
     */
    public Judgement<FlowSatisfaction> ecologicalFlow(List<BigDecimal> flows, BigDecimal target) {
        Working working = new Working();
        refuse("target", target, working);
        if (flows.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "flows", "m³/s", "");
        }
        for (int i = 0; i < flows.size(); i++) {
            refuseNegative("flows[" + i + "]", flows.get(i), working);
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int met = Math.toIntExact(
                flows.stream().filter(flow -> flow.compareTo(target) >= 0).count());
        BigDecimal percent = working.step(
                new Text("生态流量满足程度", "satisfaction of ecological flow"),
                met + "/" + flows.size() + "×100",
                BigDecimal.valueOf(100L * met).divide(BigDecimal.valueOf(flows.size()), EXACT),
                Rounding.halfEven(1),
                "%");
        return working.judged(new FlowSatisfaction(
                met,
                flows.size(),
                percent,
                working.cite(rules.findRule("eco-flow/pass").orElseThrow()).getNumber("value")));
    }

    private static void refuse(String place, BigDecimal value, Working working) {
        if (value.signum() <= 0) {
            working.finding(
                    value.signum() < 0 ? CommonFinding.NEGATIVE : CommonFinding.OUT_OF_RANGE,
                    place,
                    "> 0",
                    value.toPlainString());
        }
    }

    private static void refuseNegative(String place, BigDecimal value, Working working) {
        if (value.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, ">= 0", value.toPlainString());
        }
    }

    private static void refuseShare(String place, BigDecimal value, Working working) {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0..100 %", value.toPlainString());
        }
    }
}
