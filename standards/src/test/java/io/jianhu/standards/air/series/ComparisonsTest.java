package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** City means, comparisons between periods, rankings, early application. */
class ComparisonsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-07-01");

    private final RuleBook rules = RuleBook.load();

    @Test
    void a_city_is_the_mean_of_its_stations_and_not_the_worst_of_them() {
        Judgement<Statistic> city = city(30, 40, 50, 60);
        assertThat(city.getValue().findValid()).contains(Fraction.of(45, 1));
        assertThat(city.unverified()).extracting(rule -> rule.id()).containsExactly("HJ663-2013/6/city");
    }

    @Test
    @Clause("HJ 663-2013 6")
    void a_city_needs_three_quarters_of_its_stations() {
        assertThat(city(30, 40, 50, -1).getValue().findValid()).contains(Fraction.of(40, 1));
        Judgement<Statistic> half = city(30, 40, -1, -1);
        assertThat(half.getValue().valid()).isFalse();
        assertThat(half.findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(SeriesFinding.FEW_VALID_STATIONS);
        // 75 % of five is 3.75: four are needed, not three.
        assertThat(city(30, 40, 50, -1, -1).getValue().completeness().needed()).isEqualTo(4);
        assertThat(city().findValue()).isEmpty();
    }

    private Judgement<Statistic> city(int... stations) {
        List<Optional<Fraction>> values = Arrays.stream(stations)
                .mapToObj(value -> value < 0 ? Optional.<Fraction>empty() : Optional.of(Fraction.of(value, 1)))
                .toList();
        return CityValues.of(rules).mean("PM2.5", Averaging.DAY, values, DAY);
    }

    @Test
    @Clause("HJ 663-2013 5")
    void equal_values_share_a_rank_and_the_next_is_left_out() {
        assertThat(rank(Rankings.Order.LOWER_IS_BETTER))
                .extracting(Rankings.Place::rank, Rankings.Place::name)
                .containsExactly(tuple(1, "Lishui"), tuple(2, "Quzhou"), tuple(2, "Shaoxing"), tuple(4, "Huzhou"));
        assertThat(rank(Rankings.Order.HIGHER_IS_BETTER).getFirst().name()).isEqualTo("Huzhou");
    }

    private List<Rankings.Place> rank(Rankings.Order order) {
        return Rankings.of(rules)
                .rank(
                        Map.of(
                                "Shaoxing", new BigDecimal("3.10"),
                                "Lishui", new BigDecimal("2.20"),
                                "Quzhou", new BigDecimal("3.1"),
                                "Huzhou", new BigDecimal("3.4")),
                        order)
                .getValue();
    }

    @Test
    void nothing_and_impossible_values_are_not_ranked() {
        assertThat(Rankings.of(rules)
                        .rank(Map.of(), Rankings.Order.LOWER_IS_BETTER)
                        .findValue())
                .isEmpty();
        assertThat(Rankings.of(rules)
                        .rank(Map.of("a", BigDecimal.ONE.negate()), Rankings.Order.LOWER_IS_BETTER)
                        .findValue())
                .isEmpty();
    }

    @Test
    void the_same_half_year_is_compared() {
        PeriodComparisons.Change change =
                compare("2024-01-01", "2024-06-30", "2023-01-01", "2023-06-30").getValue();
        assertThat(change.difference()).isEqualByComparingTo("-4");
        assertThat(change.percent()).isEqualByComparingTo("-12.5");
    }

    /** January to February ends on the 29th in one year and on the 28th in the next: still the same two months. */
    @Test
    void a_leap_day_does_not_make_periods_unlike() {
        assertThat(compare("2024-01-01", "2024-02-29", "2023-01-01", "2023-02-28")
                        .findValue())
                .isPresent();
    }

    @Test
    void other_parts_of_the_calendar_are_refused() {
        assertThat(codes(compare("2024-01-01", "2024-06-30", "2023-01-01", "2023-12-31")))
                .containsExactly(SeriesFinding.PERIODS_NOT_ALIKE);
        assertThat(codes(compare("2023-01-01", "2023-06-30", "2024-01-01", "2024-06-30")))
                .containsExactly(SeriesFinding.PERIODS_NOT_ALIKE);
    }

    @Test
    @Clause("GB 3095-2012 2018 年修改单")
    void another_reference_state_and_other_limits_are_warned_of() {
        Judgement<PeriodComparisons.Change> change = compare("2019-01-01", "2019-12-31", "2017-01-01", "2017-12-31");
        assertThat(change.findValue()).isPresent();
        assertThat(codes(change)).containsExactly(SeriesFinding.REFERENCE_STATE_DIFFERS);
        assertThat(codes(compare("2031-01-01", "2031-12-31", "2030-01-01", "2030-12-31")))
                .containsExactly(SeriesFinding.LIMITS_DIFFER);
    }

    @Test
    void other_stations_are_named() {
        PeriodFigure now = figure("2024-01-01", "2024-12-31", "28", Set.of("A", "B"));
        PeriodFigure before = figure("2023-01-01", "2023-12-31", "32", Set.of("A", "C"));
        Judgement<PeriodComparisons.Change> change = PeriodComparisons.of(rules).compare(now, before);
        assertThat(change.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(SeriesFinding.STATIONS_DIFFER);
            assertThat(finding.actual()).contains("B", "C").doesNotContain("A");
        });
    }

    private Judgement<PeriodComparisons.Change> compare(String from, String to, String beforeFrom, String beforeTo) {
        return PeriodComparisons.of(rules)
                .compare(figure(from, to, "28", Set.of("A")), figure(beforeFrom, beforeTo, "32", Set.of("A")));
    }

    private static PeriodFigure figure(String from, String to, String value, Set<String> stations) {
        return new PeriodFigure(LocalDate.parse(from), LocalDate.parse(to), new BigDecimal(value), stations, true);
    }

    private static List<Object> codes(Judgement<?> judgement) {
        return judgement.findings().stream()
                .<Object>map(finding -> finding.code())
                .toList();
    }

    @Test
    @Clause("环发[2012]11号 二")
    void early_application_covers_the_cities_of_its_provinces_and_no_others() {
        LocalDate day = LocalDate.parse("2014-06-01");
        assertThat(ruleDay(day, "330602")).isEqualTo("2016-01-01");
        assertThat(ruleDay(day, "440106")).isEqualTo("2016-01-01");
        assertThat(ruleDay(day, "440500")).isEqualTo(day);
        assertThat(ruleDay(day.plusYears(1), "440500")).isEqualTo("2016-01-01");
        assertThat(ruleDay(LocalDate.parse("2012-12-31"), "110000")).isEqualTo("2012-12-31");
        assertThat(ruleDay(LocalDate.parse("2016-05-01"), "110000")).isEqualTo("2016-05-01");
    }

    private LocalDate ruleDay(LocalDate day, String region) {
        return EarlyApplication.of(rules).ruleDay(day, region, new Working());
    }

    @Test
    void a_day_has_24_hours() {
        assertThatThrownBy(() -> new DayHours(Collections.nCopies(23, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
