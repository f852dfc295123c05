package io.jianhu.standards.air.series;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A statistic beside its limit.
 *
 * @param value rounded as the table says
 * @param exceedMultiple (C-S)/S; empty where the limit is met
 */
public record Compared(BigDecimal value, BigDecimal limit, Optional<BigDecimal> exceedMultiple) {

    /** A value on the limit complies. */
    public boolean isWithin() {
        return value.compareTo(limit) <= 0;
    }
}
