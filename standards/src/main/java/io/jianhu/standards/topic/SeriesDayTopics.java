package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirLimit;
import io.jianhu.standards.air.AirLimits;
import io.jianhu.standards.air.EvaluationItem;
import io.jianhu.standards.air.series.CityValues;
import io.jianhu.standards.air.series.DayHours;
import io.jianhu.standards.air.series.DayStatistics;
import io.jianhu.standards.air.series.EarlyApplication;
import io.jianhu.standards.air.series.SeriesFinding;
import io.jianhu.standards.air.series.Statistic;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hours, days and cities. */
final class SeriesDayTopics {

    static final String REGION = "region";

    private static final String FACTOR = AirInputs.FACTOR;
    private static final String VALUES = "values";
    private static final String MINUTES = "minutes";
    private static final String VALID = "valid";

    private final RuleBook rules;
    private final AirInputs inputs;
    private final DayStatistics statistics;
    private final CityValues cities;
    private final AirLimits limits;
    private final EarlyApplication early;

    private SeriesDayTopics(RuleBook rules) {
        this.rules = rules;
        this.inputs = new AirInputs(rules);
        this.statistics = DayStatistics.of(rules);
        this.cities = CityValues.of(rules);
        this.limits = AirLimits.of(rules);
        this.early = EarlyApplication.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        SeriesDayTopics topics = new SeriesDayTopics(rules);
        return List.of(topics.hour(), topics.day(), topics.ozone(), topics.city());
    }

    /** Where data were measured before the standard held everywhere. */
    static Input region() {
        return Input.of(
                REGION,
                new Text("地区（GB/T 2260，2016 年前的数据必填）", "region (GB/T 2260), for data before 2016"),
                Input.Kind.TEXT);
    }

    static Input factor() {
        return Input.of(FACTOR, new Text("因子", "factor"), Input.Kind.TEXT).needed();
    }

    private Topic hour() {
        return new Topic(
                "hour_validity",
                new Text("小时值有效性", "Validity of an hour"),
                new Text(
                        "1 小时平均至少要有 45 分钟有效数据（GB 3095 表 4）。",
                        "A 1 h mean needs 45 minutes of valid data (GB 3095 table 4)."),
                true,
                List.of(
                        factor(),
                        Input.number(MINUTES, new Text("有效分钟数", "valid minutes"), "min")
                                .needed(),
                        region()),
                List.of(Map.of(FACTOR, "SO2", MINUTES, 45)),
                this::judgeHour);
    }

    private Judgement<Map<String, Object>> judgeHour(Request request) {
        Working working = new Working();
        Optional<Integer> minutes = Counts.read(request.getNumber(MINUTES), MINUTES, working);
        LocalDate ruleDay = ruleDay(request, working);
        return minutes.flatMap(count -> working.lean(statistics.hour(key(request), count, ruleDay)))
                .map(valid -> working.judged(Map.<String, Object>of(VALID, valid)))
                .orElseGet(working::notJudged);
    }

    private Topic day() {
        return new Topic(
                "daily_mean",
                new Text("日平均", "Daily mean"),
                new Text(
                        "自然日 24 个小时值的平均，缺测写 null；至少 20 个有效小时（GB 3095 表 4），六项按评价小数位修约。",
                        "Mean of the 24 hours of a natural day, null where one is missing; needs 20 valid hours (GB 3095 table 4). The six"
                                + " items are rounded as they are evaluated."),
                true,
                List.of(
                        factor(),
                        Input.series(VALUES, new Text("小时值", "hours"), "µg/m³, CO mg/m³")
                                .needed(),
                        region()),
                List.of(Map.of(FACTOR, "PM2.5", VALUES, Collections.nCopies(DayHours.HOURS, 35))),
                this::judgeDay);
    }

    private Judgement<Map<String, Object>> judgeDay(Request request) {
        Working working = new Working();
        List<Optional<BigDecimal>> values = new ArrayList<>(request.listSeries(VALUES));
        if (values.size() > DayHours.HOURS) {
            working.finding(SeriesFinding.MORE_THAN_POSSIBLE, VALUES, "≤ 24", Integer.toString(values.size()));
            return working.notJudged();
        }
        while (values.size() < DayHours.HOURS) {
            values.add(Optional.empty());
        }
        LocalDate ruleDay = ruleDay(request, working);
        Judgement<Statistic> mean = statistics.mean(key(request), new DayHours(values), ruleDay);
        return answer(mean, key(request), ruleDay, "mean", "valid_hours", working);
    }

