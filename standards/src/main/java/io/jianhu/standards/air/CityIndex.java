package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of a city: the mean of the stations for each item first, then one index. Neither the worst station nor the mean of
 * the stations' indices is the city's.
 */
public final class CityIndex {

    private final AirIndex index;

    private CityIndex(RuleBook rules) {
        this.index = AirIndex.of(rules);
    }

    public static CityIndex of(RuleBook rules) {
        return new CityIndex(rules);
    }

    /**
     * The index of the means, each rounded once.
     *
     * @param stations the valid values of the stations by item
     */
    public Judgement<Aqi> judge(LocalDate day, Report report, Map<AirItem, List<BigDecimal>> stations) {
        Working working = new Working();
        Map<AirItem, BigDecimal> means = new LinkedHashMap<>();
        stations.forEach((item, values) -> {
            if (values.isEmpty()) {
                working.finding(CommonFinding.EMPTY_SET, item.toString(), "", "");
                return;
            }
            values.stream()
                    .filter(value -> value.signum() < 0)
                    .forEach(value ->
                            working.finding(CommonFinding.NEGATIVE, item.toString(), "≥ 0", value.toPlainString()));
            BigDecimal mean =
                    Fraction.mean(values.stream().map(Fraction::of).toList()).toDecimal();
            String stationsZh = "（" + values.size() + " 个点位）";
            means.put(
                    item,
                    working.step(
                            new Text("城市均值 " + item + stationsZh, "city mean " + item + ", stations: " + values.size()),
                            "Σ/" + values.size(),
                            mean,
                            ""));
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Optional<Aqi> aqi = working.lean(index.judge(day, report, means));
        return aqi.isPresent() ? working.judged(aqi.get()) : working.notJudged();
    }
}
