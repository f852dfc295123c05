package io.jianhu.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.statistics.SpearmanTrend.Direction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Clause("HJ 663-2013 附录B")
class SpearmanTrendsTest {

    private final SpearmanTrends trends = SpearmanTrends.of(RuleBook.load());

    @Test
    void five_years_of_falling_values_are_a_significant_decrease() {
        SpearmanTrend trend = trends.judge(numbers(38, 37, 35, 31, 28), numbers(2016, 2017, 2018, 2019, 2020))
                .getValue();
        assertThat(trend.coefficient()).hasValueSatisfying(rs -> assertThat(rs).isEqualByComparingTo("-1"));
        assertThat(trend.critical()).isEqualByComparingTo("0.9");
        assertThat(trend.direction()).isEqualTo(Direction.DECREASE);
    }

    /** One swap among five gives exactly the critical value 0.9; in binary fractions 1 - 6*2/120 is not 0.9 for sure. */
    @Test
    @Clause("HJ 663-2013 附录B")
    void a_coefficient_on_the_critical_value_is_significant() {
        SpearmanTrend trend = trends.judge(numbers(1, 2, 3, 5, 4)).getValue();
        assertThat(trend.coefficient()).hasValueSatisfying(rs -> assertThat(rs).isEqualByComparingTo("0.9"));
        assertThat(trend.direction()).isEqualTo(Direction.INCREASE);
        assertThat(trends.judge(numbers(2, 1, 3, 5, 4)).getValue().direction()).isEqualTo(Direction.NONE);
    }

    @Test
    void years_out_of_order_are_sorted_by_their_number() {
        assertThat(trends.judge(numbers(28, 38, 31, 37, 35), numbers(2020, 2016, 2019, 2017, 2018))
                        .getValue()
                        .direction())
                .isEqualTo(Direction.DECREASE);
    }

    @Test
    void ties_share_their_rank_and_say_so() {
        Judgement<SpearmanTrend> judgement = trends.judge(numbers(1, 2, 2, 4, 5, 6));
        // ranks 1, 2.5, 2.5, 4, 5, 6: Σd² = 0.5
        assertThat(judgement.getValue().coefficient())
                .hasValueSatisfying(rs -> assertThat(rs).isEqualByComparingTo("0.9857142857"));
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(StatisticsFinding.TIED_VALUES);
            assertThat(finding.expected()).isEqualTo("rs 0.9856");
        });
    }

    /** Put into the formula with average ranks, 14 equal values give rs = 0.5, above the critical 0.456. */
    @Test
    void a_flat_series_has_no_trend() {
        Judgement<SpearmanTrend> judgement = trends.judge(numbers(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7));
        assertThat(judgement.getValue().direction()).isEqualTo(Direction.NONE);
        assertThat(judgement.getValue().coefficient()).isEmpty();
    }

    @Test
    @Clause("HJ 663-2013 附录B")
    void fewer_than_five_periods_have_no_trend() {
        Judgement<SpearmanTrend> judgement = trends.judge(numbers(1, 2, 3, 4));
        assertThat(judgement.findValue()).isEmpty();
        assertThat(judgement.findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(CommonFinding.NOT_ENOUGH_DATA);
    }

    @Test
    void eleven_periods_are_judged_by_the_stricter_value_of_ten() {
        Judgement<SpearmanTrend> judgement = trends.judge(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        assertThat(judgement.getValue().critical()).isEqualByComparingTo("0.564");
        assertThat(judgement.findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(StatisticsFinding.CRITICAL_VALUE_OF_FEWER);
    }

    @Test
    void twelve_periods_lean_on_an_old_table_and_are_marked() {
        assertThat(trends.judge(numbers(IntStream.rangeClosed(1, 12).toArray())).unverified())
                .extracting(rule -> rule.id())
                .containsExactly("HJ663-2013/B/critical/12");
    }

    @Test
    void a_year_that_occurs_twice_and_columns_of_two_lengths_are_refused() {
        assertThat(trends.judge(numbers(1, 2, 3, 4, 5), numbers(2016, 2017, 2017, 2019, 2020))
                        .findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(StatisticsFinding.REPEATED_PERIOD);
        assertThat(trends.judge(numbers(1, 2, 3, 4, 5), numbers(2016, 2017)).findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(StatisticsFinding.LENGTHS_DIFFER);
    }

    private static List<BigDecimal> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }
}
