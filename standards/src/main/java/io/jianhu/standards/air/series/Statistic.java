package io.jianhu.standards.air.series;

import io.jianhu.standards.Completeness;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.util.Optional;

/**
 * A mean, or the daily maximum of moving means, with how complete it is.
 *
 * @param value not rounded; empty where there was nothing to average
 * @param valid whether the standard lets it be used. The maximum of ozone can be valid with fewer windows than {@link
 *     Completeness#needed}: when it exceeds the limit anyway
 */
public record Statistic(Averaging averaging, Optional<Fraction> value, Completeness completeness, boolean valid) {

    /** The value, if it may be used. */
    public Optional<Fraction> findValid() {
        return valid ? value : Optional.empty();
    }
}
