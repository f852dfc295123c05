package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Clause({"GB 3095-2012", "GB 3095-2026"})
class StationStreamTest {

    private static final String SHAOXING = "330600";

    private record Hour(LocalDateTime end, Optional<BigDecimal> value) {}

    private final RuleBook rules = RuleBook.load();

    /** Hours late, in any order, sent twice and corrected: the last statistics are those of the naive way and of the batch. */
    @ParameterizedTest
    @CsvSource({
        "PM2.5, 2024, 0, 400",
        "SO2, 2025, 4, 900000",
        "CO, 2025, 3, 4000",
        "O3, 2024, 0, 330",
        "O3, 2025, 1, 3300"
    })
    void the_order_of_the_hours_does_not_matter(String factor, int year, int decimals, int largest) {
        long seed = new Random().nextLong();
        System.out.println("StationStreamTest " + factor + " seed " + seed);
        Random random = new Random(seed);
        Map<LocalDate, List<Optional<BigDecimal>>> truth = NaiveAir.randomYear(year, random, decimals, largest);

        StationStream stream = new StationStream(rules, factor, SHAOXING, AirClass.SECOND);
        Map<LocalDate, Statistic> lastDays = new HashMap<>();
        Map<Period, PeriodStatistic> lastSpans = new HashMap<>();
        Map<LocalDateTime, Statistic> lastWindows = new HashMap<>();
        for (Hour hour : disorder(truth, random)) {
            for (Revision revision : stream.accept(hour.end(), hour.value()).getValue()) {
                switch (revision) {
                    case Revision.Day day -> lastDays.put(day.day(), day.statistic());
                    case Revision.Span span -> lastSpans.put(span.statistic().period(), span.statistic());
                    case Revision.EightHours window -> lastWindows.put(window.end(), window.statistic());
                }
            }
        }

        Map<LocalDate, BigDecimal> naive = naiveDays(factor, truth);
        Map<LocalDate, Fraction> streamed = stream.listDays();
        assertThat(streamed.keySet()).isEqualTo(naive.keySet());
        streamed.forEach((day, value) -> {
            assertThat(shown(value.toDecimal())).isEqualByComparingTo(shown(get(naive, day)));
            assertThat(get(lastDays, day).findValid()).contains(value);
        });
        PeriodStatistic yearly = get(lastSpans, Period.year(year));
        assertThat(yearly.valid()).isEqualTo(NaiveAir.isValidYear(naive.keySet(), year));
        assertThat(yearly.completeness().have()).isEqualTo(naive.size());
        assertThat(NaiveAir.round(yearly.mean().orElseThrow().toDecimal(), decimals))
                .isEqualByComparingTo(NaiveAir.round(NaiveAir.mean(naive.values()), decimals));
        assertThat(yearly).isEqualTo(batch(factor, year, stream.listDays()));
        if (factor.equals("O3")) {
            assertThat(lastWindows).hasSizeGreaterThan(8_000);
        }
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
    }

    private static BigDecimal shown(BigDecimal value) {
        return NaiveAir.round(value, 20);
    }

    private PeriodStatistic batch(String factor, int year, Map<LocalDate, Fraction> days) {
        Period period = Period.year(year);
        return PeriodStatistics.of(rules)
                .judge(factor, period, days, period.to())
                .getValue();
    }

