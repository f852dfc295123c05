package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the topics of water")
class WaterTopicsTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final String BOTH = "GB 3838-2002 + 环办[2011]22号";

    private final Topics topics = Topics.of(RULES);

    private Map<String, Object> ask(String topic, String version, Map<String, ?> input) {
        return judge(topic, version, input).getValue();
    }

    private Judgement<Map<String, Object>> judge(String topic, String version, Map<String, ?> input) {
        return topics.judge(Map.of("topic", topic, "rule_version", version, "input", input));
    }

    private static void assertMain(Map<String, Object> result, Object... pairs) {
        List<?> main = (List<?>) Objects.requireNonNull(result.get("main"));
        assertThat(main).hasSize(pairs.length / 2);
        for (int i = 0; i < main.size(); i++) {
            List<?> item = (List<?>) main.get(i);
            assertThat(item.get(0)).isEqualTo(pairs[2 * i]);
            assertThat(((Optional<?>) item.get(1))
                            .map(x -> ((BigDecimal) x).stripTrailingZeros().toPlainString()))
                    .isEqualTo(pairs[2 * i + 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake", "reservoir", "Reservoir", "湖库", "湖、库", "湖泊", "水库"})
    void total_phosphorus_of_a_reservoir_by_any_of_its_names_has_the_limits_of_lakes(String name) {
        assertThat(ask("water_class", BOTH, Map.of("TP", "0.06", "water_body", name)))
                .containsEntry("class", "IV");
        assertThat(ask("water_class", BOTH, Map.of("TP", "0.06", "water_body", "河流")))
                .containsEntry("class", "II");
    }

    @Test
    void main_items_of_a_basin_are_refused_for_too_few_sections_first() {
        assertThat(judge("basin_main", BOTH, Map.of("water_body", "river", "sections", List.of(Map.of("TP", "0.3"))))
                        .findings()
                        .getFirst()
                        .code()
                        .name())
                .isEqualTo("TOO_FEW_SECTIONS");
    }

    @Test
    void sections_may_be_counted_under_the_Roman_numerals_of_Unicode() {
        assertThat(ask("basin_status", BOTH, Map.of("Ⅱ", 6, "劣Ⅴ", 4)))
                .isEqualTo(ask("basin_status", BOTH, Map.of("II", 6, "劣V", 4)))
                .containsEntry("status", "重度污染");
    }

    @Test
    void WC_01_total_nitrogen_does_not_count_for_a_river() {
        Map<String, Object> result = ask(
                "water_class",
                BOTH,
                Map.of(
                        "BOD5",
                        "1.8",
                        "COD",
                        12,
                        "CODMn",
                        "2.9",
                        "DO",
                        "7.8",
                        "NH3N",
                        "0.21",
                        "TN",
                        "2.8",
                        "TP",
                        "0.06",
                        "pH",
                        "7.6",
                        "water_body",
                        "river"));
        assertThat(result)
                .containsOnlyKeys("class", "main", "status")
                .containsEntry("class", "II")
                .containsEntry("status", "优");
        assertMain(result);
    }

    @Test
    void WC_03_oxygen_is_a_main_item_without_a_multiple() {
        Map<String, Object> result = ask(
                "water_class",
                BOTH,
                Map.of(
                        "BOD5",
                        "3.4",
                        "COD",
                        24,
                        "CODMn",
                        "5.1",
                        "DO",
                        "3.9",
                        "NH3N",
                        "1.35",
                        "TP",
                        "0.18",
                        "pH",
                        "7.2",
                        "water_body",
                        "river"));
        assertThat(result).containsEntry("class", "IV").containsEntry("status", "轻度污染");
        assertMain(result, "NH3N", Optional.of("0.35"), "COD", Optional.of("0.2"), "DO", Optional.empty());
    }

    @Test
    void WC_04_a_lake_has_a_stricter_limit_of_total_phosphorus() {
        Map<String, Object> sample = Map.of(
                "BOD5",
                "1.6",
                "COD",
                14,
                "CODMn",
                "3.2",
                "DO",
                "8.0",
                "NH3N",
                "0.12",
                "TN",
                "1.2",
                "TP",
                "0.06",
                "pH",
                "8.1",
                "water_body",
                "lake");
        Map<String, Object> result = ask("water_class", BOTH, sample);
        assertThat(result).containsEntry("class", "IV").containsEntry("status", "轻度污染");
        assertMain(result, "TP", Optional.of("0.2"));
    }

    @Test
    void WC_06_values_on_the_limit_comply() {
        Map<String, Object> result = ask(
                "water_class",
                BOTH,
                Map.of(
                        "BOD5",
                        3,
                        "COD",
                        15,
                        "CODMn",
                        "4.0",
                        "DO",
                        "6.0",
                        "NH3N",
                        "0.5",
                        "TP",
                        "0.1",
                        "pH",
                        "7.0",
                        "water_body",
                        "river"));
        assertThat(result).containsEntry("class", "II").containsEntry("status", "优");
        assertMain(result);
    }

    @Test
    void takes_every_item_of_the_table_below_detection_too_and_leaves_trophic_parameters_aside() {
        Map<String, Object> result = ask(
                "water_class",
                BOTH,
                Map.of(
                        "Hg",
                        "0.00004L",
                        "CN",
                        "0.3",
                        "phenol",
                        "0.004",
                        "fecal_coliform",
                        90000,
                        "chla",
                        40,
                        "SD",
                        "0.3",
                        "water_temp",
                        "-0.1",
                        "water_body",
                        "lake"));
        assertThat(result).containsEntry("class", "劣V").containsEntry("status", "重度污染");
        assertMain(result, "CN", Optional.of("0.5"));
    }

    @Test
    void an_impossible_sample_is_refused_with_a_remedy() {
        Judgement<Map<String, Object>> refused =
                judge("water_class", BOTH, Map.of("pH", 15, "CODMn", 2, "water_body", "river"));
        assertThat(refused.findValue()).isEmpty();
        assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code().remedy().en()).isNotBlank());
    }

    static Stream<Arguments> basins() {
        return Stream.of(
                Arguments.of(Map.of("I", 1, "II", 5, "III", 3, "IV", 1), "90.0", "0.0", "优"),
                Arguments.of(Map.of("II", 10, "III", 5, "IV", 3, "V", 2), "75.0", "0.0", "良好"),
                Arguments.of(Map.of("II", 3, "III", 2, "IV", 2, "V", 1, "劣V", 2), "50.0", "20.0", "中度污染"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("basins")
    void BS_01_to_04_a_basin_by_shares(Map<String, Object> sections, String good, String worst, String status) {
        assertThat(ask("basin_status", "环办[2011]22号", sections))
                .isEqualTo(Map.of(
                        "share_I_III", new BigDecimal(good), "share_worse_V", new BigDecimal(worst), "status", status));
    }

    @Test
    void BS_06_the_share_of_city_sections() {
        assertThat(ask("water_share", "环办[2011]22号", Map.of("good", 128, "sections", 128)))
                .isEqualTo(Map.of("share_I_III_pct", new BigDecimal("100.0")));
        assertThat(judge("water_share", "环办[2011]22号", Map.of("good", "1.5", "sections", 128))
                        .findValue())
                .isEmpty();
    }

    @Test
    void TLI_01_a_lake_with_all_parameters() {
        Map<String, Object> result =
                ask("TLI", "环办[2011]22号", Map.of("CODMn", "4.0", "SD", "1.0", "TN", "1.0", "TP", "0.05", "chla", 10));
        assertThat(result).containsOnlyKeys("TLI", "class", "single").containsEntry("class", "中营养");
        assertThat((BigDecimal) result.get("TLI")).isCloseTo(new BigDecimal("48.02"), within(new BigDecimal("0.02")));
        assertThat(result.get("single"))
                .isEqualTo(Map.of(
                        "CODMn", new BigDecimal("37.98"),
                        "SD", new BigDecimal("51.18"),
                        "TN", new BigDecimal("54.53"),
                        "TP", new BigDecimal("45.71"),
                        "chla", new BigDecimal("50.01")));
    }

    @Test
    void TLI_04_the_weights() {
        assertThat(ask("TLI_weights", "环办[2011]22号", Map.of()))
                .isEqualTo(Map.of(
                        "CODMn", new BigDecimal("0.1834"),
                        "SD", new BigDecimal("0.1834"),
                        "TN", new BigDecimal("0.1790"),
                        "TP", new BigDecimal("0.1879"),
                        "chla", new BigDecimal("0.2663")));
    }

    @Test
    void below_five_sections_a_basin_goes_by_means() {
        assertThat(judge("basin_status", "环办[2011]22号", Map.of("II", 4)).findValue())
                .isEmpty();
        assertThat(ask(
                        "basin_mean",
                        BOTH,
                        Map.of(
                                "water_body",
                                "river",
                                "sections",
                                List.of(Map.of("NH3N", "0.4"), Map.of("NH3N", "1.9")))))
                .containsEntry("class", "IV");
    }

    @Test
    void answers_the_examples_that_every_topic_shows() {
        for (Topic topic : WaterTopics.list(RULES)) {
            assertThat(topic.examples()).as(topic.name()).isNotEmpty();
            for (Map<String, Object> example : topic.examples()) {
                Judgement<Map<String, Object>> judged =
                        topics.judge(Map.of("topic", topic.name(), "date", "2025-06-01", "input", example));
                assertThat(judged.findValue())
                        .as("%s %s %s", topic.name(), example, judged.findings())
                        .isPresent();
                assertThat(judged.citations()).as(topic.name()).isNotEmpty();
            }
        }
    }

    @Test
    void drinking_source_and_others_give_plain_results() {
        Map<String, Object> source = ask(
                "drinking_source",
                BOTH,
                Map.of(
                        "water_body",
                        "lake",
                        "TP",
                        "0.02",
                        "TN",
                        "2.6",
                        "Mn",
                        "0.12",
                        "items",
                        Arrays.asList("TP", "Mn")));
        assertThat(source)
                .containsEntry("attains", false)
                .containsEntry("judged", 2)
                .containsEntry("reference", Map.of("TN", "劣V"));
        assertThat(ask("section_attainment", BOTH, Map.of("water_body", "river", "target", "II", "NH3N", "0.62")))
                .containsEntry("attains", false)
                .containsEntry("class", "III");
        assertThat(ask("boundary_section", "浙江交接断面考核(2013)", Map.of("target", "met", "change", "better")))
                .isEqualTo(Map.of("grade", "优秀"));
    }
}
