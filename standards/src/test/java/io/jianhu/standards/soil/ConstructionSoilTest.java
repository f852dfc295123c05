package io.jianhu.standards.soil;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("GB 36600-2018: development land")
class ConstructionSoilTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final LocalDate DAY = LocalDate.parse("2024-04-01");
    private final ConstructionSoil soil = new ConstructionSoil(RULES);

    private static Map<String, Reading> content(String item, String value) {
        return Map.of(item, new Reading.Measured(new BigDecimal(value)));
    }

    private Judgement<ConstructionVerdict> judge(LandClass land, Map<String, Reading> contents) {
        return soil.judge(new ConstructionSample(Optional.of(land), contents, Map.of()), DAY);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST,Pb,400,NEGLIGIBLE", "FIRST,Pb,400.1,DETAILED_SURVEY", "FIRST,Pb,800,DETAILED_SURVEY",
        "FIRST,Pb,800.1,CONTROL_OR_REMEDIATION", "SECOND,Pb,800,NEGLIGIBLE", "SECOND,Pb,2500.5,CONTROL_OR_REMEDIATION",
        "FIRST,CrVI,3,NEGLIGIBLE", "SECOND,苯,4.1,DETAILED_SURVEY", "FIRST,PCDD/F,0.00002,DETAILED_SURVEY"
    })
    @Clause({"GB 36600-2018 表1", "GB 36600-2018 表2"})
    void the_class_of_land_chooses_the_values_and_a_content_on_a_value_does_not_exceed_it(
            LandClass land, String item, String value, ConstructionRisk risk) {
        assertThat(judge(land, content(item, value)).getValue().risk()).isEqualTo(risk);
    }

    @Test
    void where_both_values_are_equal_there_is_no_detailed_survey_in_between() {
        assertThat(judge(LandClass.FIRST, content("1,2-二氯苯", "560")).getValue().risk())
                .isEqualTo(ConstructionRisk.NEGLIGIBLE);
        assertThat(judge(LandClass.FIRST, content("1,2-二氯苯", "560.1"))
                        .getValue()
                        .risk())
                .isEqualTo(ConstructionRisk.CONTROL_OR_REMEDIATION);
    }

    @Test
    @Clause("GB 36600-2018 5.2")
    void land_of_undecided_use_counts_as_first_class_and_says_so() {
        Judgement<ConstructionVerdict> judgement =
                soil.judge(new ConstructionSample(Optional.empty(), content("Pb", "500"), Map.of()), DAY);
        assertThat(judgement.getValue().land()).isEqualTo(LandClass.FIRST);
        assertThat(judgement.getValue().risk()).isEqualTo(ConstructionRisk.DETAILED_SURVEY);
        assertThat(codes(judgement)).containsExactly(SoilFinding.USE_NOT_DECIDED);
    }

    @Test
    @Clause("GB 36600-2018 表1 注①")
    void arsenic_within_the_background_of_the_place_is_not_managed_as_contaminated() {
        Map<String, BigDecimal> background = Map.of("As", BigDecimal.valueOf(30));
        Judgement<ConstructionVerdict> within =
                soil.judge(new ConstructionSample(Optional.of(LandClass.FIRST), content("As", "30"), background), DAY);
        Judgement<ConstructionVerdict> above =
                soil.judge(new ConstructionSample(Optional.of(LandClass.FIRST), content("As", "31"), background), DAY);
        assertThat(within.getValue().risk()).isEqualTo(ConstructionRisk.NEGLIGIBLE);
        assertThat(within.getValue().deciding().isBackground()).isTrue();
        assertThat(above.getValue().risk()).isEqualTo(ConstructionRisk.DETAILED_SURVEY);
    }

    @Test
    @Clause({"GB 36600-2018 表1 注①", "GB 36600-2018 表2 注①"})
    void the_background_explains_no_lead() {
        Judgement<ConstructionVerdict> judgement = soil.judge(
                new ConstructionSample(
                        Optional.of(LandClass.FIRST), content("Pb", "500"), Map.of("Pb", BigDecimal.valueOf(600))),
                DAY);
        assertThat(judgement.getValue().risk()).isEqualTo(ConstructionRisk.DETAILED_SURVEY);
    }

    @ParameterizedTest
    @CsvSource({"As", "砷", "Arsenic", "arsenic", "7440-38-2"})
    void an_item_goes_by_symbol_name_or_cas_number(String name) {
        assertThat(judge(LandClass.SECOND, content(name, "61")).getValue().listExceeded())
                .containsExactly("As");
    }

    @Test
    void impossible_input_is_refused_with_a_finding() {
        assertThat(codes(judge(LandClass.FIRST, content("Zn", "1")))).containsExactly(CommonFinding.UNKNOWN_FACTOR);
        assertThat(codes(judge(LandClass.FIRST, content("Pb", "-1")))).containsExactly(CommonFinding.NEGATIVE);
        assertThat(codes(judge(LandClass.FIRST, Map.of()))).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(judge(LandClass.FIRST, Map.of()).findValue()).isEmpty();
    }

    @Test
    @Clause({"GB 36600-2018 表1", "GB 36600-2018 表2"})
    void the_tables_hold_45_basic_and_40_other_items_whose_values_rise_from_class_to_class_and_kind_to_kind() {
        List<Rule> rows = RULES.getTable("soil-construction-limits").rows();
        assertThat(rows).hasSize(85);
        assertThat(rows.stream().filter(row -> row.clause().equals("表1"))).hasSize(45);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.getNumber("screening1")).isLessThanOrEqualTo(row.getNumber("screening2"));
            assertThat(row.getNumber("intervention1")).isLessThanOrEqualTo(row.getNumber("intervention2"));
            assertThat(row.getNumber("screening1")).isLessThanOrEqualTo(row.getNumber("intervention1"));
            assertThat(row.getNumber("screening2")).isLessThanOrEqualTo(row.getNumber("intervention2"));
        });
    }

    @Test
    void a_dirtier_sample_never_asks_for_less_and_first_class_land_never_for_less_than_second() {
        long seed = 366002018L;
        Random random = new Random(seed);
        List<String> items = soil.listItems();
        for (int round = 0; round < 300; round++) {
            Map<String, Reading> contents = new LinkedHashMap<>();
            for (int i = 0; i < 5; i++) {
                contents.put(
                        items.get(random.nextInt(items.size())),
                        new Reading.Measured(BigDecimal.valueOf(random.nextInt(1, 1_000_000), random.nextInt(1, 8))));
            }
            ConstructionVerdict verdict = judge(LandClass.SECOND, contents).getValue();
            assertThat(judge(LandClass.FIRST, contents).getValue().risk())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(verdict.risk());
            contents.replaceAll((_, reading) -> reading instanceof Reading.Measured(BigDecimal value)
                    ? new Reading.Measured(value.multiply(BigDecimal.valueOf(3)))
                    : reading);
            assertThat(judge(LandClass.SECOND, contents).getValue().risk())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(verdict.risk());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "R,FIRST",
        "R2,FIRST",
        "A33,FIRST",
        "A31,SECOND",
        "A5,FIRST",
        "M2,SECOND",
        "G1-community,FIRST",
        "G1,SECOND"
    })
    @Clause("GB 36600-2018 4.1")
    void a_planned_use_belongs_to_a_class_by_its_longest_code(String code, LandClass land) {
        Judgement<LandClass> judgement = new LandUses(RULES).classOf(code);
        assertThat(judgement.getValue()).isEqualTo(land);
        assertThat(judgement.unverified()).isNotEmpty();
        assertThat(new LandUses(RULES).classOf("X").findValue()).isEmpty();
    }
}
