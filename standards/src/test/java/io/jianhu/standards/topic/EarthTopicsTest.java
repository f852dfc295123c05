package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("topics of soil, noise and plan")
class EarthTopicsTest {

    private static final RuleBook RULES = RuleBook.load();
    private final Topics topics = Topics.of(RULES);

    private Map<?, ?> result(String topic, String ruleVersion, Map<String, ?> input) {
        return result(Map.of("topic", topic, "rule_version", ruleVersion, "input", input));
    }

    private Map<?, ?> result(Map<String, ?> line) {
        return (Map<?, ?>)
                Objects.requireNonNull(topics.answer(line, Detail.WORKING).get("result"));
    }

    @TestFactory
    Stream<DynamicTest> every_example_is_judged_and_cites() {
        return Stream.concat(SoilNoiseTopics.list(RULES).stream(), PlanTopics.list(RULES).stream())
                .flatMap(topic -> topic.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(topic.name() + " " + example, () -> {
                            Map<String, Object> line = new LinkedHashMap<>();
                            line.put("topic", topic.name());
                            if (topic.dated()) {
                                line.put("date", "2026-05-01");
                            }
                            line.put("input", example);
                            Judgement<Map<String, Object>> judgement = topics.judge(line);
                            assertThat(judgement.findValue())
                                    .as("%s", judgement)
                                    .isPresent();
                            assertThat(judgement.citations()).isNotEmpty();
                        })));
    }

    @Test
    void land_may_be_named_in_either_language_or_by_its_number() {
        assertThat(result("soil_farm", "GB 15618-2018", Map.of("Cd", 0.5, "land", "paddy", "pH", 6.2)))
                .isEqualTo(result("soil_farm", "GB 15618-2018", Map.of("Cd", 0.5, "land", "水田", "pH", 6.2)));
        for (String second : List.of("2", "第二类", "第二类用地", "class 2")) {
            Map<?, ?> judged =
                    result("soil_construction", "GB 36600-2018", Map.of("land", second, "contents", Map.of("As", 60)));
            assertThat(judged.get("land")).isEqualTo("第二类用地");
            assertThat(judged.get("result")).as("60 is the screening value").isEqualTo("风险可忽略");
        }
    }

    @Test
    void the_worked_examples_of_soil_and_noise_come_out() {
        assertThat(result("soil_farm", "GB 15618-2018", Map.of("Cd", 0.5, "land", "水田", "pH", 6.2)))
                .isEqualTo(Map.of(
                        "intervention", new BigDecimal("2.0"), "result", "安全利用类", "screening", new BigDecimal("0.4")));
        assertThat(result("noise", "GB 3096-2008", Map.of("class", "2", "day", 58.4, "night", 50.6)))
                .isEqualTo(Map.of("day_ok", true, "night_ok", false));
    }

    @Test
    void the_worked_examples_of_the_plan_come_out() {
        assertThat(result("EQI_class", "区域生态质量评价办法(试行)", Map.of("EQI", 62.7, "area", "宜兴市 2021")))
                .isEqualTo(Map.of("class", "二类"));
        assertThat(result("EQI_class", "区域生态质量评价办法(试行)", Map.of("EQI", 75.0, "area", "江西省 2024")))
                .isEqualTo(Map.of("class", "一类"));
        assertThat(result("pollution_alert", "2024 thresholds", Map.of("daily_aqi", List.of(160, 170, 120))))
                .isEqualTo(Map.of("level", "yellow"));
        assertThat(result("pollution_alert", "2024 thresholds", Map.of("daily_aqi", List.of(160, 170, 180))))
                .isEqualTo(Map.of("level", "orange"));
        assertThat(result("pollution_alert", "2024 thresholds", Map.of("daily_aqi", List.of(210, 310, 220))))
                .isEqualTo(Map.of("level", "red"));
        assertThat((BigDecimal) result("carbon", "2023 factor", Map.of("electricity_kWh", 1000000))
                        .get("tCO2"))
                .isEqualByComparingTo("530.6");
        assertThat((BigDecimal) result("carbon", "2022 factor", Map.of("electricity_kWh", 1000000))
                        .get("tCO2"))
                .isEqualByComparingTo("536.6");
        assertThat(result(
                        "compensation_P",
                        "k0=0.85, ki=0.25",
                        Map.of(
                                "C",
                                Map.of("CODMn", 1.9, "NH3N", 0.1, "TN", 1.2, "TP", 0.03),
                                "C0",
                                Map.of("CODMn", 2.0, "NH3N", 0.12, "TN", 1.1, "TP", 0.03))))
                .isEqualTo(Map.of("P", new BigDecimal("0.823"), "payer", "downstream"));
    }

    private Map<?, ?> undated(String topic, Map<String, ?> input) {
        return result(Map.of("topic", topic, "input", input));
    }

    private Map<?, ?> on(String day, String topic, Map<String, ?> input) {
        return result(Map.of("topic", topic, "date", day, "input", input));
    }

    @Test
    void an_item_without_intervention_value_and_a_period_without_level_are_null() {
        Map<String, @Nullable Object> copper = new HashMap<>();
        copper.put("intervention", null);
        copper.put("result", "安全利用类");
        copper.put("screening", new BigDecimal("50"));
        assertThat(result("soil_farm", "GB 15618-2018", Map.of("Cu", 60, "land", "水田", "pH", 6)))
                .isEqualTo(copper);
        Map<String, @Nullable Object> night = new HashMap<>();
        night.put("day_ok", null);
        night.put("night_ok", true);
        assertThat(result("noise", "GB 3096-2008", Map.of("class", 2, "night", 50)))
                .isEqualTo(night);
    }

    @Test
    void organic_items_of_farmland_go_by_several_names_but_not_twice() {
        assertThat(on("2025-01-01", "soil_farm", Map.of("land", "旱地", "六六六", "0.2"))
                        .get("result"))
                .isEqualTo("安全利用类");
        assertThat(on("2025-01-01", "soil_farm", Map.of("land", "旱地", "DDT", "0.05L"))
                        .get("result"))
                .isEqualTo("优先保护类");
        assertThat(on("2025-01-01", "soil_farm", Map.of("land", "旱地", "六六六", 0.2, "HCH", 0.1))
                        .get("error"))
                .isEqualTo("unknown input");
    }

    @Test
    void the_rule_version_names_the_standard_of_a_noise() {
        assertThat(result("noise", "GB 12348-2008", Map.of("class", "4b", "night", 58))
                        .get("night_ok"))
                .isEqualTo(false);
        assertThat(result("noise", "GB 3096-2008", Map.of("class", "4b", "night", 58))
                        .get("night_ok"))
                .isEqualTo(true);
        assertThat(result("noise", "GB 12523-2011", Map.of("day", 70)).get("day_ok"))
                .isEqualTo(true);
        assertThat(on("2026-02-01", "noise", Map.of("day", 70.1, "standard", "GB 12523"))
                        .get("day_ok"))
                .isEqualTo(false);
    }

    @Test
    void carbon_takes_fuels_by_key_name_or_measured_factors() {
        assertThat(undated("carbon", Map.of("烟煤_t", 1000)).get("tCO2")).isEqualTo(new BigDecimal("1741.7496"));
        assertThat(undated("carbon", Map.of("fuels", Map.of("bituminous_coal", 1000), "factor_set", "A"))
                        .get("tCO2"))
                .isEqualTo(new BigDecimal("1741.7496"));
        assertThat(undated("carbon", Map.of("natural_gas_Nm3", 10000)).get("tCO2"))
                .isEqualTo(new BigDecimal("21.6219"));
        assertThat(undated("carbon", Map.of("FC", 1, "NCV", 26.7, "CC", 0.0274, "OF", 0.94))
                        .get("tCO2"))
                .isEqualTo(new BigDecimal("2.5215"));
        assertThat(undated("carbon", Map.of("heat_GJ", 100)).get("tCO2")).isEqualTo(new BigDecimal("11.0000"));
        assertThat(undated("carbon", Map.of("electricity_MWh", 1000, "year", 2022, "region", "zhejiang"))
                        .get("tCO2"))
                .isEqualTo(new BigDecimal("515.3000"));
    }

    @Test
    void carbon_refuses_what_it_would_have_to_guess() {
        assertThat(undated("carbon", Map.of("electricity_kWh", 1)).get("error")).isEqualTo("year needed");
        assertThat(undated("carbon", Map.of("natural_gas_t", 1)).get("error")).isEqualTo("unit mismatch");
        assertThat(undated("carbon", Map.of("unobtainium_t", 1)).get("error")).isEqualTo("unknown factor");
        assertThat(undated("carbon", Map.of("FC", 1)).get("error")).isEqualTo("factors incomplete");
        assertThat(undated("carbon", Map.of("electricity_kWh", 1, "year", 2023, "region", "east_china_baseline_OM"))
                        .get("error"))
                .isEqualTo("baseline factor");
        assertThat(undated("carbon", Map.of("electricity_kWh", 1, "year", 20.5)).get("error"))
                .isEqualTo("out of range");
    }

    @Test
    void a_compensation_needs_an_agreement_and_takes_it_from_rule_version_input_or_day() {
        Map<String, Object> input = Map.of(
                "C", Map.of("CODMn", 2, "NH3N", 1, "TN", 1, "TP", 1),
                "C0", Map.of("CODMn", 1, "NH3N", 1, "TN", 1, "TP", 1));
        assertThat(undated("compensation_P", input).get("error")).isEqualTo("agreement unreadable");
        assertThat(on("2013-05-01", "compensation_P", input))
                .isEqualTo(Map.of("P", new BigDecimal("1.062"), "payer", "upstream"));
        assertThat(result("compensation_P", "新安江补偿协议 2018-2020", input))
                .isEqualTo(Map.of("P", new BigDecimal("1.098"), "payer", "upstream"));
    }

    @Test
    void a_whole_run_of_ozone_calls_for_no_level_and_one_forecast_is_needed() {
        assertThat(on("2025-06-01", "pollution_alert", Map.of("daily_aqi", List.of(210, 220), "cause", "O3")))
                .isEqualTo(Map.of("level", "none"));
        assertThat(on("2025-06-01", "pollution_alert", Map.of()).get("error")).isEqualTo("missing input");
        assertThat(on("2025-06-01", "pollution_alert", Map.of("daily_aqi", List.of(90), "ozone_or_dust", List.of(2)))
                        .get("error"))
                .isEqualTo("out of range");
    }

    @Test
    void a_manifest_number_of_the_future_is_refused() {
        assertThat(on("2025-06-01", "manifest_number", Map.of("number", "20263306000123"))
                        .get("error"))
                .isEqualTo("out of range");
        assertThat(undated("manifest_number", Map.of("number", "20263306000123")))
                .isEqualTo(Map.of("year", 2026, "province", "33", "city", "06", "serial", 123));
    }
}
