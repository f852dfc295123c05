package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.reading;
import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import io.jianhu.standards.quantity.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB 3838 and 环办[2011]22号: a section")
class SurfaceWaterTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final SurfaceWater water = new SurfaceWater(RuleBook.load());

    private WaterClass classOf(String factor, String value, WaterBody body) {
        return water.judgeItem(factor, reading(value), body, DAY).getValue().grade();
    }

    private Judgement<SectionClass> section(WaterBody body, String... pairs) {
        return water.judgeSection(sample(pairs), body, DAY);
    }

    private static List<String> codes(Judgement<?> judgement) {
        return judgement.findings().stream()
                .map(Finding::code)
                .map(code -> code.name())
                .toList();
    }

    @ParameterizedTest(name = "{0} {1} in a {2} is {3}")
    @CsvSource({
        "CODMn, 2, RIVER, I",
        "CODMn, 6.0, RIVER, III",
        "CODMn, 6.1, RIVER, IV",
        "CODMn, 15.1, RIVER, WORSE_THAN_V",
        "NH3N, 0.15, RIVER, I",
        "NH3N, 1.01, RIVER, IV",
        "TP, 0.2, RIVER, III",
        "TP, 0.2, LAKE, V",
        "TP, 0.025, LAKE, II",
        "TP, 0.026, LAKE, III",
        "TN, 1.2, LAKE, IV",
        "Hg, 0.00005, RIVER, I",
        "Hg, 0.00006, RIVER, III",
        "fecal_coliform, 10000, RIVER, III",
        "fecal_coliform, 40001, LAKE, WORSE_THAN_V"
    })
    @Clause("GB 3838-2002 表1")
    void gives_an_item_the_best_class_whose_limit_it_meets(
            String factor, String value, WaterBody body, WaterClass expected) {
        assertThat(classOf(factor, value, body)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"COD, 15, I", "BOD5, 3, I", "F, 1.0, I", "F, 1.2, IV", "As, 0.05, I", "LAS, 0.2, I", "Cd, 0.004, II"})
    @Clause("GB 3838-2002 表1")
    void takes_the_better_class_where_adjacent_limits_are_equal(String factor, String value, WaterClass expected) {
        assertThat(classOf(factor, value, WaterBody.RIVER)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "DO {0} is {1}")
    @CsvSource({
        "7.5, I",
        "7.4, II",
        "6.0, II",
        "5.9, III",
        "5, III",
        "3, IV",
        "2, V",
        "1.9, WORSE_THAN_V",
        "0, WORSE_THAN_V"
    })
    @Clause("GB 3838-2002 表1")
    void asks_for_at_least_so_much_oxygen(String value, WaterClass expected) {
        assertThat(classOf("DO", value, WaterBody.RIVER)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "pH {0} is {1}")
    @CsvSource({"6, I", "9, I", "7.5, I", "5.9, WORSE_THAN_V", "9.01, WORSE_THAN_V", "9.3, WORSE_THAN_V"})
    @Clause("GB 3838-2002 表1")
    void has_one_range_of_pH_for_all_classes(String value, WaterClass expected) {
        assertThat(classOf("pH", value, WaterBody.RIVER)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} is judged as {2}: {3}")
    @CsvSource({
        "NH3N, 1.004, 1.00, III",
        "NH3N, 1.005, 1.00, III",
        "NH3N, 1.015, 1.02, IV",
        "NH3N, 1.0050000001, 1.01, IV",
        "COD, 20.05, 20.0, III",
        "TP, 0.2005, 0.200, III",
        "Hg, 0.000004, 0.000004, I"
    })
    @Clause("环办监测函[2020]82号 修约")
    void judges_at_the_decimals_of_the_statistical_rule_rounded_half_to_even(
            String factor, String value, String judged, WaterClass expected) {
        ItemGrade<WaterClass> grade =
                water.judgeItem(factor, reading(value), WaterBody.RIVER, DAY).getValue();
        assertThat(grade.reading()).isEqualTo(reading(judged));
        assertThat(grade.grade()).isEqualTo(expected);
    }

    @Test
    void before_there_were_decimals_judges_the_value_as_given() {
        LocalDate day = LocalDate.parse("2005-01-01");
        assertThat(water.judgeItem("NH3N", reading("1.004"), WaterBody.RIVER, day)
                        .getValue()
                        .grade())
                .isEqualTo(WaterClass.IV);
    }

    @Test
    void has_class_I_oxygen_by_saturation_as_well() {
        assertThat(section(WaterBody.RIVER, "DO", "6.8").getValue().waterClass())
                .isEqualTo(WaterClass.II);
        assertThat(section(WaterBody.RIVER, "DO", "6.8", "DO_saturation", "90")
                        .getValue()
                        .waterClass())
                .isEqualTo(WaterClass.I);
        assertThat(section(WaterBody.RIVER, "DO", "6.8", "DO_saturation", "89.9")
                        .getValue()
                        .waterClass())
                .isEqualTo(WaterClass.II);
    }

    @Test
    @Clause("环办[2011]22号 二(一)1 表1")
    void is_as_bad_as_its_worst_item_and_names_it() {
        SectionClass section = section(WaterBody.RIVER, "CODMn", "4.5", "NH3N", "0.62", "TP", "0.12", "DO", "6.2")
                .getValue();
        assertThat(section.waterClass()).isEqualTo(WaterClass.III);
        assertThat(section.status()).isEqualTo(WaterStatus.GOOD);
        assertThat(section.main()).isEmpty();
        assertThat(section.sample().deciding()).extracting(ItemGrade::factor).containsExactly("CODMn", "NH3N", "TP");
    }

    @Test
    @Clause("环办[2011]22号 一(一)1")
    void never_counts_total_nitrogen_of_a_river_nor_in_the_class_of_a_lake() {
        SectionClass river = section(WaterBody.RIVER, "CODMn", "2", "TN", "12").getValue();
        assertThat(river.waterClass()).isEqualTo(WaterClass.I);
        assertThat(river.reference()).isEmpty();
        SectionClass lake = section(WaterBody.LAKE, "CODMn", "2", "TN", "12", "fecal_coliform", "50000")
                .getValue();
        assertThat(lake.waterClass()).isEqualTo(WaterClass.I);
        assertThat(lake.reference())
                .extracting(ItemGrade::factor, ItemGrade::grade)
                .containsExactly(
                        Tuple.tuple("TN", WaterClass.WORSE_THAN_V),
                        Tuple.tuple("fecal_coliform", WaterClass.WORSE_THAN_V));
    }

    @Test
    void gives_water_temperature_no_class_and_a_river_none_for_total_nitrogen() {
        assertThat(section(WaterBody.RIVER, "CODMn", "2", "water_temp", "38.5")
                        .getValue()
                        .waterClass())
                .isEqualTo(WaterClass.I);
        assertThat(codes(water.judgeItem("water_temp", reading("20"), WaterBody.RIVER, DAY)))
                .containsExactly("NO_RULE");
        assertThat(codes(water.judgeItem("TN", reading("1"), WaterBody.RIVER, DAY)))
                .containsExactly("NO_RULE");
    }

    @Test
    @Clause("环办[2011]22号 一(一)1")
    void evaluates_twenty_one_items() {
        assertThat(section(WaterBody.RIVER, "CODMn", "2")
                        .completeness()
                        .orElseThrow()
                        .expected())
                .isEqualTo(21);
        Map<String, Reading> all = sample();
        water.listItems()
                .forEach(item -> all.put(item.factor(), reading(item.factor().equals("pH") ? "7" : "0.0001")));
        Judgement<SectionClass> judged = water.judgeSection(all, WaterBody.RIVER, LocalDate.parse("2015-06-01"));
        assertThat(judged.getValue().sample().items()).hasSize(21);
        assertThat(judged.findings()).isEmpty();
    }

    @Test
    void names_missing_items_and_judges_by_the_others() {
        Judgement<SectionClass> in2025 = section(WaterBody.RIVER, "CODMn", "2", "pH", "7");
        assertThat(in2025.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(WaterFinding.ITEMS_MISSING);
            assertThat(finding.place()).isEqualTo("DO,NH3N,TP");
        });
        assertThat(in2025.completeness().orElseThrow().isEnough()).isFalse();
        Judgement<SectionClass> in2015 = water.judgeSection(
                sample("pH", "7", "DO", "8", "CODMn", "2", "NH3N", "0.1", "TP", "0.01"),
                WaterBody.RIVER,
                LocalDate.parse("2015-06-01"));
        assertThat(in2015.findings().getFirst().place()).contains("COD,BOD5").doesNotContain("DO,NH3N");
    }

    @Test
    @Clause("环办[2011]22号 二(一)1(3)")
    void orders_main_items_by_class_then_by_multiple_and_stops_at_three() {
        List<MainItem> main = section(
                        WaterBody.RIVER,
                        "COD",
                        "21",
                        "BOD5",
                        "4.4",
                        "NH3N",
                        "1.6",
                        "TP",
                        "0.35",
                        "CODMn",
                        "7",
                        "DO",
                        "2.5")
                .getValue()
                .main();
        assertThat(main).extracting(MainItem::factor).containsExactly("TP", "NH3N", "DO");
        assertThat(main.get(0).multiple()).hasValueSatisfying(x -> assertThat(x).isEqualByComparingTo("0.75"));
        assertThat(main.get(2).multiple()).isEmpty();
    }

    @Test
    @Clause("环办[2011]22号 二(一)1(3)")
    void puts_cyanide_and_heavy_metals_first_even_when_their_class_is_better() {
        List<MainItem> main = section(
                        WaterBody.RIVER, "NH3N", "2.5", "TP", "0.5", "COD", "45", "Zn", "1.2", "Hg", "0.0011")
                .getValue()
                .main();
        assertThat(main).extracting(MainItem::factor).containsExactly("Hg", "Zn", "NH3N");
    }

    @Test
    @Clause("环办[2011]22号 二(一)1(3)")
    void orders_equal_rounded_multiples_by_their_exact_values() {
        List<MainItem> main = section(WaterBody.RIVER, "CODMn", "6.1", "oil", "0.4", "S2", "0.203", "BOD5", "4.1")
                .getValue()
                .main();
        assertThat(main).extracting(MainItem::factor).containsExactly("oil", "BOD5", "CODMn");
    }

    @Test
    void has_no_main_items_while_not_worse_than_class_III() {
        assertThat(section(WaterBody.RIVER, "NH3N", "1.0", "Pb", "0.05")
                        .getValue()
                        .main())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({"1, 优, 蓝", "4, 优, 蓝", "6, 良好, 绿", "10, 轻度污染, 黄", "15, 中度污染, 橙", "16, 重度污染, 红"})
    @Clause("环办[2011]22号 二(一)1 表1")
    void has_a_status_and_a_colour(String permanganate, String status, String colour) {
        SectionClass section = section(WaterBody.RIVER, "CODMn", permanganate).getValue();
        assertThat(section.status().title().zh()).isEqualTo(status);
        assertThat(section.colour().zh()).isEqualTo(colour);
    }

    @Test
    @Clause("GB 3838-2002 表1")
    void holds_a_value_below_detection_against_limits_and_never_takes_it_for_zero() {
        assertThat(classOf("Hg", "0.00004L", WaterBody.RIVER)).isEqualTo(WaterClass.I);
        Judgement<ItemGrade<WaterClass>> open = water.judgeItem("phenol", reading("0.01L"), WaterBody.RIVER, DAY);
        assertThat(open.findValue()).isEmpty();
        assertThat(codes(open)).containsExactly("DETECTION_LIMIT_TOO_HIGH");
    }

    @Test
    void leaves_an_item_open_whose_detection_limit_is_too_high_and_warns_only_where_it_could_matter() {
        Judgement<SectionClass> mayBeWorse = section(WaterBody.RIVER, "CODMn", "1.5", "phenol", "0.01L");
        assertThat(mayBeWorse.getValue().waterClass()).isEqualTo(WaterClass.I);
        assertThat(mayBeWorse.getValue().sample().undecided()).singleElement().satisfies(open -> {
            assertThat(open.best()).isEqualTo(WaterClass.I);
            assertThat(open.worst()).isEqualTo(WaterClass.IV);
        });
        assertThat(codes(mayBeWorse)).contains("DETECTION_LIMIT_TOO_HIGH");
        Judgement<SectionClass> cannotMatter = section(WaterBody.RIVER, "CODMn", "9", "phenol", "0.01L", "Cu", "0.05L");
        assertThat(codes(cannotMatter).stream().filter("DETECTION_LIMIT_TOO_HIGH"::equals))
                .as("against class III the phenol stays open, the copper does not")
                .hasSize(1);
        assertThat(section(WaterBody.RIVER, "phenol", "0.01L").findValue()).isEmpty();
    }

    @Test
    void knows_that_little_oxygen_below_detection_is_still_too_little() {
        assertThat(classOf("DO", "0.5L", WaterBody.RIVER)).isEqualTo(WaterClass.WORSE_THAN_V);
        assertThat(water.judgeItem("DO", reading("2.5L"), WaterBody.RIVER, DAY).findValue())
                .isEmpty();
    }

    @Test
    void refuses_what_cannot_be_water() {
        assertThat(codes(section(WaterBody.RIVER, "NH3N", "-0.1"))).containsExactly("NEGATIVE");
        assertThat(codes(section(WaterBody.RIVER, "pH", "15"))).containsExactly("OUT_OF_RANGE");
        assertThat(codes(section(WaterBody.RIVER, "pH", "2L"))).containsExactly("BELOW_DETECTION_HAS_NO_MEANING");
        assertThat(codes(section(WaterBody.RIVER, "PM2.5", "35"))).containsExactly("UNKNOWN_FACTOR");
        assertThat(codes(section(WaterBody.RIVER))).containsExactly("EMPTY_SET");
        assertThat(section(WaterBody.RIVER, "NH3N", "-0.1", "CODMn", "2").findValue())
                .isEmpty();
        assertThat(section(WaterBody.LAKE, "TN", "1").findValue())
                .as("reference items alone make no class")
                .isEmpty();
    }

    @Test
    void has_no_rule_before_the_first_edition_nor_a_status_before_2011() {
        assertThat(water.judgeItem("CODMn", reading("2"), WaterBody.RIVER, LocalDate.parse("2002-05-31"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
        assertThat(water.judgeItem("CODMn", reading("2"), WaterBody.RIVER, LocalDate.parse("2002-06-01"))
                        .findValue())
                .isPresent();
        assertThat(water.judgeSection(sample("CODMn", "2"), WaterBody.RIVER, LocalDate.parse("2011-03-08"))
                        .findValue())
                .isEmpty();
        assertThat(water.judgeSection(sample("CODMn", "2"), WaterBody.RIVER, LocalDate.parse("2011-03-09"))
                        .findValue())
                .isPresent();
    }

    @Test
    void cites_its_rows_and_may_alarm() {
        Judgement<SectionClass> judged = section(WaterBody.RIVER, "NH3N", "1.35", "DO", "8");
        assertThat(judged.citations())
                .extracting(Rule::id)
                .contains("GB3838-2002/T1/NH3N", "GB3838-2002/T1/DO", "HB22-2011/status/IV", "HB22-2011/main/count");
        assertThat(judged.unverified()).isEmpty();
        assertThat(judged.mayAlarm(Trust.verifiedOnly())).isTrue();
    }

    @Test
    void shows_its_working_with_the_limit_that_decided() {
        Judgement<SectionClass> judged = section(WaterBody.RIVER, "NH3N", "1.354", "DO", "1.9");
        assertThat(((Judgement.Judged<SectionClass>) judged).working())
                .extracting(step -> step.formula())
                .contains("1.35 ≤ 1.5 → IV", "1.9 not ≥ 2 → 劣V");
    }

    @Test
    void meets_its_zone_or_exceeds_it_by_multiples_of_the_target() {
        Map<String, Reading> sample = sample("CODMn", "4.5", "NH3N", "0.62", "TP", "0.12", "DO", "5.2", "COD", "14");
        Attainment second = water.judgeAttainment(sample, WaterBody.RIVER, WaterClass.II, DAY)
                .getValue();
        assertThat(second.attains()).isFalse();
        assertThat(second.exceeding()).extracting(MainItem::factor).containsExactly("NH3N", "TP", "CODMn", "DO");
        assertThat(second.exceeding().get(0).multiple())
                .hasValueSatisfying(x -> assertThat(x).isEqualByComparingTo("0.24"));
        assertThat(second.exceeding().get(3).multiple()).isEqualTo(Optional.empty());
        assertThat(water.judgeAttainment(sample, WaterBody.RIVER, WaterClass.III, DAY)
                        .getValue()
                        .attains())
                .isTrue();
    }
}
