package io.jianhu.standards.air.series;

import io.jianhu.standards.Completeness;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One factor of an annual evaluation. The statistics of a year that is not valid are given, but attain nothing.
 *
 * @param days valid days, days of the year, days needed
 * @param invalidMonths the months with too few days
 * @param mean empty for factors that are evaluated by the percentile alone
 * @param attainingDays valid days whose daily value meets the daily limit of that day
 * @param attainmentRate attaining days / valid days, percent
 * @param attained empty where the year is not valid
 */
public record ItemYear(
        String factor,
        Completeness days,
        List<YearMonth> invalidMonths,
        boolean valid,
        Optional<Compared> mean,
        Compared percentile,
        int attainingDays,
        BigDecimal attainmentRate,
        Optional<Boolean> attained) {

    public ItemYear {
        invalidMonths = List.copyOf(invalidMonths);
    }
}