    private Topic ozone() {
        return new Topic(
                "ozone_8h",
                new Text("臭氧日最大 8 小时平均", "Daily maximum 8 h mean of ozone"),
                new Text(
                        "1 至 24 时的 24 个小时值（缺测写 null）：08:00 至 24:00 结束的 17 个滑动平均的最大值，每个至少 6 小时；至少 14 个窗口，"
                                + "不足但已超标的仍有效（HJ 663 6.1.2）。",
                        "From the 24 hours 1 to 24, null where one is missing: the largest of the 17 moving means that end at 08:00 to 24:00,"
                                + " six hours each; 14 windows are needed, or a maximum above the limit (HJ 663 6.1.2)."),
                true,
                List.of(
                        Input.series(VALUES, new Text("小时值", "hours"), "µg/m³").needed(),
                        AirInputs.airClass(),
                        region()),
                List.of(Map.of(VALUES, Collections.nCopies(DayHours.HOURS, 120))),
                this::judgeOzone);
    }

    private Judgement<Map<String, Object>> judgeOzone(Request request) {
        Working working = new Working();
        List<Optional<BigDecimal>> values = request.listSeries(VALUES);
        if (values.size() != DayHours.HOURS) {
            working.finding(SeriesFinding.WRONG_NUMBER_OF_HOURS, VALUES, "24", Integer.toString(values.size()));
            return working.notJudged();
        }
        LocalDate ruleDay = ruleDay(request, working);
        AirItem item = new AirItem(DayStatistics.OZONE, Averaging.DAY_MAX_EIGHT_HOURS);
        Working lookup = new Working();
        Optional<AirLimit> limit = limits.find(item, ruleDay, lookup);
        if (limit.isEmpty()) {
            working.lean(lookup.<AirLimit>notJudged());
            return working.notJudged();
        }
        AirClass airClass =
                request.findText(AirInputs.CLASS).map(AirClass::ofLabel).orElse(AirClass.SECOND);
        Judgement<Statistic> maximum =
                statistics.maxEightHours(new DayHours(values), limit.get().of(airClass), ruleDay);
        boolean askedTheLimit = maximum.findValue()
                .filter(statistic -> !statistic.completeness().isEnough())
                .isPresent();
        if (askedTheLimit) {
            working.cite(limit.get().rule());
        }
        return answer(maximum, DayStatistics.OZONE, ruleDay, "max_8h", "valid_windows", working);
    }

    private Topic city() {
        return new Topic(
                "city_mean",
                new Text("城市平均", "Mean of a city"),
                new Text(
                        "各评价点位同一时段浓度的算术平均，无效点位写 null；先平均后算指数。有效点位至少 75 %（未核实）。",
                        "Mean of the stations' values of one period, null for a station that is not valid; first the mean, then the index."
                                + " 75 % of the stations must be valid (unverified)."),
                true,
                List.of(
                        factor(),
                        Input.series(VALUES, new Text("点位值", "stations"), "µg/m³, CO mg/m³")
                                .needed(),
                        region()),
                List.of(Map.of(FACTOR, "PM2.5", VALUES, List.of(31, 35, 38, 40))),
                this::judgeCity);
    }

    private Judgement<Map<String, Object>> judgeCity(Request request) {
        Working working = new Working();
        List<Optional<BigDecimal>> values = request.listSeries(VALUES);
        Counts.refuseNegative(values, VALUES, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        LocalDate ruleDay = ruleDay(request, working);
        Judgement<Statistic> mean = cities.mean(
                key(request),
                Averaging.DAY,
                values.stream().map(value -> value.map(Fraction::of)).toList(),
                ruleDay);
        return answer(mean, key(request), ruleDay, "mean", "valid_stations", working);
    }

    private Judgement<Map<String, Object>> answer(
            Judgement<Statistic> judgement,
            String factor,
            LocalDate ruleDay,
            String valueKey,
            String countKey,
            Working working) {
        Optional<Statistic> found = working.lean(judgement);
        if (found.isEmpty()) {
            return working.notJudged();
        }
        Statistic statistic = found.get();
        working.completeness(statistic.completeness());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(valueKey, statistic.findValid().map(value -> rounded(value, factor, ruleDay, working)));
        result.put(VALID, statistic.valid());
        result.put(countKey, statistic.completeness().have());
        return working.judged(result);
    }

    /** As the evaluation rounds the factor; not rounded where it does not know it. */
    private BigDecimal rounded(Fraction value, String factor, LocalDate ruleDay, Working working) {
        return EvaluationItem.find(factor, ruleDay, rules)
                .map(item -> {
                    working.cite(item.rule());
                    return working.step(new Text("修约", "rounded"), "", value.toDecimal(), item.rounding(), item.unit());
                })
                .orElseGet(value::toDecimal);
    }

    private String key(Request request) {
        return inputs.key(request.getText(FACTOR));
    }

    private LocalDate ruleDay(Request request, Working working) {
        return early.ruleDay(request.day(), request.findText(REGION).orElse(""), working);
    }
}
