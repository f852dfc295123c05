package io.jianhu.standards.air;

import java.util.Optional;

/**
 * A statistic of a factor over a period: its mean, or a percentile of its daily values.
 *
 * @param percentile such as 98; empty for the mean
 */
public record AirStatistic(String factor, Optional<Integer> percentile) {

    public static AirStatistic mean(String factor) {
        return new AirStatistic(factor, Optional.empty());
    }

    public static AirStatistic percentile(String factor, int percent) {
        return new AirStatistic(factor, Optional.of(percent));
    }

    /** {@code PM2.5} for a mean, {@code PM2.5_P95} for a percentile. */
    @Override
    public String toString() {
        return factor + percentile.map(percent -> "_P" + percent).orElse("");
    }
}
