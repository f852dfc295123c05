package io.jianhu.standards.topic;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an emission topic")
class EmissionTopicsTest {

    private final RuleBook rules = RuleBook.load();
    private final Topics topics = Topics.of(rules);

    @SuppressWarnings("unchecked")
    private Map<String, Object> result(String topic, Map<String, Object> input) {
        return (Map<String, Object>) requireNonNull(answer(topic, input).get("result"));
    }

    private Map<String, @Nullable Object> answer(String topic, Map<String, Object> input) {
        return topics.answer(Map.of("topic", topic, "date", "2024-06-01", "input", input), Detail.RESULT);
    }

    private List<String> findings(String topic, Map<String, Object> input) {
        return topics.judge(Map.of("topic", topic, "date", "2024-06-01", "input", input)).findings().stream()
                .map(finding -> finding.code().name() + " " + finding.place())
                .toList();
    }

    private BigDecimal number(String topic, String key, Map<String, Object> input) {
        return (BigDecimal) requireNonNull(result(topic, input).get(key), key);
    }

    @ParameterizedTest
    @CsvSource({"40, 8, 6, 46.153846", "30, 6, 6, 30", "35, 12, 9, 46.666667", "30, 9, 6, 37.5"})
    void converts_to_reference_oxygen(String measured, String o2, String reference, String expected) {
        assertThat(number(
                        "o2_conversion",
                        "converted",
                        Map.of("measured", measured, "o2_measured", o2, "o2_reference", reference)))
                .isEqualByComparingTo(expected);
    }

    @Test
    void says_o2_invalid_at_21_percent_and_above() {
        for (String o2 : List.of("21", "21.0", "25")) {
            Map<String, Object> input = Map.of("measured", 20, "o2_measured", o2, "o2_reference", 6);
            assertThat(result("o2_conversion", input)).isEqualTo(Map.of("error", "o2>=21 invalid"));
            assertThat(result("excess_air", Map.of("o2", o2))).isEqualTo(Map.of("error", "o2>=21 invalid"));
        }
    }

    @Test
    void warns_of_shutdown_near_21_percent_and_still_converts() {
        Map<String, Object> input = Map.of("measured", 2, "o2_measured", "20.5", "o2_reference", 6);
        assertThat(number("o2_conversion", "converted", input)).isEqualByComparingTo("60");
        assertThat(findings("o2_conversion", input)).containsExactly("OXYGEN_NEAR_AIR o2_measured");
    }

    @Test
    void takes_the_oxygen_of_the_combustion_air_for_hazardous_waste() {
        Map<String, Object> plain =
                Map.of("measured", 60, "o2_measured", 11, "source_type", "hazardous-waste-incinerator");
        assertThat(number("o2_conversion", "converted", plain)).isEqualByComparingTo("60");
        Map<String, Object> enriched = new LinkedHashMap<>(plain);
        enriched.put("o2_air", 31);
        assertThat(number("o2_conversion", "converted", enriched)).isEqualByComparingTo("30");
    }

    @Test
    void takes_the_excess_air_coefficient_for_furnaces() {
        assertThat(number(
                        "o2_conversion",
                        "converted",
                        Map.of("measured", 85, "alpha", "3.4", "source_type", "industrial-furnace")))
                .isEqualByComparingTo("170");
    }

    @Test
    void knows_the_reference_oxygen_of_a_type_of_source() {
        assertThat(number("o2_reference", "o2_pct", Map.of("source_type", "coal-boiler")))
                .isEqualByComparingTo("9");
        assertThat(number("o2_reference", "o2_pct", Map.of("source_type", "coal-power-boiler")))
                .isEqualByComparingTo("6");
    }

