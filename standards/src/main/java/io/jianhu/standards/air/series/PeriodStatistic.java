package io.jianhu.standards.air.series;

import io.jianhu.standards.Completeness;
import io.jianhu.standards.statistics.Fraction;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The mean of the valid daily values of a period.
 *
 * @param mean not rounded; empty where there is no valid day
 * @param completeness in days; for a quarter or season of items that the standard asks nothing of, in months
 * @param invalidMonths the months with too few days, where every month must be valid
 */
public record PeriodStatistic(
        Period period,
        Optional<Fraction> mean,
        Completeness completeness,
        List<YearMonth> invalidMonths,
        boolean valid) {

    public PeriodStatistic {
        invalidMonths = List.copyOf(invalidMonths);
    }

    /** The mean, if it may be used. */
    public Optional<Fraction> findValid() {
        return valid ? mean : Optional.empty();
    }
}
