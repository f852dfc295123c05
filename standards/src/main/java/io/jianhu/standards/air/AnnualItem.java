package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.quantity.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the annual evaluation asks of a factor, HJ 663 table 1.
 *
 * @param daily the limit that the percentile is compared with
 * @param mean the limit that the mean is compared with; empty for carbon monoxide and ozone
 * @param rounding of both statistics
 */
record AnnualItem(
        Rule rule, String factor, Averaging daily, Optional<Averaging> mean, int percentile, Rounding rounding) {

    static AnnualItem of(Rule rule) {
        return new AnnualItem(
                rule,
                rule.text("factor"),
                Averaging.ofLabel(rule.text("daily")),
                rule.findText("mean").map(Averaging::ofLabel),
                rule.getNumber("percentile").intValueExact(),
                Rounding.halfEven(rule.getNumber("decimals").intValueExact()));
    }

    /** The statistics it consists of: an item attains when each of them does. */
    List<AirStatistic> statistics() {
        List<AirStatistic> statistics = new ArrayList<>();
        mean.ifPresent(_ -> statistics.add(AirStatistic.mean(factor)));
        statistics.add(AirStatistic.percentile(factor, percentile));
        return statistics;
    }

    /** The limit that a statistic is compared with; empty when the evaluation does not know the statistic. */
    Optional<AirItem> findLimit(AirStatistic statistic) {
        if (!statistic.factor().equals(factor)) {
            return Optional.empty();
        }
        return statistic.percentile().isEmpty()
                ? mean.map(averaging -> new AirItem(factor, averaging))
                : statistic.percentile().filter(p -> p == percentile).map(_ -> new AirItem(factor, daily));
    }
}
