package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.reading;
import static io.jianhu.standards.water.Samples.readings;
import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a mean of surface water")
class SectionStatisticsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final SectionStatistics statistics = new SectionStatistics(RuleBook.load());

    private BigDecimal mean(String factor, String... values) {
        return statistics
                .judgePeriod(factor, readings(values), Period.MONTH, DAY)
                .getValue()
                .value();
    }

    @Test
    @Clause("环办监测函[2020]82号 数据统计")
    void takes_half_the_detection_limit_and_not_zero() {
        assertThat(mean("NH3N", "0.10", "0.05L")).isEqualByComparingTo("0.06");
        assertThat(mean("Pb", "0.004", "0.002L")).isEqualByComparingTo("0.002");
        assertThat(mean("Pb", "0.002L")).isEqualByComparingTo("0.001");
    }

    @Test
    void is_rounded_once_half_to_even() {
        assertThat(mean("NH3N", "0.12", "0.13")).isEqualByComparingTo("0.12");
        assertThat(mean("TP", "0.101", "0.102")).isEqualByComparingTo("0.102");
        assertThat(mean("CODMn", "4.44", "4.45", "4.46")).isEqualByComparingTo("4.4");
    }

    @Test
    void stays_below_detection_when_every_value_was() {
        MeanValue all = statistics
                .judgePeriod("phenol", readings("0.0003L", "0.0004L"), Period.QUARTER, DAY)
                .getValue();
        assertThat(all.reading()).isEqualTo(reading("0.0004L"));
        assertThat(all.value()).isEqualByComparingTo("0.0002");
    }

    @Test
    @Clause("环办监测函[2020]82号 pH")
    void of_pH_goes_by_hydrogen_ions() {
        LocalDate before2020 = LocalDate.parse("2019-06-01");
        BigDecimal mean = statistics
                .judgePeriod("pH", readings("6.0", "8.0"), Period.MONTH, before2020)
                .getValue()
                .value();
        assertThat(mean).as("-lg((1e-6 + 1e-8)/2), not 7").isEqualByComparingTo("6.30");
        assertThat(statistics
                        .judgePeriod("pH", readings("7.35", "7.35", "7.35"), Period.MONTH, before2020)
                        .getValue()
                        .value())
                .isEqualByComparingTo("7.35");
    }

    @Test
    @Clause("环办监测函[2020]82号 修约")
    void of_pH_is_evaluated_without_decimals_since_the_rule_of_2020() {
        assertThat(mean("pH", "7.5", "7.5")).isEqualByComparingTo("8");
        assertThat(mean("pH", "6.0", "8.0")).isEqualByComparingTo("6");
    }

    @Test
    @Clause("环办监测函[2020]82号 修约")
    void of_pH_changes_its_decimals_on_the_day_of_the_rule() {
        assertThat(statistics
                        .judgePeriod("pH", readings("7.6"), Period.MONTH, LocalDate.parse("2020-03-04"))
                        .getValue()
                        .value())
                .isEqualByComparingTo("7.60");
        assertThat(statistics
                        .judgePeriod("pH", readings("7.6"), Period.MONTH, LocalDate.parse("2020-03-05"))
                        .getValue()
                        .value())
                .isEqualByComparingTo("8");
    }

    @ParameterizedTest(name = "{1} values of a {0}: {2}")
    @CsvSource({
        "MONTH, 1, true",
        "QUARTER, 1, false",
        "QUARTER, 2, true",
        "YEAR, 7, false",
        "YEAR, 8, true",
        "YEAR, 12, true"
    })
    @Clause("环办[2011]22号 一(二)3")
    void needs_so_many_values(Period period, int count, boolean enough) {
        List<Reading> values = Collections.nCopies(count, reading("0.3"));
        assertThat(statistics
                        .judgePeriod("NH3N", values, period, DAY)
                        .findValue()
                        .isPresent())
                .isEqualTo(enough);
    }

    @Test
    void of_a_short_year_says_so() {
        Judgement<MeanValue> short11 =
                statistics.judgePeriod("NH3N", Collections.nCopies(11, reading("0.3")), Period.YEAR, DAY);
        assertThat(short11.findings()).extracting(Finding::code).containsExactly(WaterFinding.SHORT_YEAR);
        assertThat(statistics
                        .judgePeriod("NH3N", Collections.nCopies(12, reading("0.3")), Period.YEAR, DAY)
                        .findings())
                .isEmpty();
        assertThat(short11.unverified()).extracting(Rule::id).contains("HB22-2011/period/year");
    }

    @Test
    @Clause("环办[2011]22号 一(二)2")
    void of_a_lake_goes_over_points_first_and_then_over_time() {
        List<List<Reading>> times = List.of(readings("0.02"), readings("0.08", "0.08", "0.08"));
        assertThat(statistics
                        .judgeLake("TP", times, Period.QUARTER, DAY)
                        .getValue()
                        .value())
                .as("the mean of 0.02 and 0.08, not of all four values")
                .isEqualByComparingTo("0.050");
    }

    @Test
    void over_sections_names_the_section_that_lacks_an_item() {
        Judgement<Map<String, Reading>> means =
                statistics.meansOver(List.of(sample("NH3N", "0.2", "TP", "0.1"), sample("NH3N", "0.4")), DAY);
        assertThat(means.getValue().get("NH3N")).isEqualTo(reading("0.30"));
        assertThat(means.findings()).extracting(Finding::place).containsExactly("TP");
    }

    @Test
    @Clause("环办监测函[2020]82号 数据统计")
    void prefers_automatic_values_for_the_nine_parameters_only() {
        Map<String, Reading> merged = statistics
                .judgeMerge(
                        sample("NH3N", "0.52", "COD", "14", "Pb", "0.001L", "TP", "0.1"),
                        sample("NH3N", "0.47", "COD", "22", "conductivity", "310"),
                        DAY)
                .getValue();
        assertThat(merged)
                .containsEntry("NH3N", reading("0.47"))
                .containsEntry("COD", reading("14"))
                .containsEntry("TP", reading("0.1"))
                .containsEntry("conductivity", reading("310"));
        assertThat(statistics
                        .judgeMerge(sample("COD", "1"), sample(), LocalDate.parse("2020-03-04"))
                        .findValue())
                .as("the rule began on 2020-03-05")
                .isEmpty();
    }

    @Test
    void refuses_nothing_and_nonsense() {
        assertThat(statistics.judgePeriod("NH3N", List.of(), Period.MONTH, DAY).findValue())
                .isEmpty();
        assertThat(statistics
                        .judgePeriod("NH3N", readings("-1"), Period.MONTH, DAY)
                        .findValue())
                .isEmpty();
        assertThat(statistics
                        .judgePeriod("pH", readings("15"), Period.MONTH, DAY)
                        .findValue())
                .isEmpty();
    }

    @Test
    void is_the_same_in_any_order_and_lies_between_its_values() {
        long seed = 822020L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 50; i++) {
            List<BigDecimal> values = new ArrayList<>();
            for (int k = 0; k < 12; k++) {
                values.add(BigDecimal.valueOf(random.nextLong(400, 1000), 2));
            }
            BigDecimal mean = phMean(values);
            List<BigDecimal> turned = new ArrayList<>(values);
            Collections.reverse(turned);
            assertThat(phMean(turned)).as("seed %d", seed).isEqualByComparingTo(mean);
            double naive = -Math.log10(values.stream()
                    .mapToDouble(value -> Math.pow(10, -value.doubleValue()))
                    .average()
                    .orElseThrow());
            assertThat(mean.doubleValue()).as("seed %d, %s", seed, values).isCloseTo(naive, within(0.0051));
        }
    }

    private BigDecimal phMean(List<BigDecimal> values) {
        return statistics
                .judgePeriod(
                        "pH",
                        values.stream().<Reading>map(Reading.Measured::new).toList(),
                        Period.YEAR,
                        LocalDate.parse("2019-06-01"))
                .getValue()
                .value();
    }
}
