package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
}
