package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayStatisticsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-07-01");
    private static final BigDecimal LIMIT = BigDecimal.valueOf(160);

    private final DayStatistics statistics = DayStatistics.of(RuleBook.load());

    @Test
    @Clause("GB 3095-2012 表4")
    void an_hour_needs_45_minutes() {
        assertThat(statistics.hour("SO2", 44, DAY).getValue()).isFalse();
        assertThat(statistics.hour("SO2", 45, DAY).getValue()).isTrue();
        assertThat(statistics.hour("SO2", 61, DAY).findValue()).isEmpty();
        assertThat(statistics.hour("SO2", -1, DAY).findValue()).isEmpty();
    }

    @Test
    @Clause("GB 3095-2012 表4")
    void a_day_needs_20_hours() {
        Judgement<Statistic> nineteen = statistics.mean("PM2.5", hours(19, "30"), DAY);
        assertThat(nineteen.getValue().valid()).isFalse();
        assertThat(nineteen.getValue().findValid()).isEmpty();
        assertThat(nineteen.findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(CommonFinding.NOT_ENOUGH_DATA);

        Judgement<Statistic> twenty = statistics.mean("PM2.5", hours(20, "30"), DAY);
        assertThat(twenty.getValue().findValid()).contains(Fraction.of(30, 1));
        assertThat(twenty.citations()).extracting(rule -> rule.id()).containsExactly("GB3095-2012/T4/24h");
    }

    /** Dividing by 24 where 20 hours are valid is the common mistake. */
    @Test
    void a_day_is_divided_by_its_valid_hours() {
        assertThat(statistics.mean("NO2", hours(23, "46"), DAY).getValue().findValid())
                .contains(Fraction.of(46, 1));
    }

    @Test
    @Clause("GB 3095-2012 表4")
    void lead_needs_all_24_hours_of_sampling() {
        assertThat(statistics.mean("Pb", hours(23, "0.1"), DAY).getValue().valid())
                .isFalse();
        assertThat(statistics.mean("Pb", hours(24, "0.1"), DAY).getValue().valid())
                .isTrue();
    }

    @Test
    @Clause("GB 3095-2012 表4")
    void a_window_of_eight_hours_needs_six() {
        assertThat(window(5).valid()).isFalse();
        assertThat(window(6).valid()).isTrue();
        assertThat(window(6).findValid()).contains(Fraction.of(90, 1));
    }

    private Statistic window(int valid) {
        return statistics
                .eightHours("O3", hours(valid, "90").hours().subList(0, 8), DAY)
                .getValue();
    }

    /** Values of the day before would push the window that ends at 01:00 up: only hours of the day itself count. */
    @Test
    @Clause("HJ 663-2013 6.1.2")
    void the_first_window_of_a_day_ends_at_eight() {
        List<Optional<BigDecimal>> hours = filled("10");
        for (int hour = 1; hour <= 8; hour++) {
            hours.set(hour - 1, value("100"));
        }
        assertThat(max(hours).getValue().findValid()).contains(Fraction.of(100, 1));
        assertThat(max(hours).getValue().completeness().have()).isEqualTo(17);
    }

    @Test
    @Clause("HJ 663-2013 6.1.2")
    void a_day_of_ozone_needs_14_windows() {
        assertThat(max(onlyFirst(21, "150")).getValue().completeness().have()).isEqualTo(16);
        // Hours 1 to 19: the windows that end at 08:00 .. 21:00 still hold six of them.
        Statistic fourteen = max(onlyFirst(19, "150")).getValue();
        assertThat(fourteen.completeness().have()).isEqualTo(14);
        assertThat(fourteen.valid()).isTrue();
        Statistic thirteen = max(onlyFirst(18, "150")).getValue();
        assertThat(thirteen.completeness().have()).isEqualTo(13);
        assertThat(thirteen.valid()).isFalse();
    }

    @Test
    @Clause("HJ 663-2013 6.1.2")
    void a_day_of_ozone_with_fewer_windows_is_valid_when_it_exceeds_anyway() {
        assertThat(max(onlyFirst(8, "161")).getValue().findValid()).contains(Fraction.of(161, 1));
        assertThat(max(onlyFirst(8, "160")).getValue().valid()).isFalse();
        // 160.5 rounds half to even to 160, which is the limit.
        assertThat(max(onlyFirst(8, "160.5")).getValue().valid()).isFalse();
        assertThat(max(onlyFirst(8, "160.6")).getValue().valid()).isTrue();
    }

    @Test
    void impossible_hours_are_refused() {
        List<Optional<BigDecimal>> hours = filled("10");
        hours.set(3, value("-1"));
        Judgement<Statistic> judgement = statistics.mean("SO2", new DayHours(hours), DAY);
        assertThat(judgement.findValue()).isEmpty();
        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(CommonFinding.NEGATIVE);
            assertThat(finding.place()).isEqualTo("values[3]");
        });
        assertThat(max(hours).findValue()).isEmpty();
    }

    @Test
    void an_unknown_factor_and_a_day_before_the_standard_are_refused() {
        assertThat(statistics.mean("H2O", hours(24, "1"), DAY).findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(CommonFinding.NO_RULE);
        assertThat(statistics
                        .mean("SO2", hours(24, "1"), LocalDate.parse("2015-12-31"))
                        .findValue())
                .isEmpty();
    }

    private Judgement<Statistic> max(List<Optional<BigDecimal>> hours) {
        return statistics.maxEightHours(new DayHours(hours), LIMIT, DAY);
    }

    private static List<Optional<BigDecimal>> onlyFirst(int count, String value) {
        return hours(count, value).hours();
    }

    private static DayHours hours(int count, String value) {
        List<Optional<BigDecimal>> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(hour < count ? value(value) : Optional.empty());
        }
        return new DayHours(hours);
    }

    private static List<Optional<BigDecimal>> filled(String value) {
        return new ArrayList<>(hours(24, value).hours());
    }

    private static Optional<BigDecimal> value(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
