package io.jianhu.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.water.BoundarySections.Comparison;
import io.jianhu.standards.water.BoundarySections.Decline;
import io.jianhu.standards.water.BoundarySections.Target;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a boundary section of Zhejiang")
@Clause("浙江交接断面考核(2013) 考核等次")
class BoundarySectionsTest {

    private static final LocalDate DAY = LocalDate.parse("2013-12-31");

    private final BoundarySections boundary = new BoundarySections(RuleBook.load());

    private Judgement<Text> judge(Target target, Comparison outflow, Comparison change, Decline decline) {
        return boundary.judge(new BoundarySections.Case(target, outflow, change, decline), DAY);
    }

    @ParameterizedTest(name = "target {0}, outflow {1}, year {2}, {3}: {4}")
    @CsvSource({
        "MET, WORSE, BETTER, NOT_LESS, 优秀",
        "MET, WORSE, WORSE, NOT_LESS, 良好",
        "MET, SAME, WORSE, NOT_LESS, 良好",
        "MISSED, BETTER, BETTER, NOT_LESS, 优秀",
        "MISSED, BETTER, WORSE, NOT_LESS, 良好",
        "MISSED, WORSE, BETTER, NOT_LESS, 合格",
        "MISSED, WORSE, WORSE, NOT_LESS, 不合格",
        "MISSED, WORSE, WORSE, LESS_THAN_INFLOW, 合格"
    })
    void has_the_grade_of_the_decision_table(
            Target target, Comparison outflow, Comparison change, Decline decline, String grade) {
        assertThat(judge(target, outflow, change, decline).getValue().zh()).isEqualTo(grade);
    }

    @Test
    void has_no_grade_where_the_rule_is_silent() {
        assertThat(judge(Target.MET, Comparison.BETTER, Comparison.SAME, Decline.NOT_LESS)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo("change"));
        assertThat(judge(Target.MISSED, Comparison.SAME, Comparison.BETTER, Decline.NOT_LESS)
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).isEqualTo("outflow"));
    }

    @Test
    void says_that_the_rule_is_known_for_2013_only() {
        Judgement<Text> later = boundary.judge(
                new BoundarySections.Case(Target.MET, Comparison.BETTER, Comparison.BETTER, Decline.NOT_LESS),
                LocalDate.parse("2025-12-31"));
        assertThat(later.getValue().zh()).isEqualTo("优秀");
        assertThat(later.findings()).extracting(Finding::code).containsExactly(WaterFinding.RULE_OF_ANOTHER_YEAR);
        assertThat(judge(Target.MET, Comparison.BETTER, Comparison.BETTER, Decline.NOT_LESS)
                        .findings())
                .isEmpty();
        assertThat(boundary.judge(
                                new BoundarySections.Case(
                                        Target.MET, Comparison.BETTER, Comparison.BETTER, Decline.NOT_LESS),
                                LocalDate.parse("2012-12-31"))
                        .findValue())
                .isEmpty();
        assertThat(boundary.listItems(DAY)).containsExactly("CODMn", "NH3N", "TP");
    }
}
