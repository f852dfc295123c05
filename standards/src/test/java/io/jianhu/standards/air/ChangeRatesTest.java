package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a change between two years")
class ChangeRatesTest {

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final ChangeRates changes = ChangeRates.of(rules);

    @Test
    @Clause("空气质量公报通行做法 变化幅度")
    void is_over_the_earlier_one_with_one_decimal() {
        assertThat(changes.judge(n("53"), n("28")).getValue()).isEqualTo(n("-47.2"));
        assertThat(changes.judge(n("28"), n("53")).getValue()).isEqualTo(n("89.3"));
        assertThat(changes.judge(n("28"), n("28")).getValue()).isEqualTo(n("0.0"));
    }

    @Test
    void from_zero_is_refused() {
        assertThat(codes(changes.judge(n("0"), n("28")))).containsExactly(AirFinding.NO_BASE);
        assertThat(codes(changes.judge(n("28"), n("-1")))).containsExactly(CommonFinding.NEGATIVE);
    }
}
