package io.jianhu.standards.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was used, for its carbon dioxide.
 *
 * @param day a day of the year of use; empty when only fuels and heat are counted
 * @param electricity kWh bought
 * @param grid whose average factor applies, such as {@code national}, {@code zhejiang}
 * @param heat GJ bought
 * @param fuels burnt, by key or Chinese name: t, for gases 10⁴ Nm³
 * @param factorSet the guideline whose defaults apply: {@code A} to {@code D}
 * @param measured a fuel with factors of its own
 */
public record CarbonActivity(
        Optional<LocalDate> day,
        Optional<BigDecimal> electricity,
        String grid,
        Optional<BigDecimal> heat,
        Map<String, BigDecimal> fuels,
        String factorSet,
        Optional<MeasuredFuel> measured) {

    /** The grid when none is named. */
    public static final String NATIONAL = "national";
    /** The guideline when none is named: the defaults of the 24 industries. */
    public static final String DEFAULT_SET = "A";

    public CarbonActivity {
        fuels = Collections.unmodifiableMap(new LinkedHashMap<>(fuels));
    }

    /** Electricity alone. */
    public static CarbonActivity ofElectricity(BigDecimal kWh, String grid, LocalDate day) {
        return new CarbonActivity(
                Optional.of(day), Optional.of(kWh), grid, Optional.empty(), Map.of(), DEFAULT_SET, Optional.empty());
    }

    /** Fuels alone. */
    public static CarbonActivity ofFuels(Map<String, BigDecimal> fuels, String factorSet) {
        return new CarbonActivity(
                Optional.empty(), Optional.empty(), NATIONAL, Optional.empty(), fuels, factorSet, Optional.empty());
    }

    /**
     * A fuel with measured factors.
     *
     * @param amount FC: t, or 10⁴ Nm³
     * @param ncv NCV: GJ per t, or per 10⁴ Nm³
     * @param carbon CC: tC/GJ
     * @param oxidation OF: share of the carbon burnt, 0 to 1
     */
    public record MeasuredFuel(BigDecimal amount, BigDecimal ncv, BigDecimal carbon, BigDecimal oxidation) {}
}
