package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.plan.CompensationIndex.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompensationTest {

    private final Compensation compensation = new Compensation(RuleBook.load());

    private static BigDecimal n(String value) {
        return new BigDecimal(value);
    }

    private static Map<String, BigDecimal> all(String value) {
        return Map.of("CODMn", n(value), "NH3N", n(value), "TN", n(value), "TP", n(value));
    }

    private static Agreement agreement(String text) {
        return Agreement.parse(text).orElseThrow();
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @Test
    @Clause("流域补偿指数 补偿指数 P")
    void an_index_of_exactly_one_lets_the_downstream_side_pay() {
        CompensationIndex index = compensation
                .index(agreement("k0=1, ki=0.25"), all("0.3"), all("0.3"))
                .getValue();
        assertThat(index.index()).isEqualByComparingTo("1");
        assertThat(index.payer()).isEqualTo(Side.DOWNSTREAM);
        assertThat(compensation
                        .index(agreement("k0=0.9, ki=0.25"), all("1"), all("0.9"))
                        .getValue()
                        .payer())
                .as("0.9×(1/0.9) is one although 1/0.9 has no end")
                .isEqualTo(Side.DOWNSTREAM);
    }

    @Test
    @Clause("流域补偿指数 补偿指数 P")
    void rounding_moves_no_money() {
        CompensationIndex index = compensation
                .index(agreement("k0=1, ki=0.25"), all("1.0004"), all("1"))
                .getValue();
        assertThat(index.index()).isEqualByComparingTo("1");
        assertThat(index.payer()).isEqualTo(Side.UPSTREAM);
    }

    @Test
    void an_agreement_reads_one_weight_for_all_or_one_for_each() {
        assertThat(agreement("k0=0.85, ki=0.25").weights()).isEqualTo(all("0.25"));
        assertThat(agreement("k0 = 0.90; k_CODMn=0.22 kNH3N=0.22, TN=0.28, TP=0.28")
                        .weights())
                .isEqualTo(Map.of("CODMn", n("0.22"), "NH3N", n("0.22"), "TN", n("0.28"), "TP", n("0.28")));
        assertThat(Agreement.parse("ki=0.25")).isEmpty();
        assertThat(Agreement.parse("k0=0.85")).isEmpty();
        assertThat(Agreement.parse("GB 3838-2002")).isEmpty();
    }

    @Test
    @Clause({"新安江补偿协议 2012-2014 补偿指数 P", "新安江补偿协议 2015-2017 补偿指数 P", "新安江补偿协议 2018-2020 补偿指数 P"})
    void the_agreement_in_force_is_found_by_the_day() {
        assertThat(compensation.findAgreement(LocalDate.parse("2014-12-31")).map(Agreement::k0))
                .contains(n("0.85"));
        assertThat(compensation.findAgreement(LocalDate.parse("2015-01-01")).map(Agreement::k0))
                .contains(n("0.89"));
        assertThat(compensation.findAgreement(LocalDate.parse("2021-01-01"))).isEmpty();
        assertThat(compensation.listAgreements())
                .allSatisfy(agreement -> assertThat(
                                agreement.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo("1"));
    }

    @Test
    void a_missing_item_a_foreign_item_and_a_reference_of_nothing_are_refused() {
        Agreement agreement = agreement("k0=0.85, ki=0.25");
        assertThat(codes(compensation.index(agreement, Map.of("CODMn", n("1"), "TN", n("1"), "TP", n("1")), all("1"))))
                .containsExactly(CommonFinding.MISSING_INPUT);
        assertThat(codes(compensation.index(agreement, all("1"), all("0")))).containsOnly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(compensation.index(agreement, all("-1"), all("1")))).containsOnly(CommonFinding.NEGATIVE);
        assertThat(codes(compensation.index(
                        new Agreement(n("0.85"), Map.of("TN", n("0.5")), Optional.empty()),
                        Map.of("TN", n("1"), "Cd", n("1")),
                        Map.of("TN", n("1")))))
                .containsExactlyInAnyOrder(PlanFinding.WEIGHTS_NOT_ONE, CommonFinding.UNKNOWN_FACTOR);
    }

    @Test
    @Clause("浙江流域横向补偿 付款方向")
    void the_scheme_of_Zhejiang_looks_at_the_target_and_not_at_an_index() {
        assertThat(compensation.payer(Compensation.TargetResult.MET).getValue()).isEqualTo(Side.DOWNSTREAM);
        assertThat(compensation.payer(Compensation.TargetResult.MISSED).getValue())
                .isEqualTo(Side.UPSTREAM);
    }

    @Test
    void the_index_rests_on_unverified_rows() {
        assertThat(compensation
                        .index(agreement("k0=0.85, ki=0.25"), all("1"), all("1"))
                        .unverified())
                .isNotEmpty();
    }
}
