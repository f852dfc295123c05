package io.jianhu.standards.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("sound levels")
class SoundLevelsTest {

    private final SoundLevels levels = new SoundLevels(RuleBook.load());

    private static List<BigDecimal> numbers(String... values) {
        return Stream.of(values).map(BigDecimal::new).toList();
    }

    private static List<NoiseHour> hours(int from, int to, String level) {
        return IntStream.range(from, to)
                .mapToObj(hour -> NoiseHour.of(hour, new BigDecimal(level)))
                .toList();
    }

    private static List<NoiseHour> day() {
        List<NoiseHour> hours = new ArrayList<>(hours(6, 14, "55"));
        hours.addAll(hours(14, 22, "60"));
        hours.addAll(hours(22, 24, "45"));
        hours.addAll(hours(0, 6, "45"));
        return hours;
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @Test
    void eight_hours_of_55_and_eight_of_60_are_58_2_and_not_their_mean_57_5() {
        assertThat(levels.equivalent(numbers("55", "60"), numbers("8", "8")).getValue())
                .isEqualByComparingTo("58.2");
        assertThat(levels.ofDay(day()).getValue().day()).contains(new BigDecimal("58.2"));
    }

    @Test
    @Clause("HJ 640-2012 4.4")
    void equal_levels_give_exactly_that_level_so_that_half_rounds_to_even() {
        assertThat(levels.equivalent(numbers("58.25", "58.25", "58.25"), List.of())
                        .getValue())
                .isEqualByComparingTo("58.2");
        assertThat(levels.equivalent(numbers("58.35", "58.35"), List.of()).getValue())
                .isEqualByComparingTo("58.4");
    }

    @Test
    @Clause("HJ 640-2012 3")
    void the_night_counts_ten_decibels_more_in_the_day_night_level() {
        DayNightLevels judged = levels.ofDay(day()).getValue();
        assertThat(judged.night()).contains(new BigDecimal("45.0"));
        double expected = 10
                * StrictMath.log10(
                        (8 * StrictMath.pow(10, 5.5) + 8 * StrictMath.pow(10, 6) + 8 * StrictMath.pow(10, 5.5)) / 24);
        assertThat(judged.dayNight())
                .hasValueSatisfying(ldn -> assertThat(ldn.doubleValue()).isCloseTo(expected, within(0.05)));
    }

    @Test
    @Clause("GB 3096-2008 3.3")
    void the_day_begins_at_6_and_the_night_at_22() {
        List<NoiseHour> hours = new ArrayList<>(hours(6, 22, "50"));
        hours.addAll(hours(0, 6, "40"));
        hours.addAll(hours(22, 24, "40"));
        DayNightLevels judged = levels.ofDay(hours).getValue();
        assertThat(judged.day()).contains(new BigDecimal("50.0"));
        assertThat(judged.night()).contains(new BigDecimal("40.0"));
    }

    @Test
    @Clause("GB 3096-2008 6.1")
    void wet_and_windy_hours_do_not_count() {
        List<NoiseHour> hours = new ArrayList<>(hours(7, 22, "50"));
        hours.add(new NoiseHour(6, new BigDecimal("90"), Optional.empty(), NoiseHour.Weather.RAIN_OR_SNOW));
        hours.addAll(hours(0, 6, "40"));
        hours.addAll(hours(22, 23, "40"));
        hours.add(new NoiseHour(23, new BigDecimal("90"), Optional.of(new BigDecimal("5.0")), NoiseHour.Weather.DRY));
        DayNightLevels judged = levels.ofDay(hours).getValue();
        assertThat(judged.day()).contains(new BigDecimal("50.0"));
        assertThat(judged.night()).contains(new BigDecimal("40.0"));
        assertThat(judged.dayHours()).isEqualTo(15);
        assertThat(judged.nightHours()).isEqualTo(7);
    }

    @Test
    @Clause("HJ 906-2017 6")
    void a_period_with_too_few_hours_has_no_level_and_the_unverified_rule_is_cited_only_when_it_decides() {
        assertThat(levels.ofDay(day()).citations()).extracting(Rule::id).noneMatch(id -> id.startsWith("HJ906"));
        List<NoiseHour> hours = new ArrayList<>(hours(6, 18, "50"));
        hours.addAll(hours(0, 5, "40"));
        Judgement<DayNightLevels> judged = levels.ofDay(hours);
        assertThat(judged.getValue().day()).contains(new BigDecimal("50.0"));
        assertThat(judged.getValue().night()).isEmpty();
        assertThat(judged.getValue().dayNight()).isEmpty();
        assertThat(codes(judged)).containsExactly(NoiseFinding.TOO_FEW_HOURS);
        assertThat(judged.unverified()).extracting(Rule::id).contains("HJ906-2017/6/night-hours");
        assertThat(levels.ofDay(hours(6, 17, "50")).findValue()).isEmpty();
    }

    @Test
    void impossible_hours_are_refused() {
        List<NoiseHour> twice = new ArrayList<>(day());
        twice.add(NoiseHour.of(3, BigDecimal.TEN));
        assertThat(codes(levels.ofDay(twice))).containsExactly(NoiseFinding.HOUR_TWICE);
        assertThat(codes(levels.ofDay(hours(24, 25, "50")))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(levels.equivalent(List.of(), List.of()))).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(codes(levels.equivalent(numbers("-3"), List.of()))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(levels.equivalent(numbers("3", "4"), numbers("1"))))
                .containsExactly(NoiseFinding.WEIGHTS_DO_NOT_FIT);
        assertThat(codes(levels.equivalent(numbers("3"), numbers("0"))))
                .containsExactly(NoiseFinding.WEIGHTS_DO_NOT_FIT);
    }

    @Test
    @Clause("GB 3096-2008 3")
    void of_a_hundred_levels_from_loud_to_quiet_the_tenth_is_L10() {
        List<BigDecimal> hundred = new ArrayList<>(
                IntStream.rangeClosed(1, 100).mapToObj(BigDecimal::valueOf).toList());
        Collections.shuffle(hundred, new Random(7));
        PercentileLevels percentiles = levels.percentiles(hundred).getValue();
        assertThat(percentiles.l10()).isEqualByComparingTo("91");
        assertThat(percentiles.l50()).isEqualByComparingTo("51");
        assertThat(percentiles.l90()).isEqualByComparingTo("11");
    }

    @Test
    void the_energy_mean_lies_between_the_arithmetic_mean_and_the_loudest_level_and_ignores_order() {
        long seed = 3096L;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<BigDecimal> sample = new ArrayList<>();
            for (int i = random.nextInt(1, 30); i > 0; i--) {
                sample.add(BigDecimal.valueOf(random.nextInt(200, 1000), 1));
            }
            BigDecimal exact = EnergyMean.of(sample);
            BigDecimal sum = sample.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal mean = sum.divide(BigDecimal.valueOf(sample.size()), 20, RoundingMode.FLOOR);
            assertThat(exact).as("%s, seed %d", sample, seed).isGreaterThanOrEqualTo(mean);
            assertThat(exact).isLessThanOrEqualTo(Collections.max(sample));
            assertThat(exact.doubleValue())
                    .isCloseTo(
                            10
                                    * StrictMath.log10(sample.stream()
                                            .mapToDouble(level -> StrictMath.pow(10, level.doubleValue() / 10))
                                            .average()
                                            .orElseThrow()),
                            within(1e-9));
            List<BigDecimal> shuffled = new ArrayList<>(sample);
            Collections.shuffle(shuffled, random);
            assertThat(levels.equivalent(shuffled, List.of()).getValue())
                    .isEqualTo(levels.equivalent(sample, List.of()).getValue());
            sample.set(0, sample.getFirst().add(BigDecimal.ONE));
            assertThat(EnergyMean.of(sample)).as("louder, seed %d", seed).isGreaterThan(exact);
            PercentileLevels percentiles = levels.percentiles(sample).getValue();
            assertThat(percentiles.l10()).isGreaterThanOrEqualTo(percentiles.l50());
            assertThat(percentiles.l50()).isGreaterThanOrEqualTo(percentiles.l90());
        }
    }
}
