package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a request to a topic")
class TopicsTest {

    private static final Text LABEL = new Text("标签", "label");

    private final List<Request> asked = new ArrayList<>();
    private final RuleBook rules = RuleBook.load();
    private final Topics topics = new Topics(
            rules,
            List.of(new Topics.Group(
                    "test",
                    LABEL,
                    List.of(
                            topic(
                                    "dated",
                                    true,
                                    Input.number("n", LABEL, ""),
                                    Input.concentration("c", LABEL, "mg/L"),
                                    Input.numbers("list", LABEL, ""),
                                    Input.series("series", LABEL, ""),
                                    Input.choice("class", LABEL, List.of(new Input.Choice("1", LABEL))),
                                    Input.of("map", LABEL, Input.Kind.NUMBER_MAP),
                                    Input.of("flag", LABEL, Input.Kind.FLAG),
                                    Input.records(
                                            "rows",
                                            LABEL,
                                            List.of(Input.number("x", LABEL, "").needed()))),
                            topic(
                                    "undated",
                                    false,
                                    Input.number("{name}_{year}", LABEL, ""),
                                    Input.number("target", LABEL, "").needed())))));

    private Topic topic(String name, boolean dated, Input... inputs) {
        return new Topic(name, LABEL, LABEL, dated, Arrays.asList(inputs), List.of(), request -> {
            asked.add(request);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("tenths", new BigDecimal("90.0"));
            result.put("none", Optional.empty());
            return new Working().judged(result);
        });
    }

    private Request ask(String key, Object value) {
        Judgement<Map<String, Object>> judgement =
                topics.judge(Map.of("topic", "dated", "date", "2026-03-01", "input", Map.of(key, value)));
        assertThat(judgement.findings()).isEmpty();
        return asked.getLast();
    }

    private List<String> findings(Map<String, ? extends @Nullable Object> line) {
        Judgement<Map<String, Object>> judgement = topics.judge(line);
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream()
                .map(finding -> finding.code().name() + " " + finding.place())
                .toList();
    }

    private List<String> findings(String key, Object value) {
        return findings(Map.of("topic", "dated", "date", "2026-03-01", "input", Map.of(key, value)));
    }

    @Test
    void gives_plain_values_as_the_calculator_rounded_them_and_the_id_of_the_line() {
        Map<String, @Nullable Object> answer =
                topics.answer(Map.of("id", "A-1", "topic", "dated", "date", "2026-03-01"), Detail.RESULT);
        assertThat(answer).containsEntry("id", "A-1").doesNotContainKey("working");
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("tenths", new BigDecimal("90.0"));
        result.put("none", null);
        assertThat(answer.get("result")).isEqualTo(result);
    }

