package io.jianhu.standards.topic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a topic of plan arithmetic")
class PlanTopicsTest {

    private static final String MEANS = "C";
    private static final String REFERENCE = "C0";

    private final Topics topics = Topics.of(RuleBook.load());

    private Map<?, ?> result(String topic, String version, Map<String, Object> input) {
        return (Map<?, ?>) requireNonNull(
                topics.answer(Map.of("topic", topic, "rule_version", version, "input", input), Detail.RESULT)
                        .get("result"));
    }

    private BigDecimal tonnes(String version, Map<String, Object> input) {
        return (BigDecimal) requireNonNull(result("carbon", version, input).get("tCO2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023 factor              | 530.6
            2023 factor, East China  | 550
            2022 factor, 浙江          | 515.3
            2022 Zhejiang factor     | 515.3
            华东 2021                  | 599.2
            """)
    void electricity_takes_the_factor_of_the_grid_that_the_rule_version_names(String version, String expected) {
        assertThat(tonnes(version, Map.of("electricity_kWh", 1000000))).isEqualByComparingTo(expected);
    }

    @Test
    void the_grid_may_be_written_in_either_language() {
        assertThat(tonnes("2022 factor", Map.of("electricity_kWh", 1000000, "region", "浙江省")))
                .isEqualByComparingTo("515.3");
        assertThat(tonnes("2022 factor", Map.of("electricity_kWh", 1000000, "region", "Zhejiang")))
                .isEqualByComparingTo("515.3");
    }

    @Test
    void coal_with_factors_of_its_own_needs_no_default() {
        BigDecimal expected = new BigDecimal("1900.2988");
        Map<String, Object> plain = Map.of("FC", 1000, "NCV", "20.908", "CC", "0.02637", "OF", "0.94");
        Map<String, Object> units = Map.of("FC_t", 1000, "NCV_GJ_t", "20.908", "CC_tC_per_GJ", "0.02637", "OF", "0.94");
        Map<String, Object> named = Map.of("coal_t", 1000, "NCV", "20.908", "CC", "0.02637", "OF", "0.94");
        assertThat(tonnes("2023 factor", plain)).isEqualByComparingTo(expected);
        assertThat(tonnes("2023 factor", units)).isEqualByComparingTo(expected);
        assertThat(tonnes("2023 factor", named)).isEqualByComparingTo(expected);
    }

    @Test
    void a_fuel_that_only_another_guideline_has_takes_that_guideline() {
        assertThat(tonnes("2023 factor", Map.of("原煤_t", 1000))).isEqualByComparingTo("1900.2988");
        assertThat(tonnes("2023 factor", Map.of("raw_coal_t", 1000))).isEqualByComparingTo("1900.2988");
    }

    @Test
    void the_compensation_index_knows_a_factor_by_each_of_its_names() {
        Map<String, Object> keys = Map.of(
                MEANS,
                Map.of("CODMn", "1.9", "NH3N", "0.1", "TN", "1.2", "TP", "0.03"),
                REFERENCE,
                Map.of("CODMn", "2.0", "NH3N", "0.12", "TN", "1.1", "TP", "0.03"));
        Map<String, Object> names = Map.of(
                MEANS,
                Map.of("高锰酸盐指数", "1.9", "NH3-N", "0.1", "总氮", "1.2", "TP", "0.03"),
                REFERENCE,
                Map.of("CODMn", "2.0", "氨氮", "0.12", "TN", "1.1", "总磷", "0.03"));
        String version = "k0=0.85, ki=0.25";
        assertThat(result("compensation_P", version, names)).isEqualTo(result("compensation_P", version, keys));
        Map<String, Object> twice = Map.of(
                MEANS,
                Map.of("CODMn", "1.9", "NH3N", "0.1", "NH3-N", "0.2", "TN", "1.2", "TP", "0.03"),
                REFERENCE,
                Map.of("CODMn", "2.0", "NH3N", "0.12", "TN", "1.1", "TP", "0.03"));
        assertThat(result("compensation_P", version, twice).containsKey("error"))
                .isTrue();
    }

    @Test
    void the_parts_of_an_index_are_asked_for_in_words() {
        assertThat(topics.listTopics().stream()
                        .filter(topic ->
                                topic.name().equals("EQI") || topic.name().equals("EI"))
                        .flatMap(topic -> topic.inputs().stream())
                        .filter(input -> input.label().zh().equals(input.key())))
                .isEmpty();
    }
}
