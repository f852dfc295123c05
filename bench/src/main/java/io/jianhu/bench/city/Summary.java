package io.jianhu.bench.city;

import java.util.List;

/** The minute, hour or day value of every factor of a device, in the order of {@link Device#factors()}. */
record Summary(List<FactorSummary> factors) {

    Summary {
        factors = List.copyOf(factors);
    }

    /**
     * One factor over one interval. Lowest, mean and highest are in units of the factor's last decimal.
     *
     * @param amount discharged in the interval: m³ for a flow, kg for a concentration, four decimals; 0 for others
     */
    record FactorSummary(
            FactorModel model,
            long min,
            long avg,
            long max,
            long convertedMin,
            long convertedAvg,
            long convertedMax,
            double amount,
            char mark) {}
}