    @Test
    void to_an_unknown_topic_lists_the_known_ones() {
        assertThat(topics.judge(Map.of("topic", "datd")).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(TopicFinding.UNKNOWN_TOPIC);
                    assertThat(finding.expected()).isEqualTo("dated, undated");
                });
        assertThat(topics.answer(Map.of("topic", "datd"), Detail.RESULT).get("result"))
                .isEqualTo(Map.of("error", "unknown topic"));
    }

    @Test
    void with_an_unknown_key_lists_the_known_ones() {
        assertThat(topics.judge(Map.of(
                                "topic",
                                "undated",
                                "input",
                                Map.of("PM25-2015", BigDecimal.ONE, "target", BigDecimal.ONE)))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.expected()).isEqualTo("{name}_{year}, target"));
        assertThat(findings(Map.of("topic", "dated", "dates", "2026-03-01")))
                .containsExactly("UNKNOWN_INPUT dates", "MISSING_INPUT date");
    }

    @Test
    void without_a_needed_key_or_without_a_date_is_refused() {
        assertThat(findings(Map.of("topic", "undated"))).containsExactly("MISSING_INPUT target");
        assertThat(findings(Map.of("topic", "dated"))).containsExactly("MISSING_INPUT date");
        assertThat(findings(Map.of("topic", "dated", "rule_version", "no such rule")))
                .containsExactly("UNKNOWN_RULE_VERSION rule_version");
        assertThat(findings("rows", List.of(Map.of()))).containsExactly("MISSING_INPUT rows[0].x");
    }

    @ParameterizedTest
    @CsvSource({"0.02L, 0.02", "<0.02, 0.02", "< 0.02, 0.02", "0.020 L, 0.020", "＜1e-3, 0.001"})
    void may_write_a_concentration_below_detection(String text, String limit) {
        assertThat(ask("c", text).findReading("c")).contains(new Reading.BelowDetection(new BigDecimal(limit)));
    }

    @Test
    void may_not_write_a_plain_number_below_detection() {
        assertThat(findings("n", "0.02L")).containsExactly("NOT_A_NUMBER n");
        assertThat(findings("c", "0L")).containsExactly("OUT_OF_RANGE c");
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.50", "' 7 ', 7", "-0.5, -0.5", "2.5e1, 25"})
    void may_write_a_number_as_text(String text, String number) {
        assertThat(ask("n", text).getNumber("n")).isEqualByComparingTo(number);
        assertThat(ask("n", new BigDecimal(text.strip())).getNumber("n")).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({"abc", "1.2.3", "NaN", "Infinity", "'1,5'", "''", "0x10", "1e9999"})
    void with_text_that_is_no_number_is_refused(String text) {
        assertThat(findings("n", text)).containsExactly("NOT_A_NUMBER n");
    }

    @Test
    void with_a_number_too_long_to_be_measured_is_refused_before_it_costs_time() {
        assertThat(findings("n", new BigDecimal("1e999999999"))).containsExactly("OUT_OF_RANGE n");
        assertThat(findings("list", "0..999999999")).containsExactly("TOO_LONG list");
    }

    @Test
    void may_write_numbers_as_a_range_or_as_a_list() {
        assertThat(ask("list", "1..3").listNumbers("list"))
                .isEqualTo(ask("list", List.of(BigDecimal.ONE, "2", 3)).listNumbers("list"))
                .hasSize(3);
        assertThat(ask("list", "3..1").listNumbers("list")).isEmpty();
        assertThat(findings("list", List.of("1", "x"))).containsExactly("NOT_A_NUMBER list[1]");
    }

    @Test
    void may_leave_gaps_in_a_series() {
        assertThat(ask("series", Arrays.asList("1", null)).listSeries("series"))
                .containsExactly(Optional.of(BigDecimal.ONE), Optional.empty());
    }

    @Test
    void may_write_NA_in_a_series_as_HJ_633_2026_publishes_a_missing_value() {
        assertThat(ask("series", List.of("1", "NA")).listSeries("series"))
                .containsExactly(Optional.of(BigDecimal.ONE), Optional.empty());
        assertThat(findings("series", List.of("1", "n/a"))).containsExactly("NOT_A_NUMBER series[1]");
    }

    @ParameterizedTest
    @CsvSource({"标签", "label", " LABEL ", "１"})
    void may_name_a_choice_by_its_label(String name) {
        assertThat(ask("class", name).getText("class")).isEqualTo("1");
    }

    @Test
    void may_write_a_key_in_other_forms_of_its_characters_but_not_twice() {
        assertThat(ask("ｎ", "2").getNumber("n")).isEqualTo(new BigDecimal("2"));
        assertThat(findings(Map.of("topic", "dated", "date", "2026-03-01", "input", Map.of("n", "1", "ｎ", "2"))))
                .hasSize(1)
                .allMatch(finding -> finding.startsWith("UNKNOWN_INPUT"));
    }

    @Test
    void treats_null_as_absent() {
        Map<String, @Nullable Object> input = new HashMap<>();
        input.put("n", null);
        topics.judge(Map.of("topic", "dated", "date", "2026-03-01", "input", input));
        assertThat(asked.getLast().has("n")).isFalse();
    }

    @Test
    void checks_choices_flags_maps_and_records() {
        assertThat(ask("class", new BigDecimal("1")).getText("class")).isEqualTo("1");
        assertThat(findings("class", "3")).containsExactly("UNKNOWN_CHOICE class");
        assertThat(ask("flag", "true").isSet("flag")).isTrue();
        assertThat(ask("flag", "yes").isSet("flag")).isTrue();
        assertThat(ask("flag", "否").isSet("flag")).isFalse();
        assertThat(findings("flag", "perhaps")).containsExactly("WRONG_KIND flag");
        assertThat(ask("map", Map.of("TN", "1.2")).mapNumbers("map")).isEqualTo(Map.of("TN", new BigDecimal("1.2")));
        assertThat(findings("map", Map.of("TN", "x"))).containsExactly("NOT_A_NUMBER map.TN");
        assertThat(findings("map", "x")).containsExactly("WRONG_KIND map");
        assertThat(ask("rows", List.of(Map.of("x", "2")))
                        .listRecords("rows")
                        .getFirst()
                        .getNumber("x"))
                .isEqualTo(new BigDecimal("2"));
        assertThat(findings("rows", List.of(Map.of("y", "2", "x", "1")))).containsExactly("UNKNOWN_INPUT rows[0].y");
        assertThat(findings(Map.of("topic", "dated", "date", "2026-03-01", "input", "x")))
                .containsExactly("WRONG_KIND input");
    }

    @Test
    void finds_every_key_that_a_pattern_stands_for() {
        topics.judge(Map.of(
                "topic", "undated", "input", Map.of("PM2.5_2015", "53", "good_days_2020", "90.7", "target", "1")));
        assertThat(asked.getLast().mapMatches("{name}_{year}")).containsOnlyKeys("PM2.5_2015", "good_days_2020");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01",
        "2026-02-28T15:59:59Z, 2026-02-28",
        "2026-02-28T16:00:00Z, 2026-03-01",
        "2026-02-28T23:59:59+08:00, 2026-02-28",
        "2026-02-28 23:59:59, 2026-02-28"
    })
    void counts_an_instant_as_the_day_it_is_in_china(String date, String day) {
        topics.judge(Map.of("topic", "dated", "date", date));
        assertThat(asked.getLast().day()).isEqualTo(LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "yesterday", "20260301", "2026-3-1"})
    void with_an_impossible_date_is_refused(String date) {
        assertThat(findings(Map.of("topic", "dated", "date", date))).containsExactly("NOT_A_DATE date");
    }

    @Test
    void is_judged_by_its_date_even_where_it_names_a_rule_version() {
        topics.judge(Map.of("topic", "dated", "date", "2026-03-01", "rule_version", "GB 3095-2012"));
        assertThat(asked.getLast().day()).isEqualTo(LocalDate.parse("2026-03-01"));
        assertThat(asked.getLast().ruleVersion()).isEqualTo("GB 3095-2012");
    }

    @Test
    void may_name_the_edition_or_the_year_of_its_rules() {
        topics.judge(Map.of("topic", "dated", "rule_version", "GB 3095-2012"));
        assertThat(asked.getLast().day()).isBetween(LocalDate.parse("2016-01-01"), LocalDate.parse("2026-02-28"));
        topics.judge(Map.of("topic", "dated", "rule_version", "2024 thresholds"));
        assertThat(asked.getLast().day()).isEqualTo(LocalDate.parse("2024-12-31"));
    }
}
