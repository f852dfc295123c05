package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the topic AQI")
class AirIndexTopicsTest {

    private final Topics topics = Topics.of(RuleBook.load());

    private Map<String, Object> ask(String version, Map<String, Object> input) {
        return judge(version, input).getValue();
    }

    private Judgement<Map<String, Object>> judge(String version, Map<String, Object> input) {
        return topics.judge(Map.of("topic", "AQI", "rule_version", version, "input", input));
    }

    private static Map<String, Object> expected(int aqi, Map<String, Integer> indices, String... primary) {
        Map<String, Object> iaqi = new HashMap<>();
        indices.forEach((factor, index) -> iaqi.put(factor, Optional.of(index)));
        return Map.of("aqi", aqi, "iaqi", iaqi, "primary", Arrays.asList(primary));
    }

    @Test
    void answers_the_worked_examples_of_the_hour() {
        assertThat(ask(
                        "HJ 633-2026",
                        Map.of(
                                "CO", 5, "NO2", 100, "O3", 160, "PM10", 50, "PM2.5", 35, "SO2", 150, "report",
                                "hourly")))
                .isEqualTo(expected(50, Map.of("CO", 50, "NO2", 50, "O3", 50, "PM10", 50, "PM2.5", 50, "SO2", 50)));
        assertThat(ask(
                        "HJ 633-2026",
                        Map.of("CO", 5, "NO2", 100, "PM10", 50, "PM2.5", 35, "SO2", 801, "report", "hourly")))
                .isEqualTo(expected(200, Map.of("CO", 50, "NO2", 50, "PM10", 50, "PM2.5", 50, "SO2", 200), "SO2"));
        assertThat(ask("HJ 633-2026", Map.of("NO2", 200, "report", "hourly")))
                .isEqualTo(expected(100, Map.of("NO2", 100), "NO2"));
    }

    @Test
    void answers_the_worked_examples_of_the_day() {
        assertThat(ask(
                        "HJ 633-2026",
                        Map.of("CO", 2, "NO2", 40, "O3", 1000, "PM10", 50, "PM2.5", 35, "report", "daily")))
                .isEqualTo(expected(300, Map.of("CO", 50, "NO2", 50, "O3", 300, "PM10", 50, "PM2.5", 50), "O3"));
        assertThat(ask("HJ 633-2026", Map.of("PM2.5", "60.5", "report", "daily")))
                .isEqualTo(expected(100, Map.of("PM2.5", 100), "PM2.5"));
        assertThat(ask("HJ 633-2026", Map.of("PM2.5", 500, "report", "daily")))
                .isEqualTo(expected(500, Map.of("PM2.5", 500), "PM2.5"));
        assertThat(ask("HJ 633-2026", Map.of("PM2.5", 50, "report", "daily")))
                .isEqualTo(expected(80, Map.of("PM2.5", 80), "PM2.5"));
        assertThat(ask("HJ 633-2012", Map.of("PM2.5", 50, "report", "daily")))
                .isEqualTo(expected(69, Map.of("PM2.5", 69), "PM2.5"));
    }

    @Test
    void the_same_air_is_exactly_100_under_2012_and_114_under_2026() {
        Map<String, Object> air = Map.of("PM10", 150, "PM2.5", 75, "report", "daily");
        assertThat(ask("HJ 633-2012", air))
                .isEqualTo(expected(100, Map.of("PM10", 100, "PM2.5", 100), "PM10", "PM2.5"));
        assertThat(ask("HJ 633-2026", air)).isEqualTo(expected(114, Map.of("PM10", 112, "PM2.5", 114), "PM2.5"));
    }

    @Test
    void a_day_of_the_plan_period_is_level_3_by_ozone() {
        assertThat(ask("HJ 633-2012", Map.of("PM2.5", 28, "O3", 180, "report", "daily")))
                .isEqualTo(expected(119, Map.of("PM2.5", 40, "O3", 119), "O3"));
        Map<String, Object> level = topics.judge(
                        Map.of("topic", "aqi_levels", "rule_version", "HJ 633-2012", "input", Map.of("aqi", 119)))
                .getValue();
        assertThat(level)
                .containsEntry("level", 3)
                .containsEntry("category", "轻度污染")
                .containsEntry("hex", "#FF7E00")
                .containsEntry("cmyk", List.of(0, 52, 100, 0));
    }

    @Test
    void a_key_names_the_averaging_time_where_the_factor_alone_would_not() {
        Map<String, Object> day = ask("HJ 633-2012", Map.of("O3_8h", 180, "O3_1h", 310, "report", "daily"));
        assertThat(day).isEqualTo(expected(155, Map.of("O3_8h", 119, "O3_1h", 155), "O3"));
        assertThat(judge("HJ 633-2012", Map.of("O3", 180, "O3_8h", 180, "report", "daily"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().name()).isEqualTo("GIVEN_TWICE"));
    }
}
