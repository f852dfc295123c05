package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Quantity;
import io.jianhu.standards.quantity.ReferenceState;
import io.jianhu.standards.quantity.ReferenceState.Moisture;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class UnitConversionTest {

    private static final ReferenceState STANDARD = state("273.15", Moisture.DRY);
    private static final ReferenceState AMBIENT_GAS = state("298.15", Moisture.NOT_STATED);

    private final RuleBook rules = RuleBook.load();
    private final Factor sulfurDioxide = rules.factors().getFactor("SO2");

    @Test
    void a_gas_takes_its_molar_mass_and_its_temperature_to_become_a_mass() {
        Quantity ppm = Quantity.of("100", Unit.PPM);
        assertThat(value(UnitConversion.convertGas(
                        ppm, sulfurDioxide, STANDARD, Unit.MILLIGRAM_PER_CUBIC_METRE, STANDARD)))
                .isCloseTo(new BigDecimal("285.79"), within("0.01"));
        assertThat(value(UnitConversion.convertGas(
                        ppm, sulfurDioxide, AMBIENT_GAS, Unit.MILLIGRAM_PER_CUBIC_METRE, AMBIENT_GAS)))
                .isCloseTo(new BigDecimal("261.83"), within("0.01"));
    }

    /** Before September 2018 the same air had a number 9 % larger. */
    @Test
    void warmer_reference_air_holds_less_in_a_cubic_metre() {
        assertThat(value(UnitConversion.convertGas(
                        Quantity.of("109.2", Unit.MICROGRAM_PER_CUBIC_METRE),
                        sulfurDioxide,
                        state("273.15", Moisture.NOT_STATED),
                        Unit.MICROGRAM_PER_CUBIC_METRE,
                        AMBIENT_GAS)))
                .isCloseTo(new BigDecimal("100.04"), within("0.01"));
    }

    @Test
    void the_way_over_ppm_and_the_gas_law_agree() {
        long seed = System.nanoTime();
        System.out.println("UnitConversionTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            ReferenceState from = state(kelvin(random), Moisture.NOT_STATED);
            ReferenceState to = state(kelvin(random), Moisture.NOT_STATED);
            Quantity mass = Quantity.of(
                    BigDecimal.valueOf(random.nextInt(100_000), 2).toString(), Unit.MICROGRAM_PER_CUBIC_METRE);
            Quantity share = UnitConversion.convertGas(mass, sulfurDioxide, from, Unit.PPB, from)
                    .getValue();
            BigDecimal around =
                    value(UnitConversion.convertGas(share, sulfurDioxide, from, Unit.MICROGRAM_PER_CUBIC_METRE, to));
            BigDecimal direct =
                    value(UnitConversion.convertGas(mass, sulfurDioxide, from, Unit.MICROGRAM_PER_CUBIC_METRE, to));
            assertThat(around).isCloseTo(direct, within("1e-20"));
        }
    }

    @Test
    void chlorophyll_in_milligrams_per_cubic_metre_is_micrograms_per_litre() {
        assertThat(value(UnitConversion.convertInWater(
                        Quantity.of("10", Unit.MILLIGRAM_PER_CUBIC_METRE), Unit.MICROGRAM_PER_LITRE)))
                .isEqualByComparingTo("10");
        assertThat(value(UnitConversion.convertInWater(
                        Quantity.of("0.01", Unit.MILLIGRAM_PER_LITRE), Unit.MILLIGRAM_PER_CUBIC_METRE)))
                .isEqualByComparingTo("10");
    }

    @Test
    void nonsense_is_refused_with_what_would_be_needed() {
        Quantity dust = Quantity.of("10", Unit.MILLIGRAM_PER_CUBIC_METRE);
        Factor particles = rules.factors().getFactor("PM");
        assertRefused(
                UnitConversion.convert(Quantity.of("1", Unit.MILLIGRAM_PER_LITRE), Unit.MILLIGRAM_PER_CUBIC_METRE));
        assertRefused(UnitConversion.convert(Quantity.of("1", Unit.PPM), Unit.MILLIGRAM_PER_CUBIC_METRE));
        assertRefused(UnitConversion.convertInWater(Quantity.of("1", Unit.PPM), Unit.MILLIGRAM_PER_LITRE));
        assertRefused(UnitConversion.convertGas(dust, particles, STANDARD, Unit.PPM, STANDARD));
        assertRefused(UnitConversion.convertGas(dust, sulfurDioxide, ReferenceState.ambient(), Unit.PPM, AMBIENT_GAS));
        assertRefused(UnitConversion.convertGas(
                dust, sulfurDioxide, STANDARD, Unit.MILLIGRAM_PER_CUBIC_METRE, state("273.15", Moisture.WET)));
        assertRefused(UnitConversion.convertGas(
                dust, sulfurDioxide, STANDARD, Unit.MILLIGRAM_PER_CUBIC_METRE, STANDARD.atOxygen(new BigDecimal("6"))));
        assertRefused(UnitConversion.convertGas(dust, sulfurDioxide, STANDARD, Unit.MILLIGRAM_PER_LITRE, STANDARD));
    }

    @Test
    void the_impossible_is_refused() {
        assertThat(code(UnitConversion.convert(
                        Quantity.of("-1", Unit.MILLIGRAM_PER_CUBIC_METRE), Unit.MICROGRAM_PER_CUBIC_METRE)))
                .isEqualTo(CommonFinding.NEGATIVE);
        assertThat(code(UnitConversion.convert(Quantity.of("-300", Unit.DEGREE_CELSIUS), Unit.KELVIN)))
                .isEqualTo(CommonFinding.OUT_OF_RANGE);
        assertThat(code(UnitConversion.convert(Quantity.of("101", Unit.VOLUME_PERCENT), Unit.PPM)))
                .isEqualTo(CommonFinding.OUT_OF_RANGE);
        assertThat(value(UnitConversion.convert(Quantity.of("-20", Unit.DEGREE_CELSIUS), Unit.KELVIN)))
                .isEqualByComparingTo("253.15");
    }

    /** The amendment of GB 3095-2012 holds from 2018-09-01: gases at 298.15 K, particles as they were. */
    @Test
    @Clause({"GB 3095-2012 修改单", "GB 3095-2026 3"})
    void the_reference_state_follows_the_day_and_the_factor() {
        assertThat(stateOn("SO2", "2018-08-31")).contains(state("273.15", Moisture.NOT_STATED));
        assertThat(stateOn("SO2", "2018-09-01")).contains(AMBIENT_GAS);
        assertThat(stateOn("SO2", "2026-03-01")).contains(AMBIENT_GAS);
        assertThat(stateOn("PM2.5", "2018-09-01")).contains(ReferenceState.ambient());
        assertThat(stateOn("PM2.5", "2026-03-01")).contains(ReferenceState.ambient());
        assertThat(stateOn("SO2", "2015-12-31")).isEmpty();
    }

    private java.util.Optional<ReferenceState> stateOn(String factor, String day) {
        return new ReferenceStates(rules)
                .findState(rules.factors().getFactor(factor), Medium.AIR, LocalDate.parse(day), new Working());
    }

    private static void assertRefused(Judgement<Quantity> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        assertThat(judgement.findings()).extracting(Finding::code).containsExactly(CommonFinding.UNIT_MISMATCH);
    }

    private static FindingCode code(Judgement<Quantity> judgement) {
        return judgement.findings().getFirst().code();
    }

    private static BigDecimal value(Judgement<Quantity> judgement) {
        return judgement.getValue().value();
    }

    private static ReferenceState state(String kelvin, Moisture moisture) {
        return ReferenceState.of(new BigDecimal(kelvin), new BigDecimal("101.325"), moisture);
    }

    private static String kelvin(Random random) {
        return BigDecimal.valueOf(250_00 + random.nextInt(100_00), 2).toPlainString();
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String offset) {
        return Assertions.within(new BigDecimal(offset));
    }
}
