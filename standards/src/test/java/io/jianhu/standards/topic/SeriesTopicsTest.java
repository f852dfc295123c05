package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesTopicsTest {

    private final Topics topics = Topics.of(RuleBook.load());

    @Test
    void every_example_of_a_topic_is_judged() {
        List<Topic> series = topics.listGroups().stream()
                .filter(group -> group.name().equals("series"))
                .findFirst()
                .orElseThrow()
                .topics();
        assertThat(series).hasSizeGreaterThan(9);
        series.forEach(topic -> topic.examples()
                .forEach(example -> assertThat(
                                judge(topic.name(), "2025-06-01", example).findValue())
                        .as(topic.name())
                        .isPresent()));
    }

    @Test
    void worked_percentiles() {
        assertThat(value("percentile", Map.of("values", "1..365", "p", 98), "value"))
                .isEqualTo("357.72");
        assertThat(value("percentile", Map.of("values", "1..365", "p", 90), "value"))
                .isEqualTo("328.6");
        assertThat(value("percentile", Map.of("values", "1..366", "p", 90), "value"))
                .isEqualTo("329.5");
        assertThat(value("percentile", Map.of("values", "1..30", "p", 95), "value"))
                .isEqualTo("28.55");
        assertThat(value("percentile", Map.of("values", List.of(30, 10, 20), "p", 50), "value"))
                .isEqualTo("20");
    }

    @Test
    void worked_trend() {
        Map<String, Object> result = judge(
                        "spearman",
                        "2025-06-01",
                        Map.of("values", List.of(38, 37, 35, 31, 28), "years", List.of(2016, 2017, 2018, 2019, 2020)))
                .getValue();
        assertThat(result).containsEntry("trend", "significant decrease");
        assertThat((BigDecimal) result.get("critical_0.05")).isEqualByComparingTo("0.9");
        assertThat(String.valueOf(result.get("rs"))).contains("-1.0");
        assertThat(value("spearman", Map.of("values", List.of(1, 2, 3, 4, 5)), "trend"))
                .isEqualTo("significant increase");
        assertThat(value("spearman", Map.of("values", List.of(1, 5, 2, 4, 3)), "trend"))
                .isEqualTo("not significant");
    }

    @Test
    void a_daily_mean_needs_twenty_hours_and_is_rounded_half_to_even() {
        List<Object> hours = new ArrayList<>(Collections.nCopies(20, 34.5));
        Map<String, Object> result = judge("daily_mean", "2025-06-01", Map.of("factor", "PM2.5", "values", hours))
                .getValue();
        assertThat(result).containsEntry("valid", true).containsEntry("valid_hours", 20);
        assertThat(String.valueOf(result.get("mean"))).contains("34]");
        assertThat(judge("daily_mean", "2025-06-01", Map.of("factor", "PM2.5", "values", hours.subList(1, 20)))
                        .getValue())
                .containsEntry("valid", false);
        assertThat(judge("daily_mean", "2025-06-01", Map.of("factor", "PM2.5", "values", Collections.nCopies(25, 1)))
                        .findValue())
                .isEmpty();
        assertThat(judge("daily_mean", "2012-06-01", Map.of("factor", "PM2.5", "values", hours))
                        .findValue())
                .isEmpty();
    }

    @Test
    void ozone_takes_24_hours_with_gaps() {
        List<@Nullable Object> hours = new ArrayList<>(Collections.nCopies(24, 120));
        hours.set(3, null);
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("values", hours);
        Map<String, Object> result = judge("ozone_8h", "2025-06-01", input).getValue();
        assertThat(result).containsEntry("valid", true).containsEntry("valid_windows", 17);
        assertThat(judge("ozone_8h", "2025-06-01", Map.of("values", List.of(1, 2, 3)))
                        .findValue())
                .isEmpty();
    }

    @Test
    void the_limit_of_ozone_is_cited_only_where_too_few_windows_made_the_day_depend_on_it() {
        List<Object> whole = new ArrayList<>(Collections.nCopies(24, 180));
        assertThat(citations("ozone_8h", Map.of("values", whole))).doesNotContain("GB3095-2012/T1/O3/day-max-8h");
        List<Object> evening = new ArrayList<>(Collections.nCopies(14, "NA"));
        evening.addAll(Collections.nCopies(10, 180));
        assertThat(citations("ozone_8h", Map.of("values", evening))).contains("GB3095-2012/T1/O3/day-max-8h");
    }

    private List<String> citations(String topic, Map<String, ?> input) {
        return judge(topic, "2025-06-01", input).citations().stream()
                .map(Rule::id)
                .toList();
    }

    @Test
    void months_and_years() {
        assertThat(value(
                        "month_validity", Map.of("factor", "SO2", "year", 2025, "month", 2, "valid_days", 25), "valid"))
                .isEqualTo("true");
        assertThat(value(
                        "month_validity", Map.of("factor", "SO2", "year", 2025, "month", 3, "valid_days", 26), "valid"))
                .isEqualTo("false");
        assertThat(judge(
                                "month_validity",
                                "2025-06-01",
                                Map.of("factor", "SO2", "year", 2025, "month", 2, "valid_days", 29))
                        .findValue())
                .isEmpty();
        List<Integer> days = new ArrayList<>(Collections.nCopies(12, 30));
        days.set(5, 26);
        days.set(1, 28);
        Map<String, Object> year = judge(
                        "year_validity", "2025-06-01", Map.of("factor", "SO2", "year", 2025, "valid_days", days))
                .getValue();
        assertThat(year).containsEntry("valid", false).containsEntry("invalid_months", List.of(6));
        assertThat(year).containsEntry("valid_days", 354);
    }

    @Test
    void a_ranking_with_a_tie() {
        Map<String, Object> result = judge(
                        "ranking", "2025-06-01", Map.of("values", Map.of("A", 3.1, "B", 2.2, "C", 3.1, "D", 4)))
                .getValue();
        assertThat(String.valueOf(result.get("ranking"))).containsSubsequence("rank=1", "rank=2", "rank=2", "rank=4");
    }

    @Test
    void impossible_inputs_are_refused() {
        assertThat(judge("percentile", "2025-06-01", Map.of("values", List.of(), "p", 98))
                        .findValue())
                .isEmpty();
        assertThat(judge("percentile", "2025-06-01", Map.of("values", List.of(1, -2), "p", 98))
                        .findValue())
                .isEmpty();
        assertThat(judge("spearman", "2025-06-01", Map.of("values", List.of(1, 2, 3, 4)))
                        .findValue())
                .isEmpty();
        assertThat(judge("hour_validity", "2025-06-01", Map.of("factor", "SO2", "minutes", 61))
                        .findValue())
                .isEmpty();
        assertThat(judge("annual_evaluation", "2025-06-01", Map.of("year", 2025, "SO2", List.of(-1)))
                        .findValue())
                .isEmpty();
        assertThat(judge("annual_evaluation", "2025-06-01", Map.of("year", 2025))
                        .findValue())
                .isEmpty();
        assertThat(judge("city_mean", "2025-06-01", Map.of("factor", "SO2", "values", List.of()))
                        .findValue())
                .isEmpty();
    }

    private String value(String topic, Map<String, ?> input, String key) {
        return String.valueOf(judge(topic, "2025-06-01", input).getValue().get(key));
    }

    private Judgement<Map<String, Object>> judge(String topic, String date, Map<String, ?> input) {
        return topics.judge(Map.of("topic", topic, "date", date, "input", input));
    }
}
