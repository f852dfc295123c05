package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Substitution of missing and invalid automatic data, for amounts only. Immutable. */
public final class Substitution {

    private static final String PH = "pH";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final RuleBook rules;
    private final Parameters parameters;
    private final WasteWater water;

    public Substitution(RuleBook rules) {
        this.rules = rules;
        this.parameters = new Parameters(rules);
        this.water = new WasteWater(rules);
    }

    /** Why hours of waste gas have no valid data. */
    public enum GasGap {
        /** Out of control between two calibrations: the valid hours before the last good calibration count (HJ 75 table 5). */
        OUT_OF_CONTROL("表5"),
        /** Fault, maintenance or loss: the valid hours before the failure count (HJ 75 table 6). */
        MISSING("表6");

        private final String table;

        GasGap(String table) {
            this.table = table;
        }
    }

    /**
     * The rate that stands in for each hour of a gap of waste gas: the highest of the valid hourly rates of a look-back whose
     * length depends on capture rate and gap.
     *
     * @param capturePercent capture rate of the quarter
     * @param gapHours length of the gap
     * @param ratesBefore valid hourly rates before the gap in kg/h, newest last
     */
    public Judgement<SubstitutedAmount> gas(
            GasGap gap, BigDecimal capturePercent, int gapHours, List<BigDecimal> ratesBefore) {
        Working working = new Working();
        if (capturePercent.signum() < 0 || capturePercent.compareTo(HUNDRED) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "capture_pct", "0..100", capturePercent.toPlainString());
        } else if (capturePercent.compareTo(parameters.read("HJ75/capture-rate")) < 0) {
            parameters.use("HJ75/capture-rate", working);
            working.finding(
                    EmissionFinding.CAPTURE_TOO_LOW,
                    "capture_pct",
                    ">= " + parameters.read("HJ75/capture-rate"),
                    capturePercent.toPlainString());
        }
        if (gapHours <= 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "gap_hours", "> 0", Integer.toString(gapHours));
        }
        checkValues(working, "history", ratesBefore);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int lookBack = parameters
                .use(lookBackRule(capturePercent, gapHours, working), working)
                .intValueExact();
        List<BigDecimal> used = ratesBefore.subList(Math.max(0, ratesBefore.size() - lookBack), ratesBefore.size());
        if (used.size() < lookBack) {
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA,
                    "history",
                    Integer.toString(lookBack),
                    Integer.toString(used.size()));
        }
        BigDecimal highest = used.stream().reduce(BigDecimal::max).orElseThrow();
        working.step(
                new Text("替代排放速率（" + gap.table + "）", "substituted rate, " + gap.table),
                "max of " + used.size() + " h",
                highest,
                "kg/h");
        return working.judged(
                new SubstitutedAmount(highest, "kg/h", new Text("有效小时最大值", "maximum of the valid hours"), used.size()));
    }

    private String lookBackRule(BigDecimal capturePercent, int gapHours, Working working) {
        if (capturePercent.compareTo(parameters.use("HJ75/capture-rate/good", working)) < 0) {
            return "HJ75/substitution/low-capture";
        }
        return BigDecimal.valueOf(gapHours).compareTo(parameters.use("HJ75/substitution/short-gap", working)) <= 0
                ? "HJ75/substitution/short"
                : "HJ75/substitution/long";
    }

    /**
     * What stands in for a gap of waste water: the median of the preceding period of equal length for pH, its mean for
     * everything else.
     *
     * @param factor key, code or name; a flow is {@code wastewater_flow}
     * @param precedingPeriod valid readings of the period before the gap that is as long as the gap
     */
    public Judgement<SubstitutedAmount> water(String factor, List<BigDecimal> precedingPeriod) {
        Working working = new Working();
        var known = rules.factors().findFactor(factor, working);
        checkValues(working, "history", precedingPeriod);
        boolean ph = known.isPresent() && known.get().key().equals(PH);
        if (ph) {
            precedingPeriod.forEach(value -> water.checkPh(working, "history", value));
        }
        if (working.hasFindings() || known.isEmpty()) {
            return working.notJudged();
        }
        int used = precedingPeriod.size();
        if (ph) {
            working.cite(parameters.getRule("HJ356/substitution/pH"));
            BigDecimal median = median(precedingPeriod);
            working.step(new Text("替代值", "substituted value"), "median of " + used, median, "");
            return working.judged(new SubstitutedAmount(median, "", new Text("中位值", "median"), used));
        }
        boolean flow = known.get().key().equals("wastewater_flow");
        working.cite(parameters.getRule(flow ? "HJ356/substitution/flow" : "HJ356/substitution/other"));
        BigDecimal mean = precedingPeriod.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(used), MathContext.DECIMAL128);
        String unit = flow ? "m³/h" : "mg/L";
        working.step(new Text("替代值", "substituted value"), "mean of " + used, mean, unit);
        return working.judged(new SubstitutedAmount(mean, unit, new Text("算术平均值", "mean"), used));
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }

    private static void checkValues(Working working, String place, List<BigDecimal> values) {
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, place, "", "");
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).signum() < 0) {
                working.finding(
                        CommonFinding.NEGATIVE,
                        place + "[" + i + "]",
                        ">= 0",
                        values.get(i).toPlainString());
            }
        }
    }
}
