package io.jianhu.standards.water;

import static io.jianhu.standards.water.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB/T 14848: groundwater")
@Clause("GB/T 14848-2017")
class GroundwaterTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final Groundwater groundwater = new Groundwater(RuleBook.load());

    private Judgement<SampleGrade<WaterClass>> judge(String... pairs) {
        return groundwater.judge(sample(pairs), Map.of(), DAY);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "pH, 6.5, I",
        "pH, 8.5, I",
        "pH, 6.49, IV",
        "pH, 8.51, IV",
        "pH, 5.5, IV",
        "pH, 9.0, IV",
        "pH, 5.49, V",
        "pH, 9.01, V",
        "hardness, 450, III",
        "hardness, 450.1, IV",
        "hardness, 651, V",
        "NH3N, 0.50, III",
        "NH3N, 0.504, IV",
        "turbidity, 3, I",
        "F, 1.0, I",
        "Hg, 0.0001, I",
        "total_coliform, 3.0, I",
        "total_coliform, 101, V",
        "Tl, 0.0001, I",
        "BaP, 0.003, III",
        "glyphosate, 1400, IV",
        "glyphosate, 1400.1, V"
    })
    @Clause({"GB/T 14848-2017 表1", "GB/T 14848-2017 表2"})
    void has_the_class_of_its_limits_the_better_where_they_are_equal(String factor, String value, WaterClass expected) {
        assertThat(judge(factor, value).getValue().grade()).isEqualTo(expected);
    }

    @Test
    void is_as_bad_as_its_worst_item_and_names_it() {
        SampleGrade<WaterClass> grade = judge("pH", "7.2", "hardness", "380", "NH3N", "0.62", "Mn", "1.2")
                .getValue();
        assertThat(grade.grade()).isEqualTo(WaterClass.IV);
        assertThat(grade.deciding()).extracting(ItemGrade::factor).containsExactly("Mn", "NH3N");
    }

    @Test
    void looks_and_smells_too() {
        assertThat(groundwater
                        .judge(Map.of(), Map.of("odour_taste", Presence.ABSENT), DAY)
                        .getValue()
                        .grade())
                .isEqualTo(WaterClass.I);
        assertThat(groundwater
                        .judge(sample("pH", "7"), Map.of("visible_matter", Presence.PRESENT), DAY)
                        .getValue()
                        .grade())
                .isEqualTo(WaterClass.V);
    }

    @Test
    void has_class_I_surfactants_only_when_none_are_detected() {
        assertThat(judge("LAS", "0.05L").getValue().grade()).isEqualTo(WaterClass.I);
        assertThat(judge("LAS", "0.05").getValue().grade()).isEqualTo(WaterClass.II);
    }

    @Test
    void leaves_an_item_open_whose_detection_limit_is_above_class_I() {
        Judgement<SampleGrade<WaterClass>> judged = judge("pH", "7", "As", "0.007L");
        assertThat(judged.getValue().grade()).isEqualTo(WaterClass.I);
        assertThat(judged.getValue().undecided())
                .singleElement()
                .satisfies(item -> assertThat(item.worst()).isEqualTo(WaterClass.III));
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(WaterFinding.DETECTION_LIMIT_TOO_HIGH);
    }

    @Test
    void asks_for_nuclides_when_radioactivity_is_above_class_III() {
        Judgement<SampleGrade<WaterClass>> judged = judge("gross_alpha", "0.6");
        assertThat(judged.getValue().grade()).isEqualTo(WaterClass.IV);
        assertThat(judged.findings()).extracting(Finding::code).containsExactly(WaterFinding.NUCLIDES_TO_BE_ANALYSED);
        assertThat(judge("gross_beta", "1.0").findings()).isEmpty();
    }

    @Test
    void has_ninety_three_items_two_of_them_without_numbers() {
        assertThat(groundwater.listItems()).hasSize(91);
        assertThat(groundwater.listQualitativeItems()).hasSize(2);
    }

    @Test
    void refuses_nothing_nonsense_and_days_before_the_edition() {
        assertThat(judge().findValue()).isEmpty();
        assertThat(judge("pH", "14.1").findValue()).isEmpty();
        assertThat(judge("DO", "5").findValue())
                .as("the standard has no dissolved oxygen")
                .isEmpty();
        assertThat(groundwater
                        .judge(sample("pH", "7"), Map.of("pH", Presence.ABSENT), DAY)
                        .findValue())
                .isEmpty();
        assertThat(groundwater
                        .judge(sample("pH", "7"), Map.of(), LocalDate.parse("2018-04-30"))
                        .findValue())
                .isEmpty();
    }
}
