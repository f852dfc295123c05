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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the share of good days")
class GoodDaysTest {

    private static final LocalDate NEW = LocalDate.parse("2026-03-01");

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final GoodDays goodDays = GoodDays.of(rules);

    private BigDecimal percent(String good, String valid) {
        return goodDays.judge(n(good), n(valid)).getValue().percent();
    }

    @Test
    @Clause("空气质量公报通行做法 优良天数比例")
    void is_over_valid_days_with_one_decimal() {
        assertThat(percent("332", "366")).isEqualTo(n("90.7"));
        assertThat(percent("27", "29")).as("not 27 of 30, which is 90.0").isEqualTo(n("93.1"));
        assertThat(percent("28", "30")).isEqualTo(n("93.3"));
        assertThat(percent("0", "30")).isEqualTo(n("0.0"));
    }

    @Test
    @Clause("HJ 633-2026 表1")
    void counts_the_days_up_to_100_and_leaves_out_the_days_that_are_not_valid() {
        List<Optional<BigDecimal>> days =
                Arrays.asList(Optional.of(n("100")), Optional.of(n("101")), Optional.empty(), Optional.of(n("50")));
        GoodDays.Share share = goodDays.judgeDays(NEW, days).getValue();
        assertThat(share.good()).isEqualTo(2);
        assertThat(share.valid()).isEqualTo(3);
        assertThat(share.percent()).isEqualTo(n("66.7"));
    }

    @Test
    void is_refused_when_the_counts_cannot_be() {
        assertThat(codes(goodDays.judge(n("31"), n("30")))).containsExactly(AirFinding.MORE_GOOD_THAN_VALID);
        assertThat(codes(goodDays.judge(n("0"), n("0")))).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(codes(goodDays.judge(n("-1"), n("30")))).containsExactly(CommonFinding.NEGATIVE);
        assertThat(codes(goodDays.judge(n("1.5"), n("30")))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(goodDays.judgeDays(NEW, List.of(Optional.empty())))).containsExactly(CommonFinding.EMPTY_SET);
    }
}
