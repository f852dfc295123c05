package io.jianhu.standards.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.emission.WasteWater.Period;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("emission arithmetic on random data")
@Clause("HJ 75-2017 附录A")
class EmissionPropertiesTest {

    private static final int RUNS = 500;

    private final RuleBook rules = RuleBook.load();
    private final FlueGas gas = new FlueGas(rules);
    private final WasteWater water = new WasteWater(rules);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    EmissionPropertiesTest() {
        System.out.println("EmissionPropertiesTest seed " + seed);
    }

    private BigDecimal number(int below, int decimals) {
        return BigDecimal.valueOf(random.nextLong(below * (long) Math.pow(10, decimals)), decimals);
    }

    private BigDecimal converted(BigDecimal measured, BigDecimal oxygen, BigDecimal reference) {
        return gas.toReferenceOxygen(measured, oxygen, reference).getValue().converted();
    }

    @Test
    void dilution_by_air_never_lowers_the_converted_value() {
        BigDecimal air = new BigDecimal("21");
        for (int run = 0; run < RUNS; run++) {
            BigDecimal measured = number(500, 1);
            BigDecimal oxygen = number(20, 2);
            BigDecimal reference = number(15, 1);
            // one volume of gas with `share` volumes of air: both concentration and lack of oxygen are divided by 1 +
            // share
            BigDecimal share = BigDecimal.valueOf(random.nextInt(1, 4));
            BigDecimal volumes = share.add(BigDecimal.ONE);
            BigDecimal diluted = measured.divide(volumes, MathContext.DECIMAL128);
            BigDecimal mixed = oxygen.add(share.multiply(air)).divide(volumes, MathContext.DECIMAL128);
            assertThat(converted(diluted, mixed, reference)
                            .subtract(converted(measured, oxygen, reference))
                            .abs())
                    .as("%s at %s, %s volumes of air", measured, oxygen, share)
                    .isLessThan(new BigDecimal("1e-20"));
        }
    }

    @Test
    void more_pollutant_or_more_oxygen_never_converts_to_less() {
        for (int run = 0; run < RUNS; run++) {
            BigDecimal measured = number(500, 1);
            BigDecimal oxygen = number(20, 2);
            BigDecimal reference = number(15, 1);
            BigDecimal before = converted(measured, oxygen, reference);
            assertThat(converted(measured.add(number(10, 1)), oxygen, reference))
                    .isGreaterThanOrEqualTo(before);
            assertThat(converted(measured, oxygen.add(number(1, 2)).min(new BigDecimal("20.99")), reference))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void the_flow_weighted_mean_lies_between_the_lowest_and_the_highest_and_does_not_depend_on_the_order() {
        for (int run = 0; run < RUNS; run++) {
            List<Period> periods = new ArrayList<>();
            for (int i = random.nextInt(1, 24); i > 0; i--) {
                periods.add(new Period(
                        new Reading.Measured(number(300, 2)), number(50, 1).add(BigDecimal.ONE)));
            }
            List<BigDecimal> values = periods.stream()
                    .map(period -> ((Reading.Measured) period.concentration()).value())
                    .sorted(Comparator.naturalOrder())
                    .toList();
            BigDecimal mean = water.flowWeightedMean(periods).getValue();
            BigDecimal load = water.load(periods).getValue();
            assertThat(mean).isBetween(values.getFirst(), values.getLast());
            Collections.shuffle(periods, random);
            assertThat(water.flowWeightedMean(periods).getValue()).isEqualByComparingTo(mean);
            assertThat(water.load(periods).getValue()).isEqualByComparingTo(load);
        }
    }

    @Test
    void a_lost_reading_never_adds_to_the_load_and_never_changes_what_the_others_add() {
        for (int run = 0; run < RUNS; run++) {
            BigDecimal flow = number(50, 1);
            Period known = new Period(new Reading.Measured(number(300, 2)), number(50, 1));
            Period below = new Period(new Reading.BelowDetection(new BigDecimal("0.05")), flow);
            assertThat(water.load(List.of(known, below)).getValue())
                    .isEqualByComparingTo(water.load(List.of(known)).getValue());
        }
    }

    @Test
    void what_stands_in_for_a_gap_is_the_highest_of_the_look_back_found_by_a_naive_search() {
        Substitution substitution = new Substitution(rules);
        for (int run = 0; run < 60; run++) {
            int gap = random.nextInt(1, 60);
            BigDecimal capture = BigDecimal.valueOf(random.nextInt(75, 101));
            List<BigDecimal> history = new ArrayList<>();
            for (int i = random.nextInt(1, 3000); i > 0; i--) {
                history.add(number(20, 3));
            }
            int lookBack = capture.intValue() < 90 ? 2160 : gap <= 24 ? 180 : 720;
            BigDecimal highest = BigDecimal.ZERO;
            for (int i = Math.max(0, history.size() - lookBack); i < history.size(); i++) {
                highest = highest.max(history.get(i));
            }
            assertThat(substitution
                            .gas(Substitution.GasGap.MISSING, capture, gap, history)
                            .getValue()
                            .value())
                    .isEqualByComparingTo(highest);
        }
    }

    @Test
    void a_dirtier_value_never_turns_an_exceedance_into_compliance() {
        EmissionJudge judge = new EmissionJudge(rules);
        EmissionLimit limit = EmissionLimit.ofPermit("SO2", new BigDecimal("35"), "mg/m³", LimitBasis.HOUR)
                .atReferenceOxygen(new BigDecimal("6"));
        for (int run = 0; run < RUNS; run++) {
            BigDecimal low = number(80, 2);
            BigDecimal high = low.add(number(20, 2));
            BigDecimal oxygen = number(20, 1);
            boolean first = exceeded(judge, limit, low, oxygen);
            assertThat(!first || exceeded(judge, limit, high, oxygen))
                    .as("%s then %s at %s %%", low, high, oxygen)
                    .isTrue();
        }
    }

    private static boolean exceeded(EmissionJudge judge, EmissionLimit limit, BigDecimal value, BigDecimal oxygen) {
        EmissionValue reading = EmissionValue.of(new Reading.Measured(value), LimitBasis.HOUR, LocalDate.EPOCH)
                .withOxygen(oxygen);
        return judge.judge(limit, reading, ValueChoice.CONVERTED).getValue().exceeded();
    }
}
