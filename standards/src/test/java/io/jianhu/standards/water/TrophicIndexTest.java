package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("环办[2011]22号: the trophic index")
@Clause("环办[2011]22号 二(二)2")
class TrophicIndexTest {

    private static final LocalDate DAY = LocalDate.parse("2025-07-01");

    private final TrophicIndex index = new TrophicIndex(RuleBook.load());

    private Judgement<TrophicState> judge(String... pairs) {
        return index.judge(sample(pairs), DAY);
    }

    @Test
    void of_a_mesotrophic_reservoir() {
        TrophicState state = judge("chla", "10", "TP", "0.03", "TN", "1.0", "SD", "2.0", "CODMn", "2.5")
                .getValue();
        assertThat(state.index()).isCloseTo(new BigDecimal("41.70"), within(new BigDecimal("0.05")));
        assertThat(state.state().zh()).isEqualTo("中营养");
        assertThat(state.complete()).isTrue();
    }

    @Test
    void weighs_by_exact_squares_of_the_correlations() {
        assertThat(index.judgeWeights(DAY).getValue())
                .hasToString("{chla=0.2663, TP=0.1879, TN=0.1790, SD=0.1834, CODMn=0.1834}");
    }

    @Test
    void renormalises_the_weights_when_a_parameter_is_missing_and_says_that_it_is_incomplete() {
        Judgement<TrophicState> judged = judge("TP", "0.05", "TN", "1.0");
        double expected = (0.84 * 0.84 * 10 * (9.436 + 1.624 * Math.log(0.05)) + 0.82 * 0.82 * 54.53)
                / (0.84 * 0.84 + 0.82 * 0.82);
        assertThat(judged.getValue().index().doubleValue()).isCloseTo(expected, within(0.006));
        assertThat(judged.getValue().complete()).isFalse();
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(WaterFinding.INDEX_INCOMPLETE);
        assertThat(judged.completeness().orElseThrow().isEnough()).isFalse();
    }

    @Test
    void refuses_what_has_no_logarithm() {
        assertThat(judge("chla", "0", "TP", "0.05").findings())
                .extracting(Finding::code)
                .containsExactly(WaterFinding.NOT_POSITIVE);
        assertThat(judge("SD", "-1").findValue()).isEmpty();
        assertThat(judge().findValue()).isEmpty();
        assertThat(judge("NH3N", "1").findValue()).isEmpty();
    }

    @Test
    void refuses_transparency_below_detection_for_half_of_it_would_be_dirtier() {
        assertThat(judge("chla", "10", "SD", "0.1L").findings())
                .extracting(Finding::code)
                .contains(WaterFinding.BELOW_DETECTION_HAS_NO_MEANING);
        assertThat(judge("chla", "10", "SD", "0.1L").findValue()).isEmpty();
    }

    @Test
    void warns_when_chlorophyll_looks_like_milligrams_per_litre() {
        assertThat(judge("chla", "0.01", "TP", "0.03", "TN", "1.0", "SD", "2.0", "CODMn", "2.5")
                        .findings())
                .extracting(Finding::code)
                .containsExactly(WaterFinding.LIKELY_OTHER_UNIT);
        assertThat(judge("chla", "10", "TP", "0.03", "TN", "1.0", "SD", "2.0", "CODMn", "2.5")
                        .findings())
                .isEmpty();
    }

    @Test
    void takes_half_the_detection_limit() {
        assertThat(judge("TP", "0.02L").getValue().index())
                .isEqualByComparingTo(judge("TP", "0.01").getValue().index());
    }

    @Test
    void of_one_unit_of_everything_is_exact() {
        assertThat(judge("TN", "1").getValue().index()).isEqualByComparingTo("54.53");
        assertThat(judge("SD", "1.00").getValue().index()).isEqualByComparingTo("51.18");
    }

    @Test
    void puts_a_value_on_a_boundary_into_the_class_of_the_rule() {
        assertThat(stateAt("29.99")).isEqualTo("贫营养");
        assertThat(stateAt("30.00")).isEqualTo("中营养");
        assertThat(stateAt("50.00")).isEqualTo("中营养");
        assertThat(stateAt("50.01")).isEqualTo("轻度富营养");
        assertThat(stateAt("60.00")).isEqualTo("轻度富营养");
        assertThat(stateAt("60.01")).isEqualTo("中度富营养");
        assertThat(stateAt("70.00")).isEqualTo("中度富营养");
        assertThat(stateAt("70.01")).isEqualTo("重度富营养");
    }

    /** The state of a lake whose total nitrogen gives the index. */
    private String stateAt(String wanted) {
        double nitrogen = Math.exp((Double.parseDouble(wanted) / 10 - 5.453) / 1.694);
        TrophicState state =
                judge("TN", BigDecimal.valueOf(nitrogen).toPlainString()).getValue();
        assertThat(state.index()).isEqualByComparingTo(wanted);
        return state.state().zh();
    }

    @Test
    void agrees_with_binary_fractions_rounded_where_these_can_tell_and_grows_with_pollution() {
        long seed = 20110309L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            BigDecimal chla = BigDecimal.valueOf(random.nextLong(1, 20_000), 2);
            BigDecimal naive = BigDecimal.valueOf(10 * (2.5 + 1.086 * StrictMath.log(chla.doubleValue())))
                    .setScale(2, RoundingMode.HALF_EVEN);
            BigDecimal here = judge("chla", chla.toPlainString()).getValue().index();
            assertThat(here).as("seed %d, chla %s", seed, chla).isEqualByComparingTo(naive);
            assertThat(judge("chla", chla.add(BigDecimal.ONE).toPlainString())
                            .getValue()
                            .index())
                    .as("seed %d, chla %s + 1", seed, chla)
                    .isGreaterThanOrEqualTo(here);
        }
    }
}
