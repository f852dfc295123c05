package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a period with sand and dust")
class SandDustTest {

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final SandDust sandDust = SandDust.of(rules);

    private SandDust.Day day(String date, String aqi, String coarse, SandDust.Approval approval) {
        return new SandDust.Day(LocalDate.parse(date), Optional.of(n(aqi)), Map.of("PM10", n(coarse)), approval);
    }

    @Test
    @Clause("环办监测[2016]120号 附件")
    void leaves_out_the_days_whose_record_is_approved() {
        Judgement<SandDust.Assessment> judged = sandDust.judge(List.of(
                day("2025-04-01", "62", "74", SandDust.Approval.NONE),
                day("2025-04-02", "310", "430", SandDust.Approval.APPROVED),
                day("2025-04-03", "120", "190", SandDust.Approval.NONE)));
        SandDust.Assessment assessment = judged.getValue();
        assertThat(assessment.left()).containsExactly(LocalDate.parse("2025-04-02"));
        assertThat(assessment.goodDays().percent()).as("1 of 2").isEqualTo(n("50.0"));
        assertThat(assessment.means()).containsEntry("PM10", n("132"));
        assertThat(judged.unverified())
                .as("the rule's details are not verified")
                .isNotEmpty();
    }

    @Test
    @Clause("环办监测[2016]120号 附件")
    void keeps_the_days_whose_record_is_not_approved_and_says_so() {
        Judgement<SandDust.Assessment> judged = sandDust.judge(List.of(
                day("2025-04-01", "62", "74", SandDust.Approval.NONE),
                day("2025-04-02", "310", "430", SandDust.Approval.APPLIED)));
        assertThat(judged.getValue().left()).isEmpty();
        assertThat(judged.getValue().means()).containsEntry("PM10", n("252"));
        assertThat(judged.getValue().goodDays().percent()).isEqualTo(n("50.0"));
        assertThat(codes(judged)).containsExactly(AirFinding.NOT_APPROVED);
    }

    @Test
    void of_nothing_but_dust_has_no_share() {
        assertThat(sandDust.judge(List.of(day("2025-04-02", "310", "430", SandDust.Approval.APPROVED)))
                        .findValue())
                .isEmpty();
        assertThat(codes(sandDust.judge(List.of()))).containsExactly(CommonFinding.EMPTY_SET);
    }
}
