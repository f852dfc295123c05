package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.series.AirYear.Verdict;
import io.jianhu.standards.statistics.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnnualEvaluationsTest {

    private static final String SHAOXING = "330600";
    private static final List<String> SIX = List.of("SO2", "NO2", "CO", "O3", "PM10", "PM2.5");

    private final AnnualEvaluations evaluations = AnnualEvaluations.of(RuleBook.load());

    @Test
    void a_city_attains_when_all_six_items_do() {
        AirYear year = judge(2025, clean()).getValue();
        assertThat(year.verdict()).isEqualTo(Verdict.ATTAINED);
        assertThat(year.items().keySet()).containsExactlyInAnyOrderElementsOf(SIX);
    }

    /** A good annual mean with a bad percentile does not attain: both are needed. */
    @Test
    @Clause({"HJ 663-2013 表1", "HJ 663-2013 附录A"})
    void an_item_needs_mean_and_percentile() {
        Map<String, Map<LocalDate, Fraction>> days = clean();
        // 40 days of 90 and the others of 20: mean 27.67, P95 90.
        days.put("PM2.5", year(2025, day -> Fraction.of(day.getDayOfYear() <= 40 ? 90 : 20, 1)));
        ItemYear item = item(judge(2025, days), "PM2.5");
        assertThat(item.mean().orElseThrow().value()).isEqualByComparingTo("28");
        assertThat(item.mean().orElseThrow().isWithin()).isTrue();
        assertThat(item.percentile().value()).isEqualByComparingTo("90");
        assertThat(item.percentile().exceedMultiple())
                .hasValueSatisfying(b -> assertThat(b).isEqualByComparingTo("0.20"));
        assertThat(item.attained()).contains(false);
        assertThat(item.attainingDays()).isEqualTo(325);
        assertThat(item.attainmentRate()).isEqualByComparingTo("89.0");
        assertThat(judge(2025, days).getValue().verdict()).isEqualTo(Verdict.NOT_ATTAINED);
    }

    @Test
    @Clause("HJ 663-2013 表1")
    void carbon_monoxide_and_ozone_are_evaluated_by_the_percentile_alone() {
        Judgement<AirYear> judgement = judge(2025, clean());
        assertThat(item(judgement, "CO").mean()).isEmpty();
        assertThat(item(judgement, "O3").mean()).isEmpty();
        assertThat(item(judgement, "NO2").mean()).isPresent();
    }

    @Test
    @Clause("GB 3095-2026 表1")
    void the_phase_of_the_last_day_judges_the_year() {
        assertThat(item(judge(2025, allYears(28)), "PM2.5").attained()).contains(true);
        assertThat(item(judge(2030, allYears(28)), "PM2.5").attained()).contains(true);
        assertThat(item(judge(2031, allYears(28)), "PM2.5").attained()).contains(false);
    }

    /** 2026 begins under GB 3095-2012 and ends under GB 3095-2026: a day of 70 attains in February, not in March. */
    @Test
    @Clause({"GB 3095-2026 表1", "HJ 663-2026 表1"})
    void each_day_is_judged_by_its_own_edition_and_the_year_says_that_it_spans_two() {
        Map<String, Map<LocalDate, Fraction>> days = Map.of("PM2.5", year(2026, _ -> Fraction.of(70, 1)));
        Judgement<AirYear> judgement = judge(2026, days);
        assertThat(item(judgement, "PM2.5").attainingDays()).isEqualTo(31 + 28);
        assertThat(item(judgement, "PM2.5").percentile().limit()).isEqualByComparingTo("60");
        assertThat(judgement.findings())
                .extracting(finding -> (Object) finding.code())
                .contains(SeriesFinding.PERIOD_SPANS_EDITIONS);
        assertThat(judge(2025, clean()).findings())
                .extracting(finding -> (Object) finding.code())
                .doesNotContain(SeriesFinding.PERIOD_SPANS_EDITIONS);
    }

    @Test
    void a_missing_or_invalid_item_leaves_the_verdict_open_unless_another_fails() {
        Map<String, Map<LocalDate, Fraction>> days = clean();
        days.remove("PM10");
        assertThat(judge(2025, days).getValue().verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(judge(2025, days).getValue().missing()).containsExactly("PM10");

        days.put("PM10", year(2025, day -> Fraction.of(30, 1)));
        Objects.requireNonNull(days.get("PM10")).keySet().removeIf(day -> day.getMonthValue() == 5);
        assertThat(item(judge(2025, days), "PM10").attained()).isEmpty();
        assertThat(judge(2025, days).getValue().verdict()).isEqualTo(Verdict.INCOMPLETE);

        days.put("SO2", year(2025, _ -> Fraction.of(200, 1)));
        assertThat(judge(2025, days).getValue().verdict()).isEqualTo(Verdict.NOT_ATTAINED);
    }

    @Test
    void a_value_on_the_limit_complies_after_rounding() {
        // 35.5 rounds half to even to 36, 35.4 to 35.
        assertThat(item(judge(2025, Map.of("PM2.5", year(2025, _ -> Fraction.of(354, 10)))), "PM2.5")
                        .attained())
                .contains(true);
        assertThat(item(judge(2025, Map.of("PM2.5", year(2025, _ -> Fraction.of(355, 10)))), "PM2.5")
                        .attained())
                .contains(false);
    }

    /** Rounding the days first would make 34.5 a 34, and their mean as well. */
    @Test
    void days_are_not_rounded_before_they_are_averaged() {
        Map<LocalDate, Fraction> days =
                year(2025, day -> day.getDayOfYear() % 2 == 0 ? Fraction.of(345, 10) : Fraction.of(346, 10));
        assertThat(item(judge(2025, Map.of("PM2.5", days)), "PM2.5")
                        .mean()
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("35");
    }

    @Test
    void the_order_of_the_days_does_not_matter_and_a_dirtier_day_never_helps() {
        long seed = new Random().nextLong();
        System.out.println("AnnualEvaluationsTest seed " + seed);
        Random random = new Random(seed);
        Map<LocalDate, Fraction> days = year(2025, _ -> Fraction.of(random.nextInt(700), random.nextInt(1, 24)));
        List<Fraction> values = new ArrayList<>(days.values());
        Collections.shuffle(values, random);
        Map<LocalDate, Fraction> shuffled = new TreeMap<>();
        days.keySet().forEach(day -> shuffled.put(day, values.removeLast()));
        ItemYear before = item(judge(2025, Map.of("PM2.5", days)), "PM2.5");
        assertThat(item(judge(2025, Map.of("PM2.5", shuffled)), "PM2.5")).isEqualTo(before);
        for (int i = 0; i < 20; i++) {
            LocalDate day = LocalDate.ofYearDay(2025, random.nextInt(1, 366));
            days.computeIfPresent(day, (_, value) -> value.plus(Fraction.of(random.nextInt(1, 100), 1)));
            ItemYear after = item(judge(2025, Map.of("PM2.5", days)), "PM2.5");
            assertThat(after.mean().orElseThrow().value())
                    .isGreaterThanOrEqualTo(before.mean().orElseThrow().value());
            assertThat(after.percentile().value())
                    .isGreaterThanOrEqualTo(before.percentile().value());
            assertThat(after.attainingDays()).isLessThanOrEqualTo(before.attainingDays());
            before = after;
        }
    }

    @Test
    @Clause("环发[2012]11号")
    void a_year_before_the_standard_needs_a_region_that_applied_it_early() {
        Map<String, Map<LocalDate, Fraction>> days = Map.of("PM2.5", year(2014, _ -> Fraction.of(30, 1)));
        Judgement<AirYear> beijing = evaluations.judge(2014, days, AirClass.SECOND, "110000");
        assertThat(item(beijing, "PM2.5").attained()).contains(true);
        assertThat(beijing.citations()).extracting(rule -> rule.id()).contains("HF2012-11/110000");
        Judgement<AirYear> unknown = evaluations.judge(2014, days, AirClass.SECOND, "");
        assertThat(unknown.findValue()).isEmpty();
        assertThat(unknown.findings()).isNotEmpty();
    }

    @Test
    void a_year_without_any_day_is_refused() {
        assertThat(judge(2025, Map.of()).findValue()).isEmpty();
    }

    @Test
    void every_citation_of_a_year_can_be_found_and_the_unverified_are_marked() {
        Judgement<AirYear> judgement = judge(2025, clean());
        assertThat(judgement.citations())
                .extracting(rule -> rule.id())
                .contains(
                        "GB3095-2012/T4/year",
                        "GB3095-2012/T4/month",
                        "GB3095-2012/T1/PM2.5/year",
                        "GB3095-2012/T1/PM2.5/24h",
                        "HJ663-2013/T1/PM2.5",
                        "HJ663-2013/A/percentile");
        assertThat(judgement.unverified())
                .extracting(rule -> rule.id())
                .contains("HJ663-2013/6.1.2/year/CO", "HJ663-2013/6.1.2/year/O3");
    }

    private Judgement<AirYear> judge(int year, Map<String, Map<LocalDate, Fraction>> days) {
        return evaluations.judge(year, days, AirClass.SECOND, SHAOXING);
    }

    private static ItemYear item(Judgement<AirYear> judgement, String factor) {
        return Objects.requireNonNull(judgement.getValue().items().get(factor));
    }

    private static Map<String, Map<LocalDate, Fraction>> clean() {
        Map<String, Map<LocalDate, Fraction>> days = new HashMap<>();
        SIX.forEach(factor -> days.put(factor, year(2025, _ -> Fraction.of(factor.equals("CO") ? 1 : 20, 1))));
        return days;
    }

    private static Map<String, Map<LocalDate, Fraction>> allYears(int value) {
        Map<LocalDate, Fraction> days = new TreeMap<>();
        for (int year : List.of(2025, 2030, 2031)) {
            days.putAll(year(year, _ -> Fraction.of(value, 1)));
        }
        return Map.of("PM2.5", days);
    }

    private static Map<LocalDate, Fraction> year(int year, Function<LocalDate, Fraction> value) {
        Map<LocalDate, Fraction> days = new TreeMap<>();
        for (LocalDate day = LocalDate.ofYearDay(year, 1); day.getYear() == year; day = day.plusDays(1)) {
            days.put(day, value.apply(day));
        }
        return days;
    }
}
