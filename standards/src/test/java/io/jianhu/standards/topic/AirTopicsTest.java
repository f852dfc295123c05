package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the topics of air")
class AirTopicsTest {

    private final RuleBook rules = RuleBook.load();
    private final Topics topics = Topics.of(rules);

    private Judgement<Map<String, Object>> judge(
            String topic, String version, Map<String, ? extends @Nullable Object> input) {
        return topics.judge(Map.of("topic", topic, "rule_version", version, "input", input));
    }

    private Map<String, Object> ask(String topic, String version, Map<String, ? extends @Nullable Object> input) {
        return judge(topic, version, input).getValue();
    }

    private String refusal(String topic, String version, Map<String, ? extends @Nullable Object> input) {
        Judgement<Map<String, Object>> judgement = judge(topic, version, input);
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().getFirst().code().name();
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    @Test
    void answer_their_own_examples() {
        for (Topic topic : AirTopics.list(rules)) {
            for (Map<String, Object> example : topic.examples()) {
                Judgement<Map<String, Object>> judged =
                        topics.judge(Map.of("topic", topic.name(), "date", "2026-04-01", "input", example));
                assertThat(judged.findValue())
                        .as("%s %s: %s", topic.name(), example, judged.findings())
                        .isPresent();
                assertThat(judged.citations()).as("%s cites", topic.name()).isNotEmpty();
            }
        }
    }

    @Test
    void give_the_worked_examples_of_a_year() {
        Map<String, Object> shaoxing2020 = Map.of("NO2", 27, "PM10", 47, "PM2.5", 28, "SO2", 5);
        assertThat(ask("annual_air", "GB 3095-2012", shaoxing2020))
                .containsEntry("class1_ok", false)
                .containsEntry("class2_ok", true)
                .containsEntry("fails_class1", List.of("PM10", "PM2.5"));
        assertThat(ask("annual_air", "GB 3095-2026 transition", shaoxing2020)).containsEntry("class2_ok", true);
        assertThat(ask("annual_air", "GB 3095-2026 final", shaoxing2020))
                .containsEntry("class2_ok", false)
                .containsEntry("fails_class2", List.of("PM2.5"));
    }

    @Test
    void take_the_limits_of_the_phase_that_an_evaluation_names() {
        Map<String, Object> city = Map.of("CO", 4, "NO2", 30, "O3", 160, "PM10", 50, "PM2.5", 25, "SO2", 20);
        assertThat(ask("composite_index", "HJ 663-2026 (final)", city))
                .as("every item on its limit of 2031")
                .containsEntry("composite", n("6.00"));
        assertThat(ask("composite_index", "HJ 663-2026 (transition)", city))
                .as("20/60 + 30/40 + 1 + 1 + 50/60 + 25/30")
                .containsEntry("composite", n("4.75"));
    }

    @Test
    void refuse_a_negative_mean_of_a_year_by_its_name_and_not_for_what_is_missing() {
        assertThat(refusal("annual_air", "GB 3095-2012", Map.of("PM10", -3))).isEqualTo("NEGATIVE");
    }

    @Test
    void know_the_averaging_times_and_the_report_by_other_names() {
        assertThat(ask("air_limit", "GB 3095-2012", Map.of("factor", "PM2.5", "averaging", "annual")))
                .containsEntry("class2", n("35"));
        assertThat(ask("air_limit", "GB 3095-2012", Map.of("factor", "O3", "averaging", "daily_max_8h")))
                .containsEntry("class2", n("160"));
        for (String name : List.of("hourly", "realtime", "实时报")) {
            assertThat(ask("AQI", "HJ 633-2026", Map.of("NO2", 200, "report", name)))
                    .containsEntry("aqi", 100);
        }
    }

    @Test
    void take_percentiles_of_a_year_by_their_own_key_or_by_that_of_the_factor() {
        assertThat(ask("annual_air", "GB 3095-2012", Map.of("O3", 161))).containsEntry("class2_ok", false);
        assertThat(ask("annual_air", "GB 3095-2012", Map.of("O3_P90", 160))).containsEntry("class2_ok", true);
        assertThat(ask("annual_air", "GB 3095-2012", Map.of("PM2.5", 35, "PM2.5_P95", 76)))
                .containsEntry("fails_class2", List.of("PM2.5"));
        assertThat(refusal("annual_air", "GB 3095-2012", Map.of("O3", 160, "O3_P90", 161)))
                .isEqualTo("GIVEN_TWICE");
        assertThat(refusal("annual_air", "GB 3095-2012", Map.of("SO2_P95", 20))).isEqualTo("UNKNOWN_INPUT");
        assertThat(refusal("annual_air", "GB 3095-2012", Map.of())).isEqualTo("EMPTY_SET");
    }

    @Test
    void give_the_worked_examples_of_a_composite_index() {
        assertThat(ask(
                        "composite_index",
                        "HJ 663-2013 / ranking rule",
                        Map.of("CO", 0.6, "NO2", 16, "O3", 139, "PM10", 40, "PM2.5", 16, "SO2", 11)))
                .isEqualTo(Map.of("composite", n("2.63")));
        assertThat(ask(
                        "composite_index",
                        "HJ 663-2013 / ranking rule",
                        Map.of("CO", 1.1, "NO2", 14, "O3", 96, "PM10", 77, "PM2.5", 23, "SO2", 9)))
                .isEqualTo(Map.of("composite", n("3.13")));
    }

    @Test
    void give_the_share_of_good_days_from_counts_or_from_the_index_of_each_day() {
        assertThat(ask("good_day_ratio", "HJ 663", Map.of("good_days", 27, "valid_days", 29)))
                .isEqualTo(Map.of("ratio_pct", n("93.1")));
        assertThat(ask("good_day_ratio", "HJ 663", Map.of("good_days", 332, "valid_days", 366)))
                .isEqualTo(Map.of("ratio_pct", n("90.7")));
        Map<String, @Nullable Object> days = new HashMap<>();
        days.put("daily_aqi", Arrays.asList(100, null, 101));
        assertThat(ask("good_day_ratio", "HJ 633-2026", days)).isEqualTo(Map.of("ratio_pct", n("50.0")));
        assertThat(refusal("good_day_ratio", "HJ 663", Map.of("good_days", 27))).isEqualTo("MISSING_INPUT");
        assertThat(refusal(
                        "good_day_ratio",
                        "HJ 663",
                        Map.of("good_days", 1, "valid_days", 2, "daily_aqi", List.of(50, 101))))
                .isEqualTo("GIVEN_TWICE");
    }

    @Test
    void compare_any_indicator_of_any_two_years() {
        assertThat(ask("change_rate", "seed", Map.of("PM2.5_2015", 53, "PM2.5_2020", 28)))
                .isEqualTo(Map.of("change_pct", n("-47.2")));
        assertThat(ask("change_rate", "seed", Map.of("good_days_2020", "90.7", "good_days_2024", "90.7")))
                .isEqualTo(Map.of("change_pct", n("0.0")));
        assertThat(refusal("change_rate", "seed", Map.of("PM2.5_2015", 53))).isEqualTo("NOT_A_PAIR");
        assertThat(refusal("change_rate", "seed", Map.of("PM2.5_2015", 53, "PM10_2020", 28)))
                .isEqualTo("NOT_A_PAIR");
        assertThat(refusal("change_rate", "seed", Map.of("PM2.5_2015", 0, "PM2.5_2020", 28)))
                .isEqualTo("NO_BASE");
    }

    @Test
    void say_whether_both_targets_of_a_plan_are_met() {
        assertThat(ask(
                        "plan_indicator",
                        "seed 表1",
                        Map.of("PM2.5_2020", 28, "good_days_2020", 90.7, "target", 85, "target_2020", 40)))
                .isEqualTo(Map.of("both_met", true));
        assertThat(ask(
                        "plan_indicator",
                        "seed 表1",
                        Map.of("PM2.5_2020", 41, "good_days_2020", 90.7, "target", 85, "target_2020", 40)))
                .isEqualTo(Map.of("both_met", false));
        assertThat(ask(
                        "plan_indicator",
                        "seed 表1",
                        Map.of("PM2.5_2025", 30, "good_days_2025", 90, "target", 90, "target_2025", 30)))
                .as("a value on its target meets it")
                .isEqualTo(Map.of("both_met", true));
        assertThat(refusal(
                        "plan_indicator",
                        "seed 表1",
                        Map.of("PM2.5_2020", 28, "good_days_2020", 90.7, "target", 85, "target_2025", 40)))
                .isEqualTo("NOT_ONE_YEAR");
    }

    @Test
    void name_the_limit_of_the_date_and_its_phase() {
        assertThat(ask("air_limit", "GB 3095-2026 final", Map.of("factor", "PM2.5", "averaging", "year")))
                .isEqualTo(Map.of("class1", n("10"), "class2", n("25"), "unit", "µg/m³", "phase", "final"));
        assertThat(refusal("air_limit", "GB 3095-2026", Map.of("factor", "O3", "averaging", "year")))
                .isEqualTo("NO_RULE");
    }

    @Test
    void judge_a_day_by_the_limits_not_by_the_index() {
        Map<String, Object> air = Map.of("PM2.5", 55, "PM10", 110, "O3", 150);
        assertThat(ask("day_attainment", "GB 3095-2026 transition", air)).containsEntry("class2_ok", true);
        assertThat(ask("day_attainment", "GB 3095-2026 final", air))
                .containsEntry("fails_class2", List.of("PM10", "PM2.5"));
    }

    @Test
    void ask_for_a_concentration_in_the_unit_of_its_limit() {
        Topic day = topics.findTopic("day_attainment").orElseThrow();
        assertThat(day.inputs())
                .filteredOn(input -> input.key().equals("BaP"))
                .extracting(Input::unit)
                .containsExactly("µg/m³");
        assertThat(ask("day_attainment", "GB 3095-2026 final", Map.of("BaP", "0.0025")))
                .containsEntry("class2_ok", true);
        assertThat(ask("day_attainment", "GB 3095-2026 final", Map.of("BaP", "0.0026")))
                .containsEntry("fails_class2", List.of("BaP"));
    }

    @Test
    void publish_NA_where_items_are_missing_and_the_index_is_not_above_100() {
        assertThat(ask("aqi_publish", "HJ 633-2026", Map.of("report", "daily", "PM2.5", 60)))
                .containsEntry("aqi", "NA");
        assertThat(ask("aqi_publish", "HJ 633-2026", Map.of("report", "daily", "PM2.5", 75)))
                .containsEntry("aqi", 114);
    }

    @Test
    void leave_a_day_of_approved_dust_out() {
        assertThat(ask(
                        "sand_dust",
                        "HJ 633-2026",
                        Map.of(
                                "days",
                                List.of(
                                        Map.of("date", "2026-04-01", "aqi", 62, "PM10", 74),
                                        Map.of("date", "2026-04-02", "aqi", 310, "PM10", 430, "dust", "approved")))))
                .containsEntry("ratio_pct", n("100.0"))
                .containsEntry("excluded", List.of("2026-04-02"));
    }
}