    private static Map<LocalDate, BigDecimal> naiveDays(
            String factor, Map<LocalDate, List<Optional<BigDecimal>>> truth) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        truth.forEach((day, hours) -> (factor.equals("O3")
                        ? NaiveAir.maxEightHours(hours, BigDecimal.valueOf(160))
                        : NaiveAir.dayMean(hours))
                .ifPresent(value -> days.put(day, value)));
        return days;
    }

    /** The hours of the year, a tenth of them moved by up to three days, a tenth first wrong and corrected later. */
    private static List<Hour> disorder(Map<LocalDate, List<Optional<BigDecimal>>> truth, Random random) {
        List<Hour> hours = new ArrayList<>();
        truth.forEach((day, values) -> {
            for (int i = 0; i < 24; i++) {
                LocalDateTime end = day.atStartOfDay().plusHours(i + 1L);
                if (random.nextInt(10) == 0) {
                    hours.add(new Hour(end, Optional.of(BigDecimal.valueOf(random.nextInt(5_000)))));
                }
                hours.add(new Hour(end, values.get(i)));
            }
        });
        for (int i = 0; i < hours.size() / 10; i++) {
            int at = random.nextInt(hours.size());
            int other = Math.min(hours.size() - 1, at + random.nextInt(72));
            if (isLastOf(hours, at) && isLastOf(hours, other)) {
                Collections.swap(hours, at, other);
            }
        }
        return hours;
    }

    /** Whether neither neighbour is the same hour, so that moving it cannot put a correction before what it corrects. */
    private static boolean isLastOf(List<Hour> hours, int at) {
        LocalDateTime end = hours.get(at).end();
        return hours.stream().filter(hour -> hour.end().equals(end)).limit(2).count() == 1;
    }

    @Test
    void a_repeated_hour_changes_nothing_and_a_correction_revises_day_and_year() {
        StationStream stream = new StationStream(rules, "NO2", SHAOXING, AirClass.SECOND);
        LocalDateTime midnight = LocalDateTime.parse("2025-05-01T00:00");
        for (int hour = 1; hour <= 24; hour++) {
            stream.accept(midnight.plusHours(hour), Optional.of(BigDecimal.valueOf(30)));
        }
        LocalDateTime noon = midnight.plusHours(12);
        assertThat(stream.accept(noon, Optional.of(new BigDecimal("30.0"))).getValue())
                .isEmpty();
        assertThat(stream.accept(noon, Optional.of(BigDecimal.valueOf(54))).getValue())
                .extracting(revision -> revision.getClass().getSimpleName())
                .containsExactly("Day", "Span", "Span", "Span", "Span");
        assertThat(stream.listDays()).containsValue(Fraction.of(31, 1));
    }

    /** The hour that ends at midnight is hour 24 of the day before, not hour 0 of the next. */
    @Test
    void midnight_belongs_to_the_day_that_it_ends() {
        StationStream stream = new StationStream(rules, "NO2", SHAOXING, AirClass.SECOND);
        assertThat(stream.accept(LocalDateTime.parse("2025-05-02T00:00"), Optional.of(BigDecimal.ONE))
                        .getValue())
                .first()
                .isInstanceOfSatisfying(
                        Revision.Day.class, day -> assertThat(day.day()).isEqualTo("2025-05-01"));
    }

    @Test
    @Clause("环发[2012]11号 二")
    void data_before_2016_need_a_region_that_applied_the_standard_early() {
        LocalDateTime hour = LocalDateTime.parse("2014-05-01T10:00");
        StationStream beijing = new StationStream(rules, "NO2", "110105", AirClass.SECOND);
        assertThat(beijing.accept(hour, Optional.of(BigDecimal.ONE)).citations())
                .extracting(rule -> rule.id())
                .contains("HF2012-11/110000");
        StationStream elsewhere = new StationStream(rules, "NO2", "411400", AirClass.SECOND);
        assertThat(elsewhere.accept(hour, Optional.of(BigDecimal.ONE)).findValue())
                .isEmpty();
        assertThat(elsewhere
                        .accept(hour.plusYears(1), Optional.of(BigDecimal.ONE))
                        .findValue())
                .isPresent();
    }

    @Test
    void impossible_hours_and_hours_of_closed_days_are_refused() {
        StationStream stream = new StationStream(rules, "O3", SHAOXING, AirClass.SECOND);
        LocalDateTime hour = LocalDateTime.parse("2025-05-01T10:00");
        assertThat(stream.accept(hour, Optional.of(BigDecimal.ONE.negate())).findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(CommonFinding.NEGATIVE);
        assertThat(stream.accept(hour.plusMinutes(5), Optional.of(BigDecimal.ONE))
                        .findValue())
                .isEmpty();
        stream.closeBefore(LocalDate.parse("2025-05-02"));
        assertThat(stream.accept(hour, Optional.of(BigDecimal.ONE)).findings())
                .extracting(finding -> (Object) finding.code())
                .containsExactly(SeriesFinding.DAY_CLOSED);
    }
}
