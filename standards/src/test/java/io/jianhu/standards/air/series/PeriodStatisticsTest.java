package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.statistics.Fraction;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PeriodStatisticsTest {

    private final PeriodStatistics statistics = PeriodStatistics.of(RuleBook.load());

    @Test
    @Clause("GB 3095-2012 表4")
    void a_month_needs_27_days_and_february_25() {
        assertThat(month("2025-04", 26).valid()).isFalse();
        assertThat(month("2025-04", 27).valid()).isTrue();
        assertThat(month("2025-02", 24).valid()).isFalse();
        assertThat(month("2025-02", 25).valid()).isTrue();
    }

    /** 324 days alone are not enough: here 335 are valid, but a month has 26. */
    @Test
    @Clause("GB 3095-2012 表4")
    void a_year_needs_324_days_and_every_month() {
        PeriodStatistic year = year("PM2.5", day -> !(day.getMonthValue() == 6 && day.getDayOfMonth() > 26));
        assertThat(year.completeness().have()).isEqualTo(361);
        assertThat(year.invalidMonths()).containsExactly(YearMonth.parse("2025-06"));
        assertThat(year.valid()).isFalse();

        // 27 of every month, 25 of February: every month is valid, and 322 days are still too few.
        PeriodStatistic sparse = year("PM2.5", day -> day.getDayOfMonth() <= (day.getMonthValue() == 2 ? 25 : 27));
        assertThat(sparse.invalidMonths()).isEmpty();
        assertThat(sparse.completeness().have()).isEqualTo(322);
        assertThat(sparse.valid()).isFalse();
    }

    @Test
    @Clause("GB 3095-2012 表4")
    void a_year_of_lead_needs_60_days_five_in_every_month() {
        assertThat(year("Pb", day -> day.getDayOfMonth() % 6 == 1 && day.getDayOfMonth() < 30)
                        .valid())
                .isTrue();
        assertThat(year("Pb", day -> day.getDayOfMonth() <= 5).valid()).isTrue();
        assertThat(year("Pb", day -> day.getDayOfMonth() <= (day.getMonthValue() == 3 ? 4 : 6))
                        .valid())
                .isFalse();
    }

    @Test
    @Clause("GB 3095-2012 表4")
    void a_quarter_of_lead_needs_15_days() {
        Period quarter = Period.quarterOf(YearMonth.parse("2025-05"));
        assertThat(judge("Pb", quarter, day -> day.getDayOfMonth() <= 5)
                        .getValue()
                        .valid())
                .isTrue();
        assertThat(judge("Pb", quarter, day -> day.getDayOfMonth() <= 4)
                        .getValue()
                        .valid())
                .isFalse();
    }

    @Test
    void winter_begins_in_december_and_january_belongs_to_it() {
        Period winter = Period.seasonOf(YearMonth.parse("2026-01"));
        assertThat(winter).isEqualTo(Period.season(2025, Season.WINTER));
        assertThat(winter.from()).isEqualTo("2025-12-01");
        assertThat(winter.to()).isEqualTo("2026-02-28");
        assertThatThrownBy(() -> new Period(Period.Kind.SEASON, YearMonth.parse("2026-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_season_leans_on_an_unverified_rule_and_says_so() {
        Judgement<PeriodStatistic> season = judge("PM2.5", Period.season(2025, Season.SUMMER), _ -> true);
        assertThat(season.getValue().valid()).isTrue();
        assertThat(season.unverified()).isNotEmpty();
    }

    @Test
    void days_outside_the_period_do_not_count() {
        Map<LocalDate, Fraction> days = days(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"), _ -> true);
        days.put(LocalDate.parse("2026-01-01"), Fraction.of(1_000_000, 1));
        PeriodStatistic year = statistics
                .judge("SO2", Period.year(2025), days, LocalDate.parse("2025-12-31"))
                .getValue();
        assertThat(year.completeness().have()).isEqualTo(365);
        assertThat(year.mean()).contains(Fraction.of(183, 1));
    }

    private PeriodStatistic month(String month, int count) {
        return judge("SO2", Period.month(YearMonth.parse(month)), day -> day.getDayOfMonth() <= count)
                .getValue();
    }

    private PeriodStatistic year(String factor, Predicate<LocalDate> valid) {
        return judge(factor, Period.year(2025), valid).getValue();
    }

    private Judgement<PeriodStatistic> judge(String factor, Period period, Predicate<LocalDate> valid) {
        LocalDate ruleDay = period.to().isAfter(LocalDate.parse("2026-02-28")) ? period.to() : period.from();
        return statistics.judge(factor, period, days(period.from(), period.to(), valid), ruleDay);
    }

    /** The value of a day is its number in the year. */
    private static Map<LocalDate, Fraction> days(LocalDate from, LocalDate to, Predicate<LocalDate> valid) {
        Map<LocalDate, Fraction> days = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (valid.test(day)) {
                days.put(day, Fraction.of(day.getDayOfYear(), 1));
            }
        }
        return days;
    }
}