    @Test
    void gives_the_standard_state_under_both_spellings() {
        BigDecimal expected = new BigDecimal("136.630037");
        assertThat(number("standard_state", "Csn", Map.of("Cs", 100, "Ba_Pa", 101325, "Ps_Pa", 0, "ts_C", 100)))
                .isEqualByComparingTo(expected);
        assertThat(number("standard_state", "Csn", Map.of("Cs", 100, "Ba", 101325, "Ps", 0, "ts", 100)))
                .isEqualByComparingTo(expected);
        assertThat(findings("standard_state", Map.of("Cs", 100, "Ba", 101325, "Ps", 0, "Ps_Pa", 0, "ts", 100)))
                .containsExactly("UNKNOWN_INPUT Ps_Pa");
        assertThat(findings("standard_state", Map.of("Cs", 100, "Ba", 101325, "Ps", 0, "ts", -274)))
                .containsExactly("OUT_OF_RANGE ts_C");
    }

    @Test
    void converts_wet_to_dry_and_refuses_gas_that_is_all_water() {
        assertThat(number("dry_basis", "Cdry", Map.of("Cwet", 90, "Xsw_pct", 10)))
                .isEqualByComparingTo("100");
        assertThat(findings("dry_basis", Map.of("Cwet", 90, "Xsw_pct", 100))).containsExactly("OUT_OF_RANGE Xsw_pct");
        assertThat(findings("dry_basis", Map.of("Cwet", -1, "Xsw_pct", 10))).containsExactly("NEGATIVE Cwet");
    }

    @Test
    void converts_ppm_and_counts_nitrogen_oxides_as_NO2() {
        assertThat(number("ppm", "mg_m3", Map.of("gas", "SO2", "ppm", 100)).doubleValue())
                .isBetween(285.93, 286.03);
        assertThat(number("ppm", "mg_m3", Map.of("gas", "NOx", "ppm", 100)))
                .isEqualByComparingTo(number("ppm", "mg_m3", Map.of("gas", "NO2", "ppm", 100)));
        assertThat(number("ppm", "mg_m3", Map.of("gas", "NO", "ppm", 100)).doubleValue())
                .isBetween(133.9, 134.0);
        assertThat(number("nox_as_no2", "NOx", Map.of("NO", 30, "NO2", 4))).isEqualByComparingTo("50");
        assertThat(findings("ppm", Map.of("gas", "colour", "ppm", 1))).containsExactly("UNKNOWN_GAS gas");
    }

    @Test
    void multiplies_a_rate_exactly() {
        assertThat(number("emission_rate", "kg_h", Map.of("C_mg_m3", 35, "Q_dry_std_m3_h", 200000)))
                .isEqualByComparingTo("7");
        assertThat(number("emission_rate", "kg_h", Map.of("C_mg_m3", "0.1", "Q_dry_std_m3_h", "0.3")))
                .isEqualByComparingTo("0.00000003");
        assertThat(number("emission_amount", "kg", Map.of("kg_h", List.of("7.0", "6.5", 0))))
                .isEqualByComparingTo("13.5");
    }

    @Test
    void weighs_waste_water_by_flow() {
        Map<String, Object> day = Map.of("C", List.of(40, 60), "Q", List.of(10, 30));
        assertThat(number("flow_weighted_mean", "mean", day)).isEqualByComparingTo("55");
        assertThat(number("flow_weighted_mean", "load_kg", day)).isEqualByComparingTo("2.2");
        assertThat(number("load", "load_kg", day)).isEqualByComparingTo("2.2");
        assertThat(findings("load", Map.of("C", List.of(40), "Q", List.of(10, 30))))
                .containsExactly("LENGTHS_DIFFER Q");
        assertThat(findings("flow_weighted_mean", Map.of("C", List.of(40), "Q", List.of(0))))
                .containsExactly("NO_FLOW Q");
    }

    @Test
    void counts_below_detection_half_in_means_and_zero_in_loads() {
        Map<String, Object> day = Map.of("C", List.of("0.01", "0.5"), "Q", List.of(10, 10), "detection_limit", "0.02");
        assertThat(number("flow_weighted_mean", "mean", day)).isEqualByComparingTo("0.255");
        assertThat(number("flow_weighted_mean", "load_kg", day)).isEqualByComparingTo("0.005");
    }

