package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.plan.PlanTargets.Outcome;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReductionsTest {

    private static final RuleBook RULES = RuleBook.load();
    private final Reductions reductions = new Reductions(RULES);
    private final PlanTargets targets = new PlanTargets(RULES);

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }

    @Test
    @Clause("绍兴市生态环境保护十四五规划 表2")
    void a_reduction_ratio_is_a_share_of_the_base_year() {
        assertThat(reductions.ratio(n("52000"), n("6100")).getValue()).isEqualByComparingTo("11.73");
        assertThat(reductions.ratio(n("0"), n("1")).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(reductions.ratio(n("10"), n("11")).findings())
                .extracting(Finding::code)
                .containsExactly(PlanFinding.PARTS_EXCEED_TOTAL);
    }

    @Test
    @Clause("绍兴市生态环境保护十四五规划 表2")
    void intensity_may_fall_while_the_emission_rises() {
        assertThat(reductions
                        .intensityDrop(n("4200"), n("6000"), n("4300"), n("7700"))
                        .getValue())
                .isEqualByComparingTo("20.22");
        assertThat(reductions
                        .intensityDrop(n("100"), n("100"), n("110"), n("100"))
                        .getValue())
                .isEqualByComparingTo("-10");
        assertThat(reductions.intensityDrop(n("1"), n("0"), n("1"), n("1")).findValue())
                .isEmpty();
    }

    @Test
    @Clause("规划指标计算 百分点")
    void percentage_points_are_not_percent() {
        Reductions.ShareChange change =
                reductions.shareChange(n("84.7"), n("90.7")).getValue();
        assertThat(change.points()).isEqualByComparingTo("6.0");
        assertThat(change.relative()).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("7.1"));
        assertThat(reductions.shareChange(n("0"), n("5")).getValue().relative()).isEmpty();
        assertThat(reductions.shareChange(n("0"), n("101")).findValue()).isEmpty();
    }

    @Test
    @Clause("生态流量 满足程度")
    void ecological_flow_passes_from_ninety_percent_of_the_days() {
        List<BigDecimal> ten = Stream.concat(Collections.nCopies(9, n("5")).stream(), Stream.of(n("4.99")))
                .toList();
        Reductions.FlowSatisfaction flow =
                reductions.ecologicalFlow(ten, n("5")).getValue();
        assertThat(flow.percent()).isEqualByComparingTo("90.0");
        assertThat(flow.isPassed()).isTrue();
        assertThat(reductions
                        .ecologicalFlow(ten.subList(1, 10), n("5"))
                        .getValue()
                        .isPassed())
                .isFalse();
        assertThat(reductions.ecologicalFlow(List.of(), n("5")).findValue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3,30,ATTAINED",
        "3,30.1,MISSED",
        "4,90,ATTAINED",
        "4,89.9,MISSED",
        "5,1,ATTAINED",
        "5,0,MISSED",
        "12,55.14,ATTAINED",
        "12,55.13,MISSED",
        "20,17.06,ATTAINED"
    })
    @Clause("绍兴市生态环境保护十四五规划 表2")
    void an_indicator_is_held_against_the_target_of_the_plan(int number, BigDecimal value, Outcome outcome) {
        assertThat(targets.judge(number, value, Optional.empty()).getValue().outcome())
                .isEqualTo(outcome);
    }

    @Test
    @Clause("绍兴市生态环境保护十四五规划 表2")
    void a_target_that_the_province_sets_has_to_be_given() {
        assertThat(targets.judge(7, n("5.2"), Optional.empty()).findings())
                .extracting(Finding::code)
                .containsExactly(PlanFinding.PROVINCIAL_TARGET_NEEDED);
        assertThat(targets.judge(7, n("5.2"), Optional.of(n("5"))).getValue().gap())
                .isEqualByComparingTo("0.2");
        assertThat(targets.judge(23, n("5"), Optional.empty()).findValue()).isEmpty();
        assertThat(targets.listTargets()).hasSize(22);
    }
}
