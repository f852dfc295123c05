package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.statistics.Percentiles;
import io.jianhu.standards.statistics.SpearmanTrends;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Validity, statistics and evaluation of air data over time. */
final class SeriesTopics {

    private SeriesTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(
                        List.of(percentile(rules), spearman(rules)),
                        SeriesDayTopics.list(rules),
                        SeriesPeriodTopics.list(rules),
                        SeriesComparisonTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }

    private static Topic percentile(RuleBook rules) {
        Percentiles percentiles = Percentiles.of(rules);
        return new Topic(
                "percentile",
                new Text("百分位数", "Percentile"),
                new Text(
                        "HJ 663-2013 附录 A 的百分位数，不修约；数值次序不限，可写作 1..365。",
                        "Percentile of HJ 663-2013 annex A, not rounded; values in any order, or a range such as 1..365."),
                false,
                List.of(
                        Input.numbers("values", new Text("数值", "Values"), "").needed(),
                        Input.number("p", new Text("百分位 p", "Percentile p"), "%")
                                .needed()),
                List.of(Map.of("values", "1..365", "p", 98)),
                request -> percentiles
                        .judge(request.listNumbers("values"), request.getNumber("p"))
                        .map(value -> Map.of("value", value)));
    }

    private static Topic spearman(RuleBook rules) {
        SpearmanTrends trends = SpearmanTrends.of(rules);
        return new Topic(
                "spearman",
                new Text("秩相关变化趋势", "Trend by rank correlation"),
                new Text(
                        "HJ 663-2013 附录 B：至少 5 个时段，|rs| ≥ 临界值为显著，符号给出方向。",
                        "HJ 663-2013 annex B: at least five periods; significant where |rs| reaches the critical value, the sign"
                                + " gives the direction."),
                false,
                List.of(
                        Input.numbers("values", new Text("各时段数值", "Value of each period"), "")
                                .needed(),
                        Input.numbers(
                                "years", new Text("时段（缺省按顺序）", "Periods; in the order of the values if left out"), "")),
                List.of(Map.of("values", List.of(38, 37, 35, 31, 28), "years", List.of(2016, 2017, 2018, 2019, 2020))),
                request -> {
                    List<BigDecimal> values = request.listNumbers("values");
                    return (request.has("years")
                                    ? trends.judge(values, request.listNumbers("years"))
                                    : trends.judge(values))
                            .map(trend -> {
                                Map<String, Object> result = new LinkedHashMap<>();
                                result.put("rs", trend.coefficient());
                                result.put("critical_0.05", trend.critical());
                                result.put("critical_0.01", trend.criticalStrict());
                                result.put("trend", trend.direction().title().en());
                                return result;
                            });
                });
    }
}
