package io.jianhu.standards.noise;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether the levels of a point comply.
 *
 * @param day empty when no level of the day was given
 * @param night empty when no level of the night was given
 */
public record NoiseVerdict(Optional<Level> day, Optional<Level> night) {

    /**
     * One level against its limit.
     *
     * @param level rounded, dB(A)
     * @param limit dB(A)
     */
    public record Level(BigDecimal level, BigDecimal limit) {

        public boolean complies() {
            return level.compareTo(limit) <= 0;
        }
    }
}
