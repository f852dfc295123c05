package io.jianhu.standards.noise;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The equivalent level of one hour.
 *
 * @param hour the hour begins then, 0 to 23
 * @param level dB(A)
 * @param wind mean wind speed in m/s, where it was measured
 */
public record NoiseHour(int hour, BigDecimal level, Optional<BigDecimal> wind, Weather weather) {

    /** What fell during the hour. */
    public enum Weather {
        DRY,
        /** Rain, snow or thunder: the hour does not count. */
        RAIN_OR_SNOW
    }

    /** An hour of which no weather is known. */
    public static NoiseHour of(int hour, BigDecimal level) {
        return new NoiseHour(hour, level, Optional.empty(), Weather.DRY);
    }
}
