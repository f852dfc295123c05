package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.Aqi;
import io.jianhu.standards.air.AqiPublications;
import io.jianhu.standards.air.CityIndex;
import io.jianhu.standards.air.Report;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of an index goes out: with missing items, and for a whole city. */
final class AirPublicationTopics {

    private static final String NOT_PLANNED = "not_planned";

    private final AirInputs inputs;
    private final AirIndex index;
    private final AqiPublications publications;
    private final CityIndex cities;

    private AirPublicationTopics(RuleBook rules) {
        this.inputs = new AirInputs(rules);
        this.index = AirIndex.of(rules);
        this.publications = AqiPublications.of(rules);
        this.cities = CityIndex.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AirPublicationTopics topics = new AirPublicationTopics(rules);
        return List.of(topics.publication(), topics.city());
    }

    private Topic publication() {
        return new Topic(
                "aqi_publish",
                new Text("缺测时的 AQI 发布", "Publishing an AQI with items missing"),
                new Text(
                        "六项不全时能否发布 AQI（HJ 633-2026）：大于 100 才发布，否则发布单项值，AQI 记为 NA；不在监测方案内且三年未作为轻度以上首要污染物的项目记为“/”。",
                        "Whether an AQI may go out with items missing (HJ 633-2026): only above 100, otherwise single values and NA;"
                                + " an item outside the plan that was never primary at light pollution or worse for three years is"
                                + " shown as /."),
                true,
                Stream.concat(
                                inputs.concentrations(),
                                Stream.of(
                                        Input.of(
                                                NOT_PLANNED,
                                                new Text("不在监测方案内的项目", "items outside the plan"),
                                                Input.Kind.TEXTS),
                                        inputs.report()))
                        .toList(),
                List.of(
                        Map.of("report", "daily", "PM2.5", 28, "PM10", 60, "O3", 120),
                        Map.of("report", "daily", "PM2.5", 80, "PM10", 60, NOT_PLANNED, List.of("CO"))),
                this::judgePublication);
    }

    private Judgement<Map<String, Object>> judgePublication(Request request) {
        Working working = new Working();
        Report report = Report.ofLabel(request.getText(AirInputs.REPORT));
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (String factor : AirInputs.SIX) {
            request.findNumber(factor)
                    .ifPresent(value -> values.put(AirIndexTopics.item(index, factor, request.day(), report), value));
        }
        Set<String> outsidePlan = new HashSet<>(request.listTexts(NOT_PLANNED));
        for (String factor : outsidePlan) {
            if (!AirInputs.SIX.contains(factor)) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, NOT_PLANNED, String.join(", ", AirInputs.SIX), factor);
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return publications.judge(request.day(), report, values, outsidePlan).map(publication -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("aqi", publication.aqi().<Object>map(aqi -> aqi).orElse(AqiPublications.NOT_AVAILABLE));
            result.put("items", publication.items());
            result.put(
                    "primary",
                    publication.aqi().isPresent() ? publication.computed().primary() : List.of());
            return result;
        });
    }

    private Topic city() {
        return new Topic(
                "city_aqi",
                new Text("城市空气质量指数", "Air quality index of a city"),
                new Text(
                        "先求各点位浓度的平均，再算分指数和 AQI；不是各点位 AQI 的平均，也不是最差点位（HJ 633）。",
                        "The mean of the stations' concentrations first, then indices and AQI; neither the mean of the stations' AQI"
                                + " nor the worst station (HJ 633)."),
                true,
                Stream.concat(
                                AirInputs.SIX.stream()
                                        .map(factor -> Input.numbers(factor, inputs.name(factor), inputs.unit(factor))),
                                Stream.of(inputs.report()))
                        .toList(),
                List.of(Map.of("report", "daily", "PM2.5", List.of(20, 30, 100), "PM10", List.of(40, 50, 60))),
                this::judgeCity);
    }

    private Judgement<Map<String, Object>> judgeCity(Request request) {
        Working working = new Working();
        Report report = Report.ofLabel(request.getText(AirInputs.REPORT));
        Map<AirItem, List<BigDecimal>> stations = new LinkedHashMap<>();
        for (String factor : AirInputs.SIX) {
            if (request.has(factor)) {
                stations.put(AirIndexTopics.item(index, factor, request.day(), report), request.listNumbers(factor));
            }
        }
        Optional<Aqi> aqi = working.lean(cities.judge(request.day(), report, stations));
        if (aqi.isEmpty()) {
            return working.notJudged();
        }
        Map<String, Object> indices = new LinkedHashMap<>();
        Map<String, Object> means = new LinkedHashMap<>();
        aqi.get().items().forEach(item -> {
            indices.put(item.item().factor(), item.index());
            means.put(item.item().factor(), item.concentration());
        });
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("aqi", aqi.get().aqi());
        result.put("iaqi", indices);
        result.put("primary", aqi.get().primary());
        result.put("means", means);
        return working.judged(result);
    }
}
