package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirAttainment;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirLimit;
import io.jianhu.standards.air.AirLimits;
import io.jianhu.standards.air.AirStatistic;
import io.jianhu.standards.air.Attainment;
import io.jianhu.standards.air.ExceedMultiples;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits of GB 3095 and whether they are attained. */
final class AirLimitTopics {

    private static final String AVERAGING = "averaging";
    private static final String VALUE = "value";

    private final AirInputs inputs;
    private final AirLimits limits;
    private final AirAttainment attainment;
    private final ExceedMultiples multiples;

    private AirLimitTopics(RuleBook rules) {
        this.inputs = new AirInputs(rules);
        this.limits = AirLimits.of(rules);
        this.attainment = AirAttainment.of(rules);
        this.multiples = ExceedMultiples.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AirLimitTopics topics = new AirLimitTopics(rules);
        return List.of(topics.limit(), topics.exceedMultiple(), topics.day(), topics.year());
    }

    private Topic limit() {
        return new Topic(
                "air_limit",
                new Text("环境空气限值", "Limit of ambient air"),
                new Text(
                        "该日期适用的浓度限值，按因子和平均时间（GB 3095）；2026 版分过渡阶段和最终限值。",
                        "The limit that holds on the date, by factor and averaging time (GB 3095); the edition of 2026 has transition and"
                                + " final limits."),
                true,
                List.of(factorName(), averaging()),
                List.of(Map.of(AirInputs.FACTOR, "PM2.5", AVERAGING, "year")),
                this::judgeLimit);
    }

    private Judgement<Map<String, Object>> judgeLimit(Request request) {
        Working working = new Working();
        Optional<AirLimit> limit = limits.find(item(request), request.day(), working);
        if (limit.isEmpty()) {
            return working.notJudged();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("class1", limit.get().first());
        result.put("class2", limit.get().second());
        result.put("unit", limit.get().unit());
        result.put("phase", limit.get().phase());
        return working.judged(result);
    }

    private Topic exceedMultiple() {
        return new Topic(
                "exceed_multiple",
                new Text("超标倍数", "Exceed multiple"),
                new Text(
                        "浓度超过限值的倍数 (C-S)/S；达标时为空（HJ 663，GB 3095）。",
                        "By how many times a concentration exceeds its limit, (C-S)/S; empty where it attains (HJ 663, GB 3095)."),
                true,
                List.of(
                        factorName(),
                        averaging(),
                        AirInputs.airClass().needed(),
                        Input.number(VALUE, new Text("浓度", "concentration"), "µg/m³, CO mg/m³")
                                .needed()),
                List.of(Map.of(AirInputs.FACTOR, "PM2.5", AVERAGING, "24h", AirInputs.CLASS, "2", VALUE, 90)),
                this::judgeMultiple);
    }

    private Judgement<Map<String, Object>> judgeMultiple(Request request) {
        return multiples
                .judge(
                        request.day(),
                        item(request),
                        AirClass.ofLabel(request.getText(AirInputs.CLASS)),
                        request.getNumber(VALUE))
                .map(exceedance -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("multiple", exceedance.multiple());
                    result.put("limit", exceedance.limit());
                    return result;
                });
    }

    private Topic day() {
        return new Topic(
                "day_attainment",
                new Text("日达标评价", "Attainment of a day"),
                new Text(
                        "一日的浓度是否达到该日期的限值，O3 为日最大 8 小时（GB 3095）；与 AQI 无关，2031 年起 AQI 不超过 100 也可能超标。",
                        "Whether the concentrations of a day attain the limits of that date, O3 as its maximum 8 h mean (GB 3095). An AQI"
                                + " plays no part: from 2031 a day with an AQI up to 100 may exceed."),
                true,
                limits.listLimits().stream()
                        .filter(limit -> limit.isBinding()
                                && limit.item().equals(dayItem(limit.item().factor())))
                        .map(limit -> Input.number(
                                limit.item().factor(), inputs.name(limit.item().factor()), limit.unit()))
                        .distinct()
                        .toList(),
                List.of(Map.of("PM2.5", 55, "PM10", 110, "O3", 150)),
                this::judgeDay);
    }

    private Judgement<Map<String, Object>> judgeDay(Request request) {
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (String factor : request.input().keySet()) {
            values.put(dayItem(factor), request.getNumber(factor));
        }
        return attainment.judge(request.day(), values).map(AirLimitTopics::plain);
    }

    /** What of a factor is judged of a day. */
    private static AirItem dayItem(String factor) {
        return new AirItem(factor, factor.equals("O3") ? Averaging.DAY_MAX_EIGHT_HOURS : Averaging.DAY);
    }

    private Topic year() {
        List<AirStatistic> known = attainment.listStatistics();
        Stream<Input> factors = inputs.concentrations();
        Stream<Input> percentiles = known.stream()
                .filter(statistic -> statistic.percentile().isPresent())
                .map(inputs::statistic);
        return new Topic(
                "annual_air",
                new Text("年达标评价", "Attainment of a year"),
                new Text(
                        "年平均和特定百分位数是否达到该日期的限值（HJ 663，GB 3095）；CO、O3 的键为其百分位数（第 95、第 90）。未给出的统计值记为提示。",
                        "Whether annual means and percentiles attain the limits of that date (HJ 663, GB 3095); CO and O3 are their"
                                + " percentiles (95 and 90). What is not given leaves a warning."),
                true,
                Stream.concat(factors, percentiles).toList(),
                List.of(Map.of("SO2", 5, "NO2", 27, "PM10", 47, "PM2.5", 28)),
                request -> judgeYear(request, known));
    }

    private Judgement<Map<String, Object>> judgeYear(Request request, List<AirStatistic> known) {
        Working working = new Working();
        Map<AirStatistic, BigDecimal> statistics = AirInputs.statistics(request, known, working);
        return working.hasFindings()
                ? working.notJudged()
                : attainment.judgeYear(request.day(), statistics).map(AirLimitTopics::plain);
    }

    private static Map<String, Object> plain(Attainment attainment) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("class1_ok", attainment.attains(AirClass.FIRST));
        result.put("class2_ok", attainment.attains(AirClass.SECOND));
        result.put("fails_class1", attainment.failing(AirClass.FIRST));
        result.put("fails_class2", attainment.failing(AirClass.SECOND));
        return result;
    }

    private AirItem item(Request request) {
        return new AirItem(
                inputs.key(request.getText(AirInputs.FACTOR)), Averaging.ofLabel(request.getText(AVERAGING)));
    }

    private static Input factorName() {
        return Input.of(AirInputs.FACTOR, new Text("因子", "factor"), Input.Kind.TEXT)
                .needed();
    }

    private static Input averaging() {
        return Input.choice(
                        AVERAGING,
                        new Text("平均时间", "averaging time"),
                        List.of(
                                new Input.Choice("1h", new Text("1 小时平均", "1 h mean")),
                                new Input.Choice("24h", new Text("24 小时平均", "24 h mean")),
                                new Input.Choice(
                                        "day-max-8h",
                                        new Text("日最大 8 小时平均", "daily maximum 8 h mean"),
                                        List.of("daily_max_8h")),
                                new Input.Choice("quarter", new Text("季平均", "quarterly mean")),
                                new Input.Choice("year", new Text("年平均", "annual mean"), List.of("annual"))))
                .needed();
    }
}
