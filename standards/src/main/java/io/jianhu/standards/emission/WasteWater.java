package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.DecimalMath;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Arithmetic of waste water: flow-weighted means, loads, base-drainage conversion. Results are not rounded. Immutable.
 *
 * <p>Below the detection limit a reading counts as half the limit in means and as zero in loads (SL 219-2013).
 */
public final class WasteWater {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Parameters parameters;

    public WasteWater(RuleBook rules) {
        this.parameters = new Parameters(rules);
    }

    /**
     * One period of equal length.
     *
     * @param concentration mg/L
     * @param flow m³ of the period, or m³/h where every period is an hour
     */
    public record Period(Reading concentration, BigDecimal flow) {}

    /**
     * What a base-drainage conversion needs of one product.
     *
     * @param output Y, amount made in the period, in the unit of the base
     * @param base Q, m³ of waste water allowed for one unit of it
     */
    public record Product(String name, BigDecimal output, BigDecimal base) {}

    /**
     * A concentration at base drainage.
     *
     * @param concentration mg/L; the measured one where the drainage stays within the base
     * @param excess whether the actual drainage is above the base, so that the value was converted
     */
    public record BaseDrainage(BigDecimal concentration, boolean excess) {}

    /** Mean weighted by flow, Σ(C×Q)/ΣQ, mg/L. */
    public Judgement<BigDecimal> flowWeightedMean(List<Period> periods) {
        Working working = new Working();
        BigDecimal flow = check(working, periods);
        if (!working.hasFindings() && flow.signum() == 0) {
            working.finding(EmissionFinding.NO_FLOW, "Q", "> 0", "0");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(parameters.getRule("waste-water/flow-weighted-mean"));
        BigDecimal mass = mass(working, periods, "SL219/below-detection/mean");
        return working.judged(working.step(
                new Text("流量加权均值", "flow-weighted mean"),
                "Σ(C×Q)/ΣQ = " + mass.toPlainString() + "/" + flow.toPlainString(),
                mass.divide(flow, DIGITS),
                "mg/L"));
    }

    /** Load Σ(C×Q)/1000 in kg, exact. */
    public Judgement<BigDecimal> load(List<Period> periods) {
        Working working = new Working();
        check(working, periods);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal gramsPerKilogram = parameters.use("waste-water/load", working);
        BigDecimal mass = mass(working, periods, "SL219/below-detection/load");
        return working.judged(working.step(
                new Text("排放量", "load"),
                "Σ(C×Q)/1000 = " + mass.toPlainString() + "/" + gramsPerKilogram.toPlainString(),
                mass.divide(gramsPerKilogram),
                "kg"));
    }

    /**
     * Concentration at base drainage: C × Q/Σ(Y×Q base) when the actual drainage is above the base, else C (GB 4287-2012 and
     * the other standards with a base drainage).
     *
     * @param drainage actual waste water of the period, m³
     */
    public Judgement<BaseDrainage> atBaseDrainage(
            BigDecimal concentration, BigDecimal drainage, List<Product> products) {
        Working working = new Working();
        checkNotNegative(working, "C", concentration);
        checkNotNegative(working, "Q_total", drainage);
        BigDecimal allowed = BigDecimal.ZERO;
        for (Product product : products) {
            checkNotNegative(working, "products." + product.name(), product.output());
            if (product.base().signum() <= 0) {
                working.finding(
                        CommonFinding.OUT_OF_RANGE,
                        "base." + product.name(),
                        "> 0",
                        product.base().toPlainString());
            }
            allowed = allowed.add(product.output().multiply(product.base()));
        }
        if (products.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "products", "", "");
        } else if (!working.hasFindings() && allowed.signum() == 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "products", "Σ(Y×Q) > 0", "0");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(parameters.getRule("waste-water/base-drainage"));
        if (drainage.compareTo(allowed) <= 0) {
            working.step(
                    new Text("基准水量", "base drainage"),
                    drainage.toPlainString() + " <= " + allowed.toPlainString(),
                    allowed,
                    "m³");
            return working.judged(new BaseDrainage(concentration, false));
        }
        BigDecimal converted = concentration.multiply(drainage).divide(allowed, DIGITS);
        working.step(
                new Text("基准水量排放浓度", "concentration at base drainage"),
                "%s/%s×%s".formatted(drainage.toPlainString(), allowed.toPlainString(), concentration.toPlainString()),
                converted,
                "mg/L");
        return working.judged(new BaseDrainage(converted, true));
    }

    /** Mean of pH readings: that of the hydrogen ions, −lg(mean(10^−pH)); the mean of the numbers would be wrong. */
    public Judgement<BigDecimal> meanPh(List<BigDecimal> readings) {
        Working working = new Working();
        if (readings.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "pH", "", "");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < readings.size(); i++) {
            if (checkPh(working, "pH[" + i + "]", readings.get(i))) {
                sum = sum.add(DecimalMath.pow10(readings.get(i).negate()));
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(parameters.getRule("waste-water/mean-pH"));
        BigDecimal mean = sum.divide(BigDecimal.valueOf(readings.size()), DIGITS);
        return working.judged(working.step(
                new Text("pH 均值", "mean pH"),
                "-lg(Σ10^-pH/" + readings.size() + ")",
                DecimalMath.log10(mean).negate(),
                ""));
    }

    /** Whether a pH is possible, 0 to 14; notes a finding otherwise. */
    boolean checkPh(Working working, String place, BigDecimal value) {
        BigDecimal lowest = parameters.read("HJ356/pH/lowest");
        BigDecimal highest = parameters.read("HJ356/pH/highest");
        if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, lowest + "~" + highest, value.toPlainString());
            return false;
        }
        return true;
    }

    private BigDecimal mass(Working working, List<Period> periods, String belowDetection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Period period : periods) {
            BigDecimal concentration = switch (period.concentration()) {
                case Reading.Measured measured -> measured.value();
                case Reading.BelowDetection below ->
                    below.detectionLimit().multiply(parameters.use(belowDetection, working));
            };
            sum = sum.add(concentration.multiply(period.flow()));
        }
        return sum;
    }

    private static BigDecimal check(Working working, List<Period> periods) {
        if (periods.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "C", "", "");
        }
        BigDecimal flow = BigDecimal.ZERO;
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            if (period.concentration() instanceof Reading.Measured measured) {
                checkNotNegative(working, "C[" + i + "]", measured.value());
            }
            checkNotNegative(working, "Q[" + i + "]", period.flow());
            flow = flow.add(period.flow());
        }
        return flow;
    }

    private static void checkNotNegative(Working working, String place, BigDecimal value) {
        if (value.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, ">= 0", value.toPlainString());
        }
    }
}
