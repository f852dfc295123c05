package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.series.PeriodComparisons;
import io.jianhu.standards.air.series.PeriodFigure;
import io.jianhu.standards.air.series.Rankings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This year against last, and one city against another. */
final class SeriesComparisonTopics {

    private static final String ORDER = "order";
    private static final String VALUES = "values";

    private final PeriodComparisons comparisons;
    private final Rankings rankings;

    private SeriesComparisonTopics(RuleBook rules) {
        this.comparisons = PeriodComparisons.of(rules);
        this.rankings = Rankings.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        SeriesComparisonTopics topics = new SeriesComparisonTopics(rules);
        return List.of(topics.comparison(), topics.ranking());
    }

    private Topic comparison() {
        return new Topic(
                "period_comparison",
                new Text("同比", "Same period of last year"),
                new Text(
                        "同口径两个时段的差值和变化率；日历时段不同的不比，参比状态或限值不同的给出提示。",
                        "Difference and rate of change between two periods that are alike; other parts of the calendar are refused, other"
                                + " reference states or limits warned of."),
                false,
                List.of(
                        Input.number("now", new Text("本期数值", "figure now"), "").needed(),
                        Input.number("before", new Text("同期数值", "figure before"), "")
                                .needed(),
                        date("now_from", "本期起", "now, first day"),
                        date("now_to", "本期止", "now, last day"),
                        date("before_from", "同期起", "before, first day"),
                        date("before_to", "同期止", "before, last day")),
                List.of(Map.of(
                        "now",
                        28,
                        "now_from",
                        "2020-01-01",
                        "now_to",
                        "2020-12-31",
                        "before",
                        53,
                        "before_from",
                        "2015-01-01",
                        "before_to",
                        "2015-12-31")),
                this::judgeComparison);
    }

    private static Input date(String key, String zh, String en) {
        return Input.of(key, new Text(zh, en), Input.Kind.DATE).needed();
    }

    private Judgement<Map<String, Object>> judgeComparison(Request request) {
        Working working = new Working();
        Optional<PeriodFigure> now = figure(request, "now", working);
        Optional<PeriodFigure> before = figure(request, "before", working);
        if (now.isEmpty() || before.isEmpty()) {
            return working.notJudged();
        }
        return comparisons.compare(now.get(), before.get()).map(change -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("difference", change.difference());
            result.put("change_pct", change.percent());
            return result;
        });
    }

    private static Optional<PeriodFigure> figure(Request request, String key, Working working) {
        LocalDate from = request.findDate(key + "_from").orElseThrow();
        LocalDate to = request.findDate(key + "_to").orElseThrow();
        if (to.isBefore(from)) {
            working.finding(CommonFinding.OUT_OF_RANGE, key + "_to", "≥ " + from, to.toString());
            return Optional.empty();
        }
        return Optional.of(new PeriodFigure(from, to, request.getNumber(key), Set.of(), true));
    }

    private Topic ranking() {
        return new Topic(
                "ranking",
                new Text("排名", "Ranking"),
                new Text(
                        "按综合指数或浓度（小者在前）或优良率（大者在前）排名；数值相同名次相同，其后顺延。",
                        "By composite index or concentration, lowest first, or by share of good days, highest first; equal values share a"
                                + " rank and the next is left out."),
                false,
                List.of(
                        Input.of(VALUES, new Text("各城市数值", "value of each city"), Input.Kind.NUMBER_MAP)
                                .needed(),
                        Input.choice(
                                ORDER,
                                new Text("次序", "order"),
                                List.of(
                                        new Input.Choice("lower", new Text("小者在前", "lowest first")),
                                        new Input.Choice("higher", new Text("大者在前", "highest first"))))),
                List.of(Map.of(VALUES, Map.of("A", new BigDecimal("3.14"), "B", new BigDecimal("2.63")))),
                this::judgeRanking);
    }

    private Judgement<Map<String, Object>> judgeRanking(Request request) {
        Rankings.Order order = request.findText(ORDER).filter("higher"::equals).isPresent()
                ? Rankings.Order.HIGHER_IS_BETTER
                : Rankings.Order.LOWER_IS_BETTER;
        return rankings.rank(request.mapNumbers(VALUES), order)
                .map(places -> Map.of(
                        "ranking",
                        places.stream()
                                .map(place -> {
                                    Map<String, Object> line = new LinkedHashMap<>();
                                    line.put("rank", place.rank());
                                    line.put("name", place.name());
                                    line.put("value", place.value());
                                    return line;
                                })
                                .toList()));
    }
}
