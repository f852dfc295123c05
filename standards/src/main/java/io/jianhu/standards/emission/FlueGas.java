package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Factor;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Medium;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * Arithmetic of flue gas: standard state, dry basis, volume shares, oxygen conversion, rates (HJ 75-2017 annex A and the
 * emission standards). Results are not rounded: a value is rounded once, where it is judged. Immutable.
 */
public final class FlueGas {

    /** Divisions keep 34 significant digits. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final RuleBook rules;
    private final Parameters parameters;

    public FlueGas(RuleBook rules) {
        this.rules = rules;
        this.parameters = new Parameters(rules);
    }

    /**
     * Concentration at the standard state (273 K, 101 325 Pa): Csn = Cs × 101325/(Ba+Ps) × (273+ts)/273.
     *
     * @param concentration at the state of the stack, mg/m³
     * @param barometricPa pressure of the atmosphere, Pa
     * @param staticPa static pressure of the stack against it, Pa; may be negative
     * @param celsius temperature of the gas, °C
     */
    public Judgement<BigDecimal> toStandardState(
            BigDecimal concentration, BigDecimal barometricPa, BigDecimal staticPa, BigDecimal celsius) {
        Working working = new Working();
        BigDecimal pressure = barometricPa.add(staticPa);
        BigDecimal zero = parameters.use("HJ75/standard-temperature", working);
        BigDecimal kelvin = zero.add(celsius);
        checkNotNegative(working, "Cs", concentration);
        if (pressure.signum() <= 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "Ba_Pa", "Ba + Ps > 0 Pa", plain(pressure));
        }
        if (kelvin.signum() <= 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "ts_C", "> -273 °C", plain(celsius));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal standard = parameters.use("HJ75/standard-pressure", working);
        BigDecimal result = concentration.multiply(standard).multiply(kelvin).divide(pressure.multiply(zero), DIGITS);
        return working.judged(working.step(
                new Text("标准状态浓度", "concentration at the standard state"),
                "%s×%s/(%s+%s)×(%s+%s)/%s"
                        .formatted(
                                plain(concentration),
                                plain(standard),
                                plain(barometricPa),
                                plain(staticPa),
                                plain(zero),
                                plain(celsius),
                                plain(zero)),
                result,
                "mg/m³"));
    }

    /**
     * Dry concentration: Cdry = Cwet / (1 − Xsw/100).
     *
     * @param moisturePercent volume share of water in the gas, 0 to below 100 %
     */
    public Judgement<BigDecimal> toDryBasis(BigDecimal wet, BigDecimal moisturePercent) {
        Working working = new Working();
        checkNotNegative(working, "Cwet", wet);
        if (moisturePercent.signum() < 0 || moisturePercent.compareTo(HUNDRED) >= 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "Xsw_pct", "0 <= Xsw < 100", plain(moisturePercent));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(parameters.getRule("HJ75/standard-temperature"));
        BigDecimal result = wet.multiply(HUNDRED).divide(HUNDRED.subtract(moisturePercent), DIGITS);
        return working.judged(working.step(
                new Text("干基浓度", "dry concentration"),
                "%s/(1-%s/100)".formatted(plain(wet), plain(moisturePercent)),
                result,
                "mg/m³"));
    }

    /**
     * Mass concentration at the standard state of a volume share: C = M/22.4 × ppm. {@code NOx} counts as NO2.
     *
     * @param gas key, code or name of a factor with a molar mass, such as {@code SO2}
     */
    public Judgement<BigDecimal> massOfVolumeShare(String gas, BigDecimal ppm) {
        Working working = new Working();
        checkNotNegative(working, "ppm", ppm);
        Optional<BigDecimal> molarMass =
                rules.factors().findFactor(gas, working).flatMap(Factor::molarMass);
        if (molarMass.isEmpty() && !working.hasFindings()) {
            working.finding(EmissionFinding.UNKNOWN_GAS, "gas", String.join(", ", listGases()), gas);
        }
        if (working.hasFindings() || molarMass.isEmpty()) {
            return working.notJudged();
        }
        BigDecimal molarVolume = parameters.use("HJ75/molar-volume", working);
        return working.judged(working.step(
                new Text("质量浓度", "mass concentration"),
                "%s/%s×%s".formatted(plain(molarMass.get()), plain(molarVolume), plain(ppm)),
                molarMass.get().multiply(ppm).divide(molarVolume, DIGITS),
                "mg/m³"));
    }

    /** The gases that {@link #massOfVolumeShare} knows. */
    public List<String> listGases() {
        return rules.factors().listFactors(Medium.GAS).stream()
                .filter(factor -> factor.molarMass().isPresent())
                .map(Factor::key)
                .toList();
    }

    /** Nitrogen oxides as NO2: NO × 46/30 + NO2, all mg/m³. */
    public Judgement<BigDecimal> nitrogenOxidesAsNo2(BigDecimal no, BigDecimal no2) {
        Working working = new Working();
        checkNotNegative(working, "NO", no);
        checkNotNegative(working, "NO2", no2);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal massNo2 = parameters.use("HJ75/NO2-mass", working);
        BigDecimal massNo = parameters.use("HJ75/NO-mass", working);
        return working.judged(working.step(
                new Text("氮氧化物（以 NO2 计）", "NOx as NO2"),
                "%s×%s/%s+%s".formatted(plain(no), plain(massNo2), plain(massNo), plain(no2)),
                no.multiply(massNo2).divide(massNo, DIGITS).add(no2),
                "mg/m³"));
    }

    /** Excess-air coefficient: 21/(21 − O2). */
    public Judgement<BigDecimal> excessAir(BigDecimal oxygenPercent) {
        Working working = new Working();
        BigDecimal air = parameters.use("HJ75/oxygen-of-air", working);
        if (!checkOxygen(working, "o2", oxygenPercent, air)) {
            return working.notJudged();
        }
        return working.judged(working.step(
                new Text("过量空气系数", "excess-air coefficient"),
                "%s/(%s-%s)".formatted(plain(air), plain(air), plain(oxygenPercent)),
                air.divide(air.subtract(oxygenPercent), DIGITS),
                ""));
    }

    /**
     * Concentration at reference oxygen: C × (21 − reference)/(21 − measured).
     *
     * @param oxygen measured, dry, %
     * @param reference % of the emission standard
     */
    public Judgement<OxygenConversion> toReferenceOxygen(BigDecimal measured, BigDecimal oxygen, BigDecimal reference) {
        Working working = new Working();
        return toReferenceOxygen(working, measured, oxygen, reference, parameters.use("HJ75/oxygen-of-air", working));
    }

    /**
     * Concentration at reference oxygen where the combustion air is not plain air (GB 18484-2020 3.20, GB 39707-2020 3.30):
     * C × (21 − reference)/(φ0 − measured).
     *
     * @param combustionAir φ0, oxygen of the combustion air, %
     */
    public Judgement<OxygenConversion> toReferenceOxygen(
            BigDecimal measured, BigDecimal oxygen, BigDecimal reference, BigDecimal combustionAir) {
        Working working = new Working();
        parameters.use("HJ75/oxygen-of-air", working);
        if (combustionAir.signum() <= 0 || combustionAir.compareTo(HUNDRED) >= 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "o2_air", "0 < O2 < 100", plain(combustionAir));
            return working.notJudged();
        }
        return toReferenceOxygen(working, measured, oxygen, reference, combustionAir);
    }

    private Judgement<OxygenConversion> toReferenceOxygen(
            Working working, BigDecimal measured, BigDecimal oxygen, BigDecimal reference, BigDecimal combustionAir) {
        BigDecimal air = parameters.read("HJ75/oxygen-of-air");
        checkNotNegative(working, "measured", measured);
        if (reference.signum() < 0 || reference.compareTo(air) >= 0) {
            working.finding(
                    EmissionFinding.REFERENCE_OXYGEN_NOT_BELOW_AIR,
                    "o2_reference",
                    "0 <= O2 < " + plain(air),
                    plain(reference));
        }
        if (working.hasFindings() || !checkOxygen(working, "o2_measured", oxygen, combustionAir)) {
            return working.notJudged();
        }
        BigDecimal converted =
                measured.multiply(air.subtract(reference)).divide(combustionAir.subtract(oxygen), DIGITS);
        working.step(
                new Text("折算浓度", "concentration at reference oxygen"),
                "%s×(%s-%s)/(%s-%s)"
                        .formatted(plain(measured), plain(air), plain(reference), plain(combustionAir), plain(oxygen)),
                converted,
                "mg/m³");
        return working.judged(new OxygenConversion(measured, converted));
    }

    /**
     * Concentration at the excess-air (or dilution) coefficient of the standard: C × α/α reference (GB 9078-1996 5.2).
     *
     * @param alpha measured coefficient, 1 or more
     */
    public Judgement<OxygenConversion> toReferenceExcessAir(
            BigDecimal measured, BigDecimal alpha, BigDecimal alphaReference) {
        Working working = new Working();
        checkNotNegative(working, "measured", measured);
        if (alpha.compareTo(BigDecimal.ONE) < 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "alpha", ">= 1", plain(alpha));
        }
        if (alphaReference.compareTo(BigDecimal.ONE) < 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "alpha_reference", ">= 1", plain(alphaReference));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal converted = measured.multiply(alpha).divide(alphaReference, DIGITS);
        working.step(
                new Text("折算浓度", "concentration at the reference coefficient"),
                "%s×%s/%s".formatted(plain(measured), plain(alpha), plain(alphaReference)),
                converted,
                "mg/m³");
        return working.judged(new OxygenConversion(measured, converted));
    }

    /**
     * Emission rate in kg/h, exact: C × Q × 10⁻⁶.
     *
     * @param measured mg/m³, dry, standard state: the measured concentration, never the one converted to reference oxygen
     * @param dryStandardFlow m³/h, dry, standard state
     */
    public Judgement<BigDecimal> emissionRate(BigDecimal measured, BigDecimal dryStandardFlow) {
        Working working = new Working();
        checkNotNegative(working, "C_mg_m3", measured);
        checkNotNegative(working, "Q_dry_std_m3_h", dryStandardFlow);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(parameters.getRule("HJ75/standard-pressure"));
        return working.judged(working.step(
                new Text("排放速率", "emission rate"),
                "%s×%s×10⁻⁶".formatted(plain(measured), plain(dryStandardFlow)),
                measured.multiply(dryStandardFlow).divide(MILLION),
                "kg/h"));
    }

    /**
     * Amount of a day or month in kg: the sum of the hourly rates, exact.
     *
     * @param ratesKgPerHour one for each hour that counts; hours of shutdown are zero
     */
    public Judgement<BigDecimal> amount(List<BigDecimal> ratesKgPerHour) {
        Working working = new Working();
        if (ratesKgPerHour.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "kg_h", "", "");
            return working.notJudged();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < ratesKgPerHour.size(); i++) {
            checkNotNegative(working, "kg_h[" + i + "]", ratesKgPerHour.get(i));
            sum = sum.add(ratesKgPerHour.get(i));
        }
        working.cite(parameters.getRule("HJ75/amount"));
        return working.hasFindings()
                ? working.notJudged()
                : working.judged(
                        working.step(new Text("排放量", "amount"), "Σ " + ratesKgPerHour.size() + " × 1 h", sum, "kg"));
    }

    /** Whether a conversion exists; warns where the source seems to be shut down. */
    private boolean checkOxygen(Working working, String place, BigDecimal oxygen, BigDecimal air) {
        if (oxygen.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, "0 <= O2 < " + plain(air), plain(oxygen));
            return false;
        }
        if (oxygen.compareTo(air) >= 0) {
            working.finding(EmissionFinding.OXYGEN_NOT_BELOW_AIR, place, "< " + plain(air), plain(oxygen));
            return false;
        }
        BigDecimal near = parameters.read("o2/near-air");
        if (oxygen.compareTo(near) > 0) {
            working.finding(EmissionFinding.OXYGEN_NEAR_AIR, place, "<= " + plain(near), plain(oxygen));
        }
        return true;
    }

    private static void checkNotNegative(Working working, String place, BigDecimal value) {
        if (value.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, ">= 0", plain(value));
        }
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
