package io.jianhu.standards.noise;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The levels of one day, dB(A), one decimal; empty where too few hours were valid.
 *
 * @param day Ld
 * @param night Ln
 * @param dayNight Ldn, in which the night counts 10 dB more
 * @param dayHours valid hours of the day
 * @param nightHours valid hours of the night
 */
public record DayNightLevels(
        Optional<BigDecimal> day,
        Optional<BigDecimal> night,
        Optional<BigDecimal> dayNight,
        int dayHours,
        int nightHours) {}
