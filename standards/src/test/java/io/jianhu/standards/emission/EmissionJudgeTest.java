package io.jianhu.standards.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Unit;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a value held against its limit")
class EmissionJudgeTest {

    private static final LocalDate DAY = LocalDate.parse("2024-03-05");

    private final RuleBook rules = RuleBook.load();
    private final EmissionJudge judge = new EmissionJudge(rules);

    private static Outlet sewageWorks() {
        return Outlet.of(EmissionMedium.WATER)
                .withStandard("GB 18918")
                .withRegion("320500")
                .with("level", "1A");
    }

    private static Outlet powerUnit() {
        return Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 13223")
                .withRegion("330600")
                .with("facility", "boiler")
                .with("fuel", "coal")
                .with("built", "2019-01-01");
    }

    private static EmissionValue measured(String value, LimitBasis basis) {
        return EmissionValue.of(new Reading.Measured(new BigDecimal(value)), basis, DAY);
    }

    private Judgement<EmissionVerdict> judge(Outlet outlet, String factor, EmissionValue value) {
        return judge.judge(outlet, factor, value, ValueChoice.CONVERTED);
    }

    private static List<String> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(f -> f.code().name()).toList();
    }

    @Test
    @Clause("GB 13223-2011 4.3")
    void at_9_percent_oxygen_30_mg_of_SO2_is_37_5_at_6_percent_and_exceeds_35() {
        Judgement<EmissionVerdict> judgement =
                judge(powerUnit(), "SO2", measured("30", LimitBasis.HOUR).withOxygen(new BigDecimal("9")));
        EmissionVerdict verdict = judgement.getValue();
        assertThat(verdict.converted()).hasValueSatisfying(c -> assertThat(c).isEqualByComparingTo("37.5"));
        assertThat(verdict.exceeded()).isTrue();
        assertThat(verdict.multiple()).hasValueSatisfying(m -> assertThat(m).isEqualByComparingTo("0.07"));
        assertThat(judgement.citations()).extracting(Rule::id).contains("DB33/2147-2018/T1/II/SO2");
        assertThat(judgement.mayAlarm(Trust.verifiedOnly())).isTrue();
    }

    @Test
    void is_not_judged_without_the_oxygen_that_the_limit_needs() {
        assertThat(codes(judge(powerUnit(), "SO2", measured("30", LimitBasis.HOUR))))
                .containsExactly("MISSING_INPUT");
        assertThat(codes(judge(
                        powerUnit(), "SO2", measured("30", LimitBasis.HOUR).withOxygen(new BigDecimal("21")))))
                .containsExactly("OXYGEN_NOT_BELOW_AIR");
    }

    @ParameterizedTest
    @CsvSource({"50, false", "50.4, false", "50.5, false", "50.51, true", "51, true"})
    void is_rounded_once_half_to_even_to_the_decimals_of_the_limit_and_complies_on_it(String value, boolean exceeded) {
        assertThat(judge(sewageWorks(), "COD", measured(value, LimitBasis.DAY))
                        .getValue()
                        .exceeded())
                .isEqualTo(exceeded);
    }

    @ParameterizedTest
    @CsvSource({"5.4, true", "6, false", "7.5, false", "9, false", "9.6, true"})
    void of_pH_lies_inside_the_range_and_has_no_multiple(String value, boolean exceeded) {
        EmissionVerdict verdict =
                judge(sewageWorks(), "pH", measured(value, LimitBasis.DAY)).getValue();
        assertThat(verdict.exceeded()).isEqualTo(exceeded);
        assertThat(verdict.multiple()).isEmpty();
    }

    @Test
    void that_cannot_exist_is_a_finding() {
        assertThat(codes(judge(sewageWorks(), "pH", measured("15", LimitBasis.DAY))))
                .containsExactly("OUT_OF_RANGE");
        assertThat(codes(judge(sewageWorks(), "COD", measured("-1", LimitBasis.DAY))))
                .containsExactly("NEGATIVE");
    }

    @Test
    void is_read_in_the_unit_of_the_limit_and_refused_where_the_unit_measures_something_else() {
        EmissionValue micrograms = measured("49000", LimitBasis.DAY).withUnit(Unit.ofSymbol("µg/L"));
        assertThat(judge(sewageWorks(), "COD", micrograms).getValue().exceeded())
                .isFalse();
        assertThat(codes(judge(
                        sewageWorks(), "COD", measured("49", LimitBasis.DAY).withUnit(Unit.ofSymbol("mg/m³")))))
                .contains("UNIT_MISMATCH");
    }

    @Test
    void of_a_rate_is_held_against_the_rate_and_not_against_the_concentration() {
        Outlet stack = Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 16297")
                .withRegion("320500")
                .with("built", "2000-01-01")
                .with("level", "2")
                .with("stack_m", "15")
                .with("stack_clear", "yes");
        assertThat(codes(judge(stack, "toluene", measured("3.2", LimitBasis.HOUR))))
                .containsExactly("MISSING_INPUT");
        EmissionVerdict rate = judge(
                        stack, "toluene", measured("3.2", LimitBasis.HOUR).withUnit(Unit.ofSymbol("kg/h")))
                .getValue();
        assertThat(rate.limit().describe()).isEqualTo("≤ 3.1 kg/h");
        assertThat(rate.exceeded()).isTrue();
        EmissionVerdict concentration = judge(
                        stack, "toluene", measured("39", LimitBasis.HOUR).withUnit(Unit.ofSymbol("mg/m³")))
                .getValue();
        assertThat(concentration.exceeded()).isFalse();
    }

    @Test
    void of_an_hour_is_no_exceedance_where_the_standard_asks_for_the_day() {
        assertThat(codes(judge(sewageWorks(), "COD", measured("500", LimitBasis.HOUR))))
                .containsExactly("AVERAGING_MISMATCH");
    }

    @Test
    void below_detection_complies_unless_the_method_is_too_coarse() {
        EmissionValue fine = EmissionValue.of(new Reading.BelowDetection(new BigDecimal("4")), LimitBasis.DAY, DAY);
        assertThat(judge(sewageWorks(), "COD", fine).getValue().exceeded()).isFalse();
        EmissionValue coarse = EmissionValue.of(new Reading.BelowDetection(new BigDecimal("60")), LimitBasis.DAY, DAY);
        assertThat(codes(judge(sewageWorks(), "COD", coarse))).containsExactly("DETECTION_LIMIT_ABOVE_LIMIT");
    }

    @Test
    void of_a_substance_that_must_not_be_detected_exceeds_by_being_detected() {
        Outlet works = sewageWorks();
        assertThat(judge(works, "alkylmercury", measured("0.00001", LimitBasis.DAY))
                        .getValue()
                        .exceeded())
                .isTrue();
        EmissionValue none =
                EmissionValue.of(new Reading.BelowDetection(new BigDecimal("0.00001")), LimitBasis.DAY, DAY);
        assertThat(judge(works, "alkylmercury", none).getValue().exceeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "M", "D", "C", "B"})
    @Clause("HJ 212-2017 表8")
    void that_its_device_flags_as_no_measurement_is_no_evidence(String flag) {
        EmissionValue value = measured("500", LimitBasis.DAY).withMarks(List.of(DataMark.ofFlag(flag)));
        assertThat(codes(judge(sewageWorks(), "COD", value))).containsExactly("MARKED_INVALID");
    }

    @Test
    void that_a_person_set_by_hand_is_judged_and_says_so() {
        EmissionValue value = measured("500", LimitBasis.DAY).withMarks(List.of(DataMark.ofFlag("S")));
        Judgement<EmissionVerdict> judgement = judge(sewageWorks(), "COD", value);
        assertThat(judgement.getValue().exceeded()).isTrue();
        assertThat(codes(judgement)).containsExactly("FLAGGED_VALUE");
    }

    @Test
    @Clause("公告2022年第21号")
    void marked_with_who_when_why_and_evidence_is_excluded_and_a_mark_without_them_has_no_effect() {
        DataMark complete = DataMark.ofPerson("device", "maintenance", "李四", DAY.plusDays(1), "季度校验", "校验记录 7 号");
        DataMark without = DataMark.ofPerson("device", "maintenance", "李四", DAY.plusDays(1), "季度校验", " ");
        EmissionValue high = measured("500", LimitBasis.DAY);
        assertThat(codes(judge(sewageWorks(), "COD", high.withMarks(List.of(complete)))))
                .containsExactly("MARKED_INVALID");
        Judgement<EmissionVerdict> judged = judge(sewageWorks(), "COD", high.withMarks(List.of(without)));
        assertThat(judged.getValue().exceeded()).isTrue();
        assertThat(codes(judged)).containsExactly("MARK_INCOMPLETE");
    }

    @Test
    @Clause("公告2022年第21号 标记时限")
    void marked_after_the_deadline_waits_for_an_officer() {
        DataMark late = DataMark.ofPerson("device", "fault", "李四", DAY.plusDays(2), "故障", "照片");
        Judgement<EmissionVerdict> judgement =
                judge(sewageWorks(), "COD", measured("500", LimitBasis.DAY).withMarks(List.of(late)));
        assertThat(codes(judgement)).containsExactly("MARK_LATE", "MARK_NEEDS_INDUSTRY_RULE");
        assertThat(judgement.unverified()).extracting(Rule::id).contains("mark/deadline");
    }

    @Test
    @Clause("GB 18484-2020")
    void of_dust_during_start_up_of_a_hazardous_waste_furnace_is_held_against_150() {
        Outlet furnace = Outlet.of(EmissionMedium.GAS).withStandard("GB 18484").with("built", "2022-01-01");
        DataMark startUp = DataMark.ofPerson("incineration", "start-up", "王五", DAY, "启炉", "DCS 曲线");
        EmissionValue dust = measured("120", LimitBasis.HOUR)
                .withOxygen(new BigDecimal("11"))
                .withMarks(List.of(startUp));
        assertThat(judge(furnace, "PM", dust).getValue().exceeded()).isFalse();
        assertThat(judge(furnace, "PM", dust.withMarks(List.of())).getValue().exceeded())
                .isTrue();
        assertThat(codes(judge(
                        furnace,
                        "SO2",
                        measured("900", LimitBasis.HOUR)
                                .withOxygen(new BigDecimal("11"))
                                .withMarks(List.of(startUp)))))
                .containsExactly("MARKED_INVALID");
    }

    @Test
    @Clause("HJ 75-2017 有效日均值")
    void of_a_day_with_too_few_hours_is_not_judged() {
        EmissionValue day = measured("500", LimitBasis.DAY).withCompleteness(new Completeness(19, 24, 20));
        assertThat(codes(judge(sewageWorks(), "COD", day))).containsExactly("NOT_ENOUGH_DATA");
    }

    @Test
    void keeps_both_and_takes_the_higher_where_a_rule_asks_for_the_stricter() {
        EmissionValue value = measured("40", LimitBasis.HOUR).withOxygen(new BigDecimal("3"));
        EmissionVerdict converted =
                judge.judge(powerUnit(), "SO2", value, ValueChoice.CONVERTED).getValue();
        EmissionVerdict stricter =
                judge.judge(powerUnit(), "SO2", value, ValueChoice.STRICTER).getValue();
        assertThat(converted.exceeded()).isFalse();
        assertThat(stricter.exceeded()).isTrue();
        assertThat(stricter.converted()).isEqualTo(converted.converted());
    }

    @Test
    @Clause("HJ 75-2017 表5、表6")
    void is_never_a_substituted_amount_no_method_takes_one() {
        Stream<Class<?>> types = Stream.of(
                EmissionJudge.class, EmissionValue.class, EmissionVerdict.class, Incineration.class, Reading.class);
        assertThat(types.flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method ->
                                Arrays.stream(method.getParameterTypes()).map(p -> List.of(method, p))))
                .noneMatch(pair -> pair.get(1) == SubstitutedAmount.class);
        assertThat(SubstitutedAmount.class.getDeclaredMethods())
                .extracting(Method::getReturnType)
                .doesNotContain(Reading.class, EmissionValue.class);
    }

    @Test
    @Clause("生态环境部令第10号 日均值")
    void of_the_five_items_decides_the_day_of_an_incinerator() {
        Incineration incineration = new Incineration(rules);
        Outlet furnace = Outlet.of(EmissionMedium.GAS).withStandard("GB 18484").with("built", "2022-01-01");
        assertThat(incineration
                        .exceededDailyMeans(
                                furnace,
                                Map.of(
                                        "SO2", new Reading.Measured(new BigDecimal("81")),
                                        "HCl", new Reading.Measured(new BigDecimal("50"))),
                                new BigDecimal("11"),
                                DAY)
                        .getValue())
                .containsExactly("SO2");
    }
}
