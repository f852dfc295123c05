package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.reading;
import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the city water quality index")
@Clause("城市地表水环境质量排名技术规定(试行) 计算")
class CityWaterIndexTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final RuleBook rules = RuleBook.load();
    private final CityWaterIndex index = new CityWaterIndex(rules);

    /** Every item on its class III limit, pH on its upper edge. */
    private Map<String, Reading> onClassIII(WaterBody body) {
        Map<String, Reading> means = new LinkedHashMap<>();
        for (ItemLimits item :
                SurfaceLimits.of(new WaterRules(rules), body, DAY).listWith(SurfaceLimits.Role.SECTION)) {
            means.put(
                    item.factor(),
                    switch (item.bounds().get(2)) {
                        case Bound.AtMost most -> new Reading.Measured(most.limit());
                        case Bound.AtLeast least -> new Reading.Measured(least.limit());
                        case Bound.Between between -> new Reading.Measured(between.high());
                        case Bound.NotDetected _, Bound.NoLimit _ -> throw new IllegalStateException();
                    });
        }
        return means;
    }

    @Test
    void of_water_exactly_on_class_III_is_its_number_of_items() {
        for (WaterBody body : WaterBody.values()) {
            CityIndex judged = index.judge(onClassIII(body), body, DAY).getValue();
            assertThat(judged.index()).isEqualByComparingTo("21");
            assertThat(judged.complete()).isTrue();
        }
    }

    @ParameterizedTest(name = "pH {0} counts {1}")
    @CsvSource({"7, 0", "6, 1", "6.5, 0.5", "8, 0.5", "9, 1", "5, 2"})
    void measures_pH_by_its_distance_from_neutral(String value, BigDecimal expected) {
        assertThat(index.judge(sample("pH", value), WaterBody.RIVER, DAY)
                        .getValue()
                        .single()
                        .get("pH"))
                .isEqualByComparingTo(expected);
    }

    @Test
    void turns_the_ratio_of_oxygen_round_so_that_more_is_better() {
        Map<String, BigDecimal> single = index.judge(
                        sample("DO", "10", "CODMn", "3", "TP", "0.1L"), WaterBody.RIVER, DAY)
                .getValue()
                .single();
        assertThat(single.get("DO")).isEqualByComparingTo("0.5");
        assertThat(single.get("CODMn")).isEqualByComparingTo("0.5");
        assertThat(single.get("TP")).as("half the detection limit").isEqualByComparingTo("0.25");
    }

    @Test
    void says_when_items_are_missing_for_then_it_is_too_small() {
        Judgement<CityIndex> judged = index.judge(sample("CODMn", "3"), WaterBody.RIVER, DAY);
        assertThat(judged.getValue().complete()).isFalse();
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(WaterFinding.INDEX_INCOMPLETE);
    }

    @Test
    void is_smaller_for_cleaner_water() {
        Map<String, Reading> cleaner = onClassIII(WaterBody.RIVER);
        cleaner.put("NH3N", reading("0.3"));
        assertThat(index.judge(cleaner, WaterBody.RIVER, DAY).getValue().index())
                .isLessThan(BigDecimal.valueOf(21));
    }

    @Test
    void of_a_city_weighs_rivers_and_lakes_by_their_sections_and_is_marked_unverified() {
        Judgement<BigDecimal> city = index.judgeCity(new BigDecimal("4"), 3, new BigDecimal("8"), 1, DAY);
        assertThat(city.getValue()).isEqualByComparingTo("5");
        assertThat(city.unverified()).extracting(Rule::id).contains("CSPM2017/city");
        assertThat(index.judgeCity(BigDecimal.ONE, 0, BigDecimal.ONE, 0, DAY).findValue())
                .isEmpty();
    }

    @Test
    void changes_below_zero_when_the_water_became_better() {
        assertThat(index.judgeChange(new BigDecimal("4.20"), new BigDecimal("3.91"), DAY)
                        .getValue())
                .isEqualByComparingTo("-6.90");
        assertThat(index.judgeChange(BigDecimal.ZERO, BigDecimal.ONE, DAY).findValue())
                .isEmpty();
    }

    @Test
    @Clause("城市地表水环境质量排名技术规定(试行) 排名")
    void ranks_ascending_and_lets_equal_cities_share_a_rank() {
        assertThat(index.rank(
                                Map.of(
                                        "b", new BigDecimal("3.10"),
                                        "a", new BigDecimal("3.1"),
                                        "c", new BigDecimal("2.9"),
                                        "d", new BigDecimal("4")),
                                DAY)
                        .getValue())
                .extracting(RankedCity::city, RankedCity::rank)
                .containsExactly(Tuple.tuple("c", 1), Tuple.tuple("a", 2), Tuple.tuple("b", 2), Tuple.tuple("d", 4));
    }

    @Test
    void refuses_water_without_oxygen_unknown_items_and_days_before_the_rule() {
        assertThat(index.judge(sample("DO", "0"), WaterBody.RIVER, DAY).findings())
                .extracting(Finding::code)
                .containsExactly(WaterFinding.NOT_POSITIVE);
        assertThat(index.judge(sample("TN", "1"), WaterBody.RIVER, DAY).findValue())
                .isEmpty();
        assertThat(index.judge(sample(), WaterBody.RIVER, DAY).findValue()).isEmpty();
        assertThat(index.judge(sample("CODMn", "3"), WaterBody.RIVER, LocalDate.parse("2017-06-15"))
                        .findValue())
                .isEmpty();
    }
}
