package io.jianhu.standards.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.emission.Incineration.Waste;
import io.jianhu.standards.emission.Substitution.GasGap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("automatic data of a pollution source")
class EmissionDataTest {

    private final RuleBook rules = RuleBook.load();
    private final DataValidity validity = new DataValidity(rules);
    private final Substitution substitution = new Substitution(rules);
    private final DataMarks marks = new DataMarks(rules);
    private final Incineration incineration = new Incineration(rules);

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<String> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(f -> f.code().name()).toList();
    }

    @Test
    @Clause("HJ 75-2017 有效日均值")
    void have_a_valid_day_from_20_hours_and_say_how_many_are_needed() {
        Judgement<Boolean> day = validity.day(19);
        assertThat(day.getValue()).isFalse();
        assertThat(day.completeness())
                .hasValueSatisfying(c -> assertThat(c.needed()).isEqualTo(20));
        assertThat(validity.day(20).getValue()).isTrue();
        assertThat(codes(validity.day(25))).containsExactly("MORE_THAN_EXPECTED");
        assertThat(codes(validity.hour(61))).containsExactly("MORE_THAN_EXPECTED");
    }

    @Test
    @Clause("HJ 75-2017 有效日均值")
    void of_a_day_can_be_counted_by_the_contradicted_number_which_then_marks_the_result() {
        Judgement<Boolean> day = new DataValidity(rules, "HJ75/valid-day/18").day(18);
        assertThat(day.getValue()).isTrue();
        assertThat(codes(day)).containsExactly("CONTRADICTED_NUMBER");
        assertThat(day.unverified()).extracting(Rule::id).containsExactly("HJ75/valid-day/18");
    }

    @ParameterizedTest
    @CsvSource({
        "2208, 208, 500, 75.00, true",
        "2208, 208, 501, 74.95, false",
        "2208, 0, 0, 100.00, true",
        "10000, 0, 2501, 74.99, false"
    })
    @Clause("HJ 75-2017 数据捕集率")
    void reach_a_capture_rate_without_the_hours_of_shutdown(
            int hours, int stopped, int invalid, String percent, boolean sufficient) {
        DataValidity.CaptureRate rate =
                validity.captureRate(hours, stopped, invalid).getValue();
        assertThat(rate.percent()).isEqualByComparingTo(percent);
        assertThat(rate.sufficient()).isEqualTo(sufficient);
    }

    @Test
    @Clause("HJ 75-2017 停运")
    void of_a_quarter_that_stood_still_have_no_capture_rate() {
        assertThat(codes(validity.captureRate(2208, 2208, 0))).containsExactly("EMPTY_SET");
        assertThat(codes(validity.captureRate(100, 60, 60))).containsExactly("MORE_THAN_EXPECTED");
    }

    @ParameterizedTest
    @CsvSource({"95, 24, 180", "90, 24, 180", "95, 25, 720", "89.9, 1, 2160", "75, 100, 2160"})
    @Clause("HJ 75-2017 表5、表6")
    void are_substituted_by_the_highest_hour_of_a_look_back(String capture, int gap, int lookBack) {
        List<BigDecimal> history =
                IntStream.range(0, 3000).mapToObj(BigDecimal::valueOf).toList();
        SubstitutedAmount rising = substitution
                .gas(GasGap.OUT_OF_CONTROL, n(capture), gap, history)
                .getValue();
        assertThat(rising.used()).isEqualTo(lookBack);
        assertThat(rising.value()).isEqualByComparingTo("2999");
        SubstitutedAmount falling = substitution
                .gas(GasGap.MISSING, n(capture), gap, history.reversed())
                .getValue();
        assertThat(falling.value()).isEqualByComparingTo(Integer.toString(lookBack - 1));
    }

    @Test
    @Clause("HJ 75-2017 表5、表6")
    void are_not_substituted_below_75_percent_of_capture() {
        assertThat(codes(substitution.gas(GasGap.MISSING, n("74.9"), 5, List.of(n("1")))))
                .containsExactly("CAPTURE_TOO_LOW");
        assertThat(codes(substitution.gas(GasGap.MISSING, n("90"), 5, List.of())))
                .containsExactly("EMPTY_SET");
    }

    @Test
    @Clause("HJ 356-2019 无效数据处理")
    void of_pH_are_substituted_by_the_median_and_all_others_by_the_mean() {
        List<BigDecimal> period = List.of(n("7.0"), n("7.2"), n("9.0"));
        assertThat(substitution.water("pH", period).getValue().value()).isEqualByComparingTo("7.2");
        assertThat(substitution
                        .water("COD", List.of(n("30"), n("33"), n("60")))
                        .getValue()
                        .value())
                .isEqualByComparingTo("41");
        assertThat(substitution.water("pH", List.of(n("7"), n("8"))).getValue().value())
                .isEqualByComparingTo("7.5");
        assertThat(codes(substitution.water("pH", List.of(n("15"))))).containsExactly("OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource({
        "hj212, N, USE, JUDGE",
        "hj212, F, STOPPED, EXCLUDE",
        "hj212, D, DROP, EXCLUDE",
        "hj212, T, USE_FLAGGED, JUDGE_FLAGGED",
        "hj212-2005, P, DROP, EXCLUDE",
        "label, missing, DROP, EXCLUDE",
        "label, 数据有效, USE, JUDGE"
    })
    @Clause({"HJ 212-2017 表8", "公告2022年第21号 自动监测设备状态"})
    void carry_marks_whose_effect_is_a_row(String scheme, String code, String statistics, String compliance) {
        DataMark mark =
                new DataMark(scheme, code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        MarkEffect effect = marks.judge(mark, LocalDate.parse("2024-01-01")).getValue();
        assertThat(effect.statistics().name()).isEqualTo(statistics);
        assertThat(effect.compliance().name()).isEqualTo(compliance);
    }

    @Test
    void of_2022_know_no_mark_of_the_rule_of_2023_and_never_an_unknown_one() {
        DataMark fault = DataMark.ofPerson("device", "故障", "甲", LocalDate.parse("2022-06-01"), "故障", "工单 3");
        assertThat(codes(marks.judge(fault, LocalDate.parse("2022-12-31")))).containsExactly("NO_EDITION_ON_DATE");
        assertThat(codes(marks.judge(DataMark.ofFlag("Z"), LocalDate.parse("2024-01-01"))))
                .containsExactly("UNKNOWN_MARK");
    }

    @Test
    void count_the_hours_of_start_up_but_not_of_drying_out() {
        LocalDate day = LocalDate.parse("2024-01-01");
        assertThat(marks.judge(DataMark.ofPerson("incineration", "启炉", "甲", day, "启炉", "曲线"), day)
                        .getValue()
                        .countsHours())
                .isTrue();
        assertThat(marks.judge(DataMark.ofPerson("incineration", "烘炉", "甲", day, "烘炉", "曲线"), day)
                        .getValue()
                        .countsHours())
                .isFalse();
    }

    @Test
    @Clause("生态环境部令第10号 炉膛温度")
    void of_a_furnace_violate_with_the_sixth_five_minutes_below_850() {
        List<BigDecimal> five = Collections.nCopies(5, n("849.9"));
        assertThat(incineration.furnaceDay(five).getValue()).isEqualTo(new Incineration.FurnaceDay(5, false));
        assertThat(incineration.furnaceDay(Collections.nCopies(6, n("849.9"))).getValue())
                .isEqualTo(new Incineration.FurnaceDay(6, true));
        assertThat(incineration.furnaceDay(Collections.nCopies(288, n("850"))).getValue())
                .isEqualTo(new Incineration.FurnaceDay(0, false));
    }

    @Test
    void of_start_up_and_fault_fill_at_most_60_hours_of_a_year() {
        assertThat(incineration.withinYearlyHours(Waste.HAZARDOUS, n("60")).getValue())
                .isTrue();
        assertThat(incineration.withinYearlyHours(Waste.HAZARDOUS, n("60.1")).getValue())
                .isFalse();
        Judgement<Boolean> municipal = incineration.withinYearlyHours(Waste.MUNICIPAL, n("60"));
        assertThat(municipal.unverified()).isNotEmpty();
    }

    @Test
    @Clause("污染源监控做法")
    void have_signs_of_abnormality_with_their_numbers_as_rows() {
        List<AbnormalDataRule> signs = AbnormalDataRule.listRules(rules);
        assertThat(signs).hasSize(12);
        assertThat(signs.getFirst().parameters())
                .hasSize(3)
                .hasEntrySatisfying("air-hours", hours -> assertThat(hours).isEqualByComparingTo("6"));
        assertThat(signs).allSatisfy(sign -> assertThat(sign.name().zh()).isNotEmpty());
    }
}
