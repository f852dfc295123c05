package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The value of a city: the mean of its stations' values, taken before anything is made of it (HJ 663). Neither the worst
 * station nor the mean of the stations' indices.
 */
public final class CityValues {

    private static final int PERCENT = 100;
    private static final Text MEAN = new Text("点位平均", "mean of the stations");

    private final ValidityRules validity;

    private CityValues(ValidityRules validity) {
        this.validity = validity;
    }

    public static CityValues of(RuleBook rules) {
        return new CityValues(ValidityRules.of(rules));
    }

    /**
     * The mean of one factor over the stations.
     *
     * @param averaging of the stations' values
     * @param stations the value of every evaluated station, empty where it is not valid
     */
    public Judgement<Statistic> mean(
            String factor, Averaging averaging, Collection<Optional<Fraction>> stations, LocalDate day) {
        Working working = new Working();
        Optional<ValidityRule> rule = validity.find(factor, "city", day, working);
        if (stations.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "stations", "1", "0");
        }
        if (rule.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        List<Fraction> valid = stations.stream().flatMap(Optional::stream).toList();
        int needed = Math.ceilDiv(rule.get().needed() * stations.size(), PERCENT);
        Completeness counted = new Completeness(valid.size(), stations.size(), needed);
        working.completeness(counted);
        Optional<Fraction> mean = valid.isEmpty() ? Optional.empty() : Optional.of(Fraction.mean(valid));
        mean.ifPresent(value -> working.step(MEAN, "∑C/" + valid.size(), value.toDecimal(), ""));
        if (!counted.isEnough()) {
            working.finding(
                    SeriesFinding.FEW_VALID_STATIONS, "stations", "≥ " + needed, Integer.toString(valid.size()));
        }
        return working.judged(new Statistic(averaging, mean, counted, counted.isEnough()));
    }
}
