package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollutionAlertTest {

    private static final LocalDate NOW = LocalDate.parse("2025-01-10");
    private static final LocalDate BEFORE = LocalDate.parse("2022-01-10");
    private final PollutionAlert alert = new PollutionAlert(RuleBook.load());

    private static List<BigDecimal> days(String aqi) {
        return Stream.of(aqi.split(" ")).map(BigDecimal::new).toList();
    }

    private PollutionLevel level(String aqi, LocalDate day) {
        return alert.level(AqiForecast.ofDays(days(aqi), Set.of()), day).getValue();
    }

    private PollutionLevel level(List<BigDecimal> aqi, LocalDate day) {
        return alert.level(AqiForecast.ofDays(aqi, Set.of()), day).getValue();
    }

    @ParameterizedTest
    @CsvSource({
        "160 170 120,YELLOW",
        "160 170 180,ORANGE",
        "210 310 220,RED",
        "201,YELLOW",
        "200,NONE",
        "160,NONE",
        "150 151 150,NONE",
        "151 151,YELLOW",
        "150 150 150 150,NONE",
        "201 201,ORANGE",
        "201 200,YELLOW",
        "151 201 151,ORANGE",
        "201 201 201,ORANGE",
        "201 201 300,ORANGE",
        "201 201 301,RED",
        "301 120 201 201 201,ORANGE",
        "160 120 160 120 160,NONE",
        "500 500,ORANGE",
        "90 201 90 160 160,YELLOW"
    })
    @Clause("环大气[2024]6号 分级标准")
    void since_2024_three_levels_by_runs_of_days_red_first_and_the_bounds_excluded(String aqi, PollutionLevel level) {
        assertThat(level(aqi, NOW)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "160 170 180,NONE",
        "201,BLUE",
        "201 201,YELLOW",
        "201 201 201,YELLOW",
        "201 201 301,ORANGE",
        "201 201 301 301,RED",
        "201 201 201 301,ORANGE",
        "500,RED",
        "499,BLUE"
    })
    @Clause("重污染天气四级预警 分级标准")
    void before_2024_four_levels(String aqi, PollutionLevel level) {
        assertThat(level(aqi, BEFORE)).isEqualTo(level);
    }

    @Test
    @Clause({"重污染天气四级预警 分级标准", "环大气[2024]6号 分级标准"})
    void the_scheme_changes_at_the_turn_of_2024() {
        assertThat(level("201", LocalDate.parse("2023-12-31"))).isEqualTo(PollutionLevel.BLUE);
        assertThat(level("201", LocalDate.parse("2024-01-01"))).isEqualTo(PollutionLevel.YELLOW);
        assertThat(alert.level(AqiForecast.ofDays(days("201"), Set.of()), LocalDate.parse("2013-01-12"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
    }

    @Test
    @Clause("环大气[2024]6号 分级标准")
    void ozone_and_dust_do_not_count_and_break_a_run() {
        Judgement<PollutionLevel> dust = alert.level(AqiForecast.ofDays(days("450 400"), Set.of(1, 2)), NOW);
        assertThat(dust.getValue()).isEqualTo(PollutionLevel.NONE);
        assertThat(dust.findings()).extracting(Finding::code).containsExactly(PlanFinding.HEALTH_ADVICE_ONLY);
        assertThat(alert.level(AqiForecast.ofDays(days("160 170 180"), Set.of(2)), NOW)
                        .getValue())
                .isEqualTo(PollutionLevel.NONE);
    }

    @Test
    @Clause("环大气[2024]6号 分级标准")
    void windows_that_end_at_every_hour_may_cross_midnight() {
        List<BigDecimal> rolling = new ArrayList<>(Collections.nCopies(30, BigDecimal.valueOf(90)));
        Collections.fill(rolling.subList(4, 28), BigDecimal.valueOf(180));
        assertThat(alert.level(AqiForecast.ofRollingHours(rolling, Set.of()), NOW)
                        .getValue())
                .as("24 windows over 150 cover 47 hours")
                .isEqualTo(PollutionLevel.NONE);
        Collections.fill(rolling.subList(4, 29), BigDecimal.valueOf(180));
        assertThat(alert.level(AqiForecast.ofRollingHours(rolling, Set.of()), NOW)
                        .getValue())
                .as("25 windows cover 48 hours, of whatever two days")
                .isEqualTo(PollutionLevel.YELLOW);
    }

    @Test
    void impossible_forecasts_are_refused() {
        assertThat(alert.level(AqiForecast.ofDays(List.of(), Set.of()), NOW).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.EMPTY_SET);
        assertThat(alert.level(AqiForecast.ofDays(days("-1 501"), Set.of()), NOW)
                        .findings())
                .extracting(Finding::place)
                .containsExactly("daily_aqi[0]", "daily_aqi[1]");
    }

    @Test
    void a_worse_forecast_or_a_longer_one_never_lowers_the_level() {
        long seed = 20240106L;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            LocalDate day = random.nextBoolean() ? NOW : BEFORE;
            List<BigDecimal> aqi = new ArrayList<>(IntStream.range(0, random.nextInt(1, 8))
                    .mapToObj(_ -> BigDecimal.valueOf(random.nextInt(100, 400)))
                    .toList());
            PollutionLevel level = level(aqi, day);
            List<BigDecimal> longer = new ArrayList<>(aqi);
            longer.add(BigDecimal.valueOf(random.nextInt(0, 500)));
            assertThat(level(longer, day)).as("%s, seed %d", longer, seed).isGreaterThanOrEqualTo(level);
            int worse = random.nextInt(aqi.size());
            aqi.set(worse, aqi.get(worse).add(BigDecimal.valueOf(random.nextInt(1, 100))));
            assertThat(level(aqi, day)).as("%s, seed %d", aqi, seed).isGreaterThanOrEqualTo(level);
            assertThat(level(aqi.reversed(), day))
                    .as("backwards, seed %d", seed)
                    .isEqualTo(level(aqi, day));
        }
    }

    private Judgement<Boolean> lift(String now, String forecast, LocalDate day) {
        return alert.mayLift(new BigDecimal(now), AqiForecast.ofDays(days(forecast), Set.of()), day);
    }

    @Test
    @Clause("环大气[2024]6号 预警解除")
    void a_warning_is_lifted_when_more_than_36_hours_without_any_level_are_forecast() {
        assertThat(lift("90", "80 90", NOW).getValue()).isTrue();
        assertThat(lift("160", "80 90", NOW).getValue()).isFalse();
        assertThat(lift("90", "80 160 160", NOW).getValue()).isFalse();
        assertThat(lift("90", "80 90 160 160", NOW).getValue()).isTrue();
        assertThat(lift("90", "80", NOW).findings())
                .extracting(Finding::code)
                .containsExactly(PlanFinding.FORECAST_TOO_SHORT);
        assertThat(lift("90", "80 90", BEFORE).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    @Clause("环大气[2024]6号 预警解除")
    void exactly_36_hours_are_not_enough() {
        List<BigDecimal> thirteen = Collections.nCopies(13, BigDecimal.valueOf(80));
        List<BigDecimal> fourteen = Collections.nCopies(14, BigDecimal.valueOf(80));
        assertThat(alert.mayLift(BigDecimal.TEN, AqiForecast.ofRollingHours(thirteen, Set.of()), NOW)
                        .findValue())
                .isEmpty();
        assertThat(alert.mayLift(BigDecimal.TEN, AqiForecast.ofRollingHours(fourteen, Set.of()), NOW)
                        .getValue())
                .isTrue();
    }
}
