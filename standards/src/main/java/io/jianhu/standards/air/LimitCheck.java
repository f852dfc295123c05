package io.jianhu.standards.air;

import java.math.BigDecimal;

/**
 * One value beside its limit.
 *
 * @param name of the statistic, such as {@code PM2.5 24h} or {@code PM2.5_P95}
 * @param value rounded as the evaluation asks: what is compared
 */
public record LimitCheck(String name, BigDecimal value, AirLimit limit) {

    /** A value on the limit attains. */
    public boolean attains(AirClass airClass) {
        return value.compareTo(limit.of(airClass)) <= 0;
    }
}