    @Test
    void converts_to_base_drainage_only_above_the_base() {
        Map<String, Object> mill =
                Map.of("C", 60, "Q_total", 2100, "products", Map.of("woven", 10), "base", Map.of("woven", 140));
        assertThat(number("base_drainage", "C_base", mill)).isEqualByComparingTo("90");
        Map<String, Object> thrifty = new LinkedHashMap<>(mill);
        thrifty.put("Q_total", 1000);
        assertThat(result("base_drainage", thrifty)).containsEntry("converted", false);
        assertThat(number("base_drainage", "C_base", thrifty)).isEqualByComparingTo("60");
    }

    @Test
    void averages_pH_by_its_hydrogen_ions() {
        assertThat(number("mean_ph", "pH", Map.of("pH", List.of(6, 8)))).isEqualByComparingTo("6.296709");
        assertThat(findings("mean_ph", Map.of("pH", List.of(15)))).containsExactly("OUT_OF_RANGE pH[0]");
    }

    @Test
    void multiplies_transmission_and_validity_without_the_hours_of_shutdown() {
        Map<String, Object> quarter = Map.of("received", 2208, "expected", 2208, "valid", 2098, "expected_valid", 2208);
        assertThat(number("effective_transmission", "rate_pct", quarter)).isEqualByComparingTo("95.02");
        assertThat(number(
                        "effective_transmission",
                        "rate_pct",
                        Map.of("received", 2000, "expected", 2208, "valid", 1900, "shutdown", 208)))
                .isEqualByComparingTo("95.00");
        assertThat(findings("effective_transmission", Map.of("received", 11, "expected", 10, "valid", 9)))
                .containsExactly("MORE_THAN_EXPECTED received");
        assertThat(findings("effective_transmission", Map.of("received", 0, "expected", 0, "valid", 0)))
                .containsExactly("EMPTY_SET expected");
    }

    @Test
    void judges_hours_days_and_months_of_data() {
        assertThat(valid(Map.of("period", "hour", "valid", 44))).isFalse();
        assertThat(valid(Map.of("period", "hour", "valid", 45))).isTrue();
        assertThat(valid(Map.of("period", "day", "valid", 19))).isFalse();
        assertThat(valid(Map.of("period", "day", "valid", 20))).isTrue();
        assertThat(valid(Map.of("period", "day", "valid", 18, "day_rule", "HJ75/valid-day/18")))
                .isTrue();
        assertThat(valid(Map.of("period", "month", "valid", 23, "month", "2026-02")))
                .isTrue();
        assertThat(valid(Map.of("period", "month", "valid", 24, "month", "2026-03")))
                .isFalse();
        assertThat(valid(Map.of("period", "water-day", "valid", 9, "due", 12))).isTrue();
        assertThat(valid(Map.of("period", "water-day", "valid", 8, "due", 12))).isFalse();
        assertThat(findings("emission_validity", Map.of("period", "day", "valid", 18, "day_rule", "HJ75/valid-day/18")))
                .containsExactly("CONTRADICTED_NUMBER valid_hours");
    }

    private boolean valid(Map<String, Object> input) {
        return (boolean) result("emission_validity", input).getOrDefault("valid", false);
    }

    @Test
    void gives_S233_as_exceeded() {
        Map<String, Object> result = result(
                "emission_judgement",
                Map.of("factor", "SO2", "value", 30, "basis", "1h", "o2", 9, "limit", 35, "o2_reference", 6));
        assertThat(result).containsEntry("exceeded", true);
        assertThat((BigDecimal) result.get("converted")).isEqualByComparingTo("37.5");
        assertThat((BigDecimal) result.get("multiple")).isEqualByComparingTo("0.07");
    }

