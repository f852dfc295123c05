package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTopicsTest {

    private static final Topics TOPICS = Topics.of(RuleBook.load());

    @ParameterizedTest
    @CsvSource({
        "2.5, 0, 2",
        "3.5, 0, 4",
        "0.135, 2, 0.14",
        "25.55, 1, 25.6",
        "2.4501, 1, 2.5",
        "-2.5, 0, -2",
        "-0.4, 0, 0",
        "1250, -2, 1200",
        "7, 3, 7.000",
        "1e3, 1, 1000.0"
    })
    void rounding_writes_every_decimal(String x, int decimals, String rounded) {
        Judgement<Map<String, Object>> judgement =
                judge("rounding", Map.of("rule_version", "GB/T 8170"), Map.of("x", x, "decimals", decimals));
        assertThat(judgement.getValue()).containsExactly(Map.entry("value", rounded));
        assertThat(judgement.citations()).extracting(rule -> rule.clause()).contains("3.2.3", "3.3");
        assertThat(judgement.unverified()).isEmpty();
    }

    /** The examples of its tables. */
    @ParameterizedTest
    @Clause("GB/T 8170-2008 3.4")
    @CsvSource({
        "60.25, 0, 0.5, 60.0", "60.38, 0, 0.5, 60.5", "60.28, 0, 0.5, 60.5", "-60.75, 0, 0.5, -61.0",
        "830, -2, 0.2, 840", "842, -2, 0.2, 840", "832, -2, 0.2, 840", "-930, -2, 0.2, -920"
    })
    void rounding_to_half_and_fifth_units(String x, int decimals, String interval, String rounded) {
        assertThat(judge("rounding", Map.of(), Map.of("x", x, "decimals", decimals, "interval", interval))
                        .getValue())
                .containsEntry("value", rounded);
    }

    @Test
    void rounding_refuses_what_it_cannot_mean() {
        assertThat(judge("rounding", Map.of(), Map.of("x", "abc", "decimals", 0))
                        .findValue())
                .isEmpty();
        assertThat(judge("rounding", Map.of(), Map.of("x", "1"))
                        .findings()
                        .getFirst()
                        .code())
                .isEqualTo(CommonFinding.MISSING_INPUT);
        for (String decimals : new String[] {"1.5", "61", "-61", "1e50"}) {
            assertThat(judge("rounding", Map.of(), Map.of("x", "1", "decimals", decimals))
                            .findings()
                            .getFirst()
                            .code())
                    .isEqualTo(CommonFinding.OUT_OF_RANGE);
        }
    }

    @Test
    void units_of_a_gas_follow_the_medium_and_the_day() {
        Map<String, Object> input =
                Map.of("value", 100, "from", "ppm", "to", "mg/m3", "factor", "a21026", "medium", "air");
        assertThat(number(judge("unit_conversion", Map.of("date", "2026-03-01"), input)))
                .isCloseTo(new BigDecimal("261.83"), Assertions.within(new BigDecimal("0.01")));
        assertThat(number(judge("unit_conversion", Map.of("date", "2018-08-31"), input)))
                .isCloseTo(new BigDecimal("285.79"), Assertions.within(new BigDecimal("0.01")));
        assertThat(judge("unit_conversion", Map.of(), input).citations())
                .extracting(rule -> rule.id())
                .containsExactly("GB3095-2026/3/state/gases");
    }

    @Test
    void units_without_need_of_a_factor() {
        assertThat(judge("unit_conversion", Map.of(), Map.of("value", "0.0350", "from", "mg/m³", "to", "ug/m3"))
                        .getValue())
                .containsEntry("value", new BigDecimal("35"))
                .containsEntry("unit", "µg/m³");
        assertThat(number(judge(
                        "unit_conversion",
                        Map.of(),
                        Map.of("value", 10, "from", "mg/m³", "to", "mg/L", "factor", "chla"))))
                .isEqualByComparingTo("0.01");
    }

    @Test
    void units_refuse_with_one_finding() {
        assertThat(judge("unit_conversion", Map.of(), Map.of("value", 1, "from", "mg/L", "to", "mg/m³"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(CommonFinding.UNIT_MISMATCH))
                .satisfies(finding -> assertThat(finding.expected()).contains("µg/L"));
        assertThat(judge("unit_conversion", Map.of(), Map.of("value", 1, "from", "ppm", "to", "mg/m³", "factor", "SO3"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.expected()).contains("SO2"));
        assertThat(judge(
                                "unit_conversion",
                                Map.of(),
                                Map.of("value", 1, "from", "ppm", "to", "mg/m³", "factor", "SO2", "from_K", 0))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void the_edition_of_a_day_with_its_phase() {
        assertThat(judge("edition_on_date", Map.of("date", "2031-01-01"), Map.of("family", "GB 3095"))
                        .getValue())
                .containsEntry("edition", "GB 3095-2026")
                .containsEntry("phase", Optional.of("final"))
                .containsEntry("predecessor", Optional.of("GB 3095-2012"));
        assertThat(judge("edition_on_date", Map.of("date", "2026-02-28 24:00"), Map.of("family", "gb3095-2026"))
                        .getValue())
                .containsEntry("edition", "GB 3095-2012")
                .containsEntry("successor", Optional.of("GB 3095-2026"));
        assertThat(judge("edition_on_date", Map.of("date", "2010-01-01"), Map.of("family", "GB 3095"))
                        .getValue())
                .containsEntry("edition", "GB 3095-1996")
                .containsEntry("rules_held", false);
    }

    @Test
    void before_the_first_edition_there_is_no_guess() {
        assertThat(judge("edition_on_date", Map.of("date", "1970-01-01"), Map.of("family", "GB 3095"))
                        .findings()
                        .getFirst()
                        .code())
                .isEqualTo(CommonFinding.NO_EDITION_ON_DATE);
        assertThat(judge("edition_on_date", Map.of("date", "2026-03-01"), Map.of("family", "GB 3096x"))
                        .findings()
                        .getFirst())
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(CommonFinding.UNKNOWN_RULE_VERSION))
                .satisfies(finding -> assertThat(finding.expected()).contains("GB 3095"));
    }

    private static BigDecimal number(Judgement<Map<String, Object>> judgement) {
        return new BigDecimal(String.valueOf(judgement.getValue().get("value")));
    }

    private static Judgement<Map<String, Object>> judge(
            String topic, Map<String, Object> rules, Map<String, Object> input) {
        Map<String, Object> line = new LinkedHashMap<>(rules);
        line.put("topic", topic);
        line.put("input", input);
        return TOPICS.judge(line);
    }
}
