package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirFinding;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.Aqi;
import io.jianhu.standards.air.AqiLevel;
import io.jianhu.standards.air.AqiLevels;
import io.jianhu.standards.air.IndexItem;
import io.jianhu.standards.air.ItemIndex;
import io.jianhu.standards.air.Report;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The air quality index: of one place, and what a level means. */
final class AirIndexTopics {

    private static final String AQI = "aqi";

    private final AirInputs inputs;
    private final AirIndex index;
    private final AqiLevels levels;

    private AirIndexTopics(RuleBook rules) {
        this.inputs = new AirInputs(rules);
        this.index = AirIndex.of(rules);
        this.levels = AqiLevels.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AirIndexTopics topics = new AirIndexTopics(rules);
        return List.of(topics.aqi(), topics.aqiLevels());
    }

    private Topic aqi() {
        return new Topic(
                "AQI",
                new Text("空气质量指数", "Air quality index"),
                new Text(
                        "由一小时或一日的浓度得出各项分指数、AQI 和首要污染物（HJ 633）。因子键为该报告通常的统计值：日报的 O3 为日最大 8 小时，"
                                + "2012 版实时报的颗粒物为 24 小时滑动平均。",
                        "From the concentrations of an hour or a day to the individual indices, the AQI and the primary pollutants"
                                + " (HJ 633). A factor's key is its usual statistic in the report: O3 of a day is the maximum 8 h"
                                + " mean, particles of an hour under the edition of 2012 are 24 h moving means."),
                true,
                Stream.concat(
                                inputs.concentrations(),
                                Stream.of(
                                        inputs.statistic("SO2", "24h", "24 小时平均", "24 h mean"),
                                        inputs.statistic("O3", "1h", "1 小时（日报为日最大）", "1 h (maximum of the day)"),
                                        inputs.statistic("O3", "8h", "8 小时（日报为日最大）", "8 h (maximum of the day)"),
                                        inputs.statistic("PM10", "24h", "24 小时平均", "24 h mean"),
                                        inputs.statistic("PM2.5", "24h", "24 小时平均", "24 h mean"),
                                        inputs.report()))
                        .toList(),
                List.of(
                        Map.of("report", "daily", "PM2.5", 28, "O3", 180),
                        Map.of("report", "hourly", "SO2", 801, "NO2", 100, "CO", 5, "PM10", 50, "PM2.5", 35)),
                this::judgeAqi);
    }

    private Judgement<Map<String, Object>> judgeAqi(Request request) {
        Report report = Report.ofLabel(request.getText(AirInputs.REPORT));
        Working working = new Working();
        Map<AirItem, String> keys = new LinkedHashMap<>();
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (String key : request.input().keySet()) {
            if (key.equals(AirInputs.REPORT)) {
                continue;
            }
            AirItem item = item(key, request.day(), report);
            if (keys.put(item, key) != null) {
                working.finding(AirFinding.GIVEN_TWICE, key, item.toString(), "");
            }
            values.put(item, request.getNumber(key));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return index.judge(request.day(), report, values).map(aqi -> plain(aqi, keys));
    }

    private static Map<String, Object> plain(Aqi aqi, Map<AirItem, String> keys) {
        Map<String, Object> indices = new LinkedHashMap<>();
        for (ItemIndex item : aqi.items()) {
            indices.put(keys.getOrDefault(item.item(), item.item().toString()), item.index());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("aqi", aqi.aqi());
        result.put("iaqi", indices);
        result.put("primary", aqi.primary());
        return result;
    }

    /** The statistic that a key stands for in the report of the day. */
    private AirItem item(String key, LocalDate day, Report report) {
        return item(index, key, day, report);
    }

    static AirItem item(AirIndex index, String key, LocalDate day, Report report) {
        int split = key.indexOf('_');
        if (split < 0) {
            return index.listItems(day, report).stream()
                    .map(IndexItem::item)
                    .filter(item -> item.factor().equals(key))
                    .findFirst()
                    .orElse(new AirItem(key, Averaging.HOUR));
        }
        Averaging averaging = Averaging.ofLabel(key.substring(split + 1));
        return new AirItem(
                key.substring(0, split),
                averaging == Averaging.EIGHT_HOURS && report == Report.DAILY
                        ? Averaging.DAY_MAX_EIGHT_HOURS
                        : averaging);
    }

    private Topic aqiLevels() {
        return new Topic(
                "aqi_levels",
                new Text("AQI 级别的含义", "What an AQI level means"),
                new Text(
                        "由 AQI 得出级别、类别、颜色、健康影响和建议；给出首要污染物时，2026 版还列出敏感人群（HJ 633）。",
                        "From an AQI to its level, category, colour, effects on health and advice; with the primary pollutant"
                                + " the edition of 2026 also names who is sensitive (HJ 633)."),
                true,
                List.of(
                        Input.number(AQI, new Text("空气质量指数", "air quality index"), "")
                                .needed(),
                        inputs.factor()),
                List.of(Map.of(AQI, 119, AirInputs.FACTOR, "O3")),
                this::judgeLevel);
    }

    private Judgement<Map<String, Object>> judgeLevel(Request request) {
        Working working = new Working();
        BigDecimal aqi = request.getNumber(AQI);
        Optional<AqiLevels.Meaning> meaning = working.lean(levels.explain(request.day(), aqi));
        if (meaning.isEmpty()) {
            return working.notJudged();
        }
        AqiLevel level = meaning.get().level();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("level", level.level());
        result.put("category", level.category().zh());
        result.put("category_en", level.category().en());
        result.put("colour", level.colour().zh());
        result.put("colour_en", level.colour().en());
        result.put("rgb", level.rgb());
        result.put("hex", level.hex());
        result.put("cmyk", level.cmyk());
        result.put("health", meaning.get().health().zh());
        result.put("health_en", meaning.get().health().en());
        result.put("advice", meaning.get().advice().zh());
        result.put("advice_en", meaning.get().advice().en());
        request.findText(AirInputs.FACTOR)
                .flatMap(factor -> levels.findSensitiveGroups(request.day(), factor, working))
                .ifPresent(groups -> {
                    result.put("sensitive_groups", groups.zh());
                    result.put("sensitive_groups_en", groups.en());
                });
        return working.judged(result);
    }
}