    @Test
    void finds_the_limit_and_lists_what_it_did_not_choose() {
        Map<String, Object> result = result(
                "emission_limit",
                Map.of("factor", "COD", "medium", "water", "standard", "GB 18918", "region", "320500", "level", "1A"));
        assertThat((BigDecimal) result.get("limit")).isEqualByComparingTo("50");
        assertThat(result).containsEntry("rule", "GB18918-2002/T1/1A/COD").containsEntry("basis", "24h");
        assertThat((List<?>) result.get("not_chosen")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void never_judges_by_a_substituted_amount() {
        assertThat(result(
                        "substitution",
                        Map.of(
                                "case",
                                "missing",
                                "capture_pct",
                                92,
                                "gap_hours",
                                10,
                                "history",
                                List.of("3.1", "4.0"))))
                .containsEntry("for_compliance", false);
    }

    @Test
    void has_examples_that_can_be_judged() {
        EmissionTopics.list(rules)
                .forEach(topic -> topic.examples()
                        .forEach(example -> assertThat(
                                        result(topic.name(), example).toString())
                                .as(topic.name() + " " + example)
                                .doesNotContain("error")));
    }

    @Test
    void a_flag_is_answered_with_the_words_that_the_question_offers() {
        Map<String, Object> outlet = new LinkedHashMap<>(Map.of(
                "factor",
                "NOx",
                "medium",
                "gas",
                "industry",
                "C1713",
                "facility",
                "boiler",
                "fuel",
                "natural-gas",
                "capacity_t_h",
                10,
                "built",
                "2018-01-01"));
        outlet.put("special", "no");
        assertThat(result("emission_limit", outlet)).containsEntry("limit", new BigDecimal("200"));
        outlet.put("special", "是");
        assertThat(result("emission_limit", outlet)).containsEntry("limit", new BigDecimal("150"));
        outlet.put("fuel", "天然气");
        assertThat(result("emission_limit", outlet)).containsEntry("limit", new BigDecimal("150"));
        outlet.put("special", "perhaps");
        assertThat(findings("emission_limit", outlet)).containsExactly("WRONG_KIND special");
    }

    @Test
    void asks_no_medium_where_the_factor_has_limits_in_one_only() {
        assertThat(result(
                        "emission_limit",
                        Map.of("factor", "COD", "standard", "GB 18918-2002", "region", "320500", "level", "1A")))
                .containsEntry("limit", new BigDecimal("50"));
        assertThat(findings("emission_limit", Map.of("factor", "PM", "standard", "GB 16297-1996")))
                .containsExactly("MISSING_INPUT medium");
    }

    @Test
    void asks_for_the_capacity_of_boilers_only() {
        Map<String, Object> stack =
                Map.of("factor", "NMHC", "medium", "gas", "industry", "C2710", "built", "2021-01-01");
        assertThat(findings("emission_limit", stack))
                .contains("MISSING_FACT facility")
                .doesNotContain("MISSING_FACT capacity_t_h");
    }

    @Test
    void names_the_industry_standard_that_it_does_not_hold() {
        assertThat(findings(
                        "emission_limit",
                        Map.of("factor", "COD", "industry", "C2221", "level", "1", "built", "2010-01-01")))
                .contains("INDUSTRY_LIMIT_NOT_HELD standard");
        assertThat(findings(
                        "emission_limit",
                        Map.of("factor", "COD", "industry", "C1411", "level", "1", "built", "2010-01-01")))
                .doesNotContain("INDUSTRY_LIMIT_NOT_HELD standard");
    }

    @Test
    void a_key_may_carry_the_unit_of_its_value_and_no_other() {
        BigDecimal plain = number("standard_state", "Csn", Map.of("Cs", 100, "Ba", 101000, "Ps", -500, "ts", 120));
        assertThat(number(
                        "standard_state", "Csn", Map.of("Cs_mg_m3", 100, "Ba_Pa", 101000, "Ps_Pa", -500, "ts_C", 120)))
                .isEqualByComparingTo(plain);
        assertThat(findings("standard_state", Map.of("Cs_ug_m3", 100, "Ba", 101000, "Ps", -500, "ts", 120)))
                .contains("UNKNOWN_INPUT Cs_ug_m3");
        assertThat(findings("standard_state", Map.of("Cs_mg_m3", 1, "Cs", 2, "Ba", 101000, "Ps", -500, "ts", 120)))
                .anyMatch(finding -> finding.startsWith("UNKNOWN_INPUT Cs"));
    }
}
