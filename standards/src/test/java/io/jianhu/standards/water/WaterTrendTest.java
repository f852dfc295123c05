package io.jianhu.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("环办[2011]22号: the change of water")
@Clause("环办[2011]22号 三(二)")
class WaterTrendTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");

    private final WaterTrend trend = new WaterTrend(RuleBook.load());

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "GOOD, GOOD, 无明显变化",
        "GOOD, EXCELLENT, 有所好转",
        "LIGHT, EXCELLENT, 明显好转",
        "GOOD, LIGHT, 有所下降",
        "EXCELLENT, HEAVY, 明显下降"
    })
    void by_levels_of_status(WaterStatus before, WaterStatus after, String expected) {
        assertThat(trend.judgeLevels(before, after, DAY).getValue().trend().zh())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "good {0} to {2}, worst {1} to {3}: {4}")
    @CsvSource({
        "70, 10, 80, 10, 无明显变化",
        "70, 10, 80, 9.9, 有所好转",
        "70, 10, 85, 5, 有所好转",
        "70, 10, 85, 4.9, 明显好转",
        "80, 5, 70, 5, 无明显变化",
        "80, 5, 70, 5.1, 有所下降",
        "80, 5, 60, 25, 明显下降",
        "50, 10, 60, 20, 无明显变化"
    })
    void by_shares_of_good_and_worst_sections(
            BigDecimal goodBefore,
            BigDecimal worstBefore,
            BigDecimal goodAfter,
            BigDecimal worstAfter,
            String expected) {
        assertThat(trend.judgeShares(
                                new WaterTrend.Shares(goodBefore, worstBefore),
                                new WaterTrend.Shares(goodAfter, worstAfter),
                                DAY)
                        .getValue()
                        .trend()
                        .zh())
                .isEqualTo(expected);
    }

    @Test
    void raises_no_alarm_until_a_person_trusts_the_rule() {
        Judgement<WaterTrend.Change> judged = trend.judgeLevels(WaterStatus.GOOD, WaterStatus.LIGHT, DAY);
        assertThat(judged.unverified()).isNotEmpty();
        assertThat(judged.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(judged.mayAlarm(new Trust(Set.of("环办[2011]22号")))).isTrue();
    }

    @Test
    void refuses_shares_that_cannot_be() {
        WaterTrend.Shares possible = new WaterTrend.Shares(BigDecimal.TEN, BigDecimal.ONE);
        assertThat(trend.judgeShares(
                                possible, new WaterTrend.Shares(BigDecimal.valueOf(90), BigDecimal.valueOf(11)), DAY)
                        .findValue())
                .isEmpty();
        assertThat(trend.judgeShares(new WaterTrend.Shares(BigDecimal.valueOf(-1), BigDecimal.ONE), possible, DAY)
                        .findValue())
                .isEmpty();
    }
}
