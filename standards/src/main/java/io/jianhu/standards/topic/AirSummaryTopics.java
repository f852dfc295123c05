package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirFinding;
import io.jianhu.standards.air.AirStatistic;
import io.jianhu.standards.air.CompositeIndex;
import io.jianhu.standards.air.GoodDays;
import io.jianhu.standards.air.SandDust;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers that sum up a period: composite index, good days, days of dust. */
final class AirSummaryTopics {

    private static final String GOOD = "good_days";
    private static final String VALID = "valid_days";
    private static final String DAILY = "daily_aqi";
    private static final String DAYS = "days";
    private static final String DAY = "date";
    private static final String AQI = "aqi";
    private static final String DUST = "dust";

    private final AirInputs inputs;
    private final CompositeIndex composite;
    private final GoodDays goodDays;
    private final SandDust sandDust;

    private AirSummaryTopics(RuleBook rules) {
        this.inputs = new AirInputs(rules);
        this.composite = CompositeIndex.of(rules);
        this.goodDays = GoodDays.of(rules);
        this.sandDust = SandDust.of(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AirSummaryTopics topics = new AirSummaryTopics(rules);
        return List.of(
                topics.composite(
                        "composite_index",
                        CompositeIndex.Form.RANKING,
                        new Text("综合指数（排名形式）", "Composite index, ranking form"),
                        new Text(
                                "六项浓度与二级限值之比的和，CO 为第 95 百分位数，O3 为日最大 8 小时第 90 百分位数；月、季也用年限值。",
                                "The sum of six concentrations over their limits of the second class, CO as percentile 95, O3 as"
                                        + " percentile 90 of the daily maximum 8 h mean; a month or quarter uses the annual limits.")),
                topics.composite(
                        "composite_index_annex_c",
                        CompositeIndex.Form.ANNEX_C,
                        new Text("综合指数（附录 C 形式）", "Composite index, form of annex C"),
                        new Text(
                                "每项取年均值与年限值、百分位数与 24 小时限值两个比值中的较大者，再求和（HJ 663-2013 附录 C）；与排名形式数值不同。",
                                "Per item the larger of mean over annual limit and percentile over 24 h limit, then the sum (HJ 663-2013"
                                        + " annex C); another number than the ranking form.")),
                topics.composite(
                        "composite_index_weighted",
                        CompositeIndex.Form.WEIGHTED,
                        new Text("综合指数（加权，未核实）", "Composite index, weighted, unverified"),
                        new Text(
                                "2026 年起某公开代码采用的加权和，标准原文未核对；仅供比较，不作评价依据。",
                                "The weighted sum that one public code base uses from 2026 on; not checked against the standard, for"
                                        + " comparison only.")),
                topics.goodDayRatio(),
                topics.sandDust());
    }

    private Topic composite(String name, CompositeIndex.Form form, Text title, Text help) {
        List<AirStatistic> known = composite.listStatistics(form);
        List<Input> keys = Stream.concat(
                        inputs.concentrations()
                                .map(input -> form != CompositeIndex.Form.ANNEX_C
                                                || known.contains(AirStatistic.mean(input.key()))
                                        ? input.needed()
                                        : input),
                        known.stream()
                                .filter(statistic -> form == CompositeIndex.Form.ANNEX_C)
                                .filter(statistic -> statistic.percentile().isPresent())
                                .map(inputs::statistic))
                .toList();
        Map<String, Object> example = new LinkedHashMap<>(
                Map.of("SO2", 11, "NO2", 16, "CO", new BigDecimal("0.6"), "O3", 139, "PM10", 40, "PM2.5", 16));
        if (form == CompositeIndex.Form.ANNEX_C) {
            example.putAll(Map.of("SO2_P98", 20, "NO2_P98", 40, "PM10_P95", 90, "PM2.5_P95", 45));
        }
        return new Topic(name, title, help, true, keys, List.of(example), request -> judgeComposite(request, form));
    }

    private Judgement<Map<String, Object>> judgeComposite(Request request, CompositeIndex.Form form) {
        Working working = new Working();
        Map<AirStatistic, BigDecimal> statistics =
                AirInputs.statistics(request, composite.listStatistics(request.day(), form), working);
        return working.hasFindings()
                ? working.notJudged()
                : composite.judge(request.day(), form, statistics).map(index -> Map.of("composite", index.value()));
    }

    private Topic goodDayRatio() {
        return new Topic(
                "good_day_ratio",
                new Text("优良天数比例", "Share of good days"),
                new Text(
                        "优良天数除以有效天数，保留一位小数；给出两个计数，或逐日 AQI（无效日为 null，并给出日期以选择版本）。",
                        "Good days over valid days, one decimal; give both counts, or the AQI of each day (null where it was not valid,"
                                + " with a date that chooses the edition)."),
                false,
                List.of(
                        Input.number(GOOD, new Text("优良天数", "good days"), "d"),
                        Input.number(VALID, new Text("有效天数", "valid days"), "d"),
                        Input.series(DAILY, new Text("逐日 AQI", "AQI of each day"), "")),
                List.of(Map.of(GOOD, 332, VALID, 366)),
                this::judgeGoodDays);
    }

    private Judgement<Map<String, Object>> judgeGoodDays(Request request) {
        Working working = new Working();
        boolean counted = request.has(GOOD) && request.has(VALID);
        if (request.has(DAILY) && (request.has(GOOD) || request.has(VALID))) {
            working.finding(AirFinding.GIVEN_TWICE, DAILY, GOOD + " + " + VALID + " | " + DAILY, "");
            return working.notJudged();
        }
        if (!counted && !request.has(DAILY)) {
            working.finding(CommonFinding.MISSING_INPUT, "input", GOOD + " + " + VALID + " | " + DAILY, "");
            return working.notJudged();
        }
        Judgement<GoodDays.Share> share = counted
                ? goodDays.judge(request.getNumber(GOOD), request.getNumber(VALID))
                : goodDays.judgeDays(request.day(), request.listSeries(DAILY));
        return share.map(s -> Map.of("ratio_pct", s.percent()));
    }

    private Topic sandDust() {
        return new Topic(
                "sand_dust",
                new Text("沙尘天气剔除", "Exclusion of sand and dust"),
                new Text(
                        "逐日数据中，沙尘记录已批准的日子不参与颗粒物均值和优良天数比例；仅申请未批准的照常统计（环办监测[2016]120号）。",
                        "Of the days given, those with an approved record of dust are left out of the means of particles and the share of"
                                + " good days; an application alone changes nothing (notice 2016 no. 120)."),
                false,
                List.of(Input.records(
                                DAYS,
                                new Text("逐日数据", "days"),
                                List.of(
                                        Input.of(DAY, new Text("日期", "date"), Input.Kind.DATE)
                                                .needed(),
                                        Input.number(AQI, new Text("空气质量指数", "air quality index"), ""),
                                        inputs.concentration("PM10"),
                                        inputs.concentration("PM2.5"),
                                        Input.choice(
                                                DUST,
                                                new Text("沙尘记录", "record of dust"),
                                                List.of(
                                                        new Input.Choice("none", new Text("无", "none")),
                                                        new Input.Choice("applied", new Text("已申请", "applied for")),
                                                        new Input.Choice("approved", new Text("已批准", "approved"))))))
                        .needed()),
                List.of(Map.of(
                        DAYS,
                        List.of(
                                Map.of(DAY, "2026-04-01", AQI, 62, "PM10", 74, "PM2.5", 30),
                                Map.of(DAY, "2026-04-02", AQI, 310, "PM10", 430, "PM2.5", 80, DUST, "approved")))),
                this::judgeDust);
    }

    private Judgement<Map<String, Object>> judgeDust(Request request) {
        List<SandDust.Day> days =
                request.listRecords(DAYS).stream().map(AirSummaryTopics::day).toList();
        return sandDust.judge(days).map(assessment -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put(GOOD, assessment.goodDays().good());
            result.put(VALID, assessment.goodDays().valid());
            result.put("ratio_pct", assessment.goodDays().percent());
            result.put("means", assessment.means());
            result.put(
                    "excluded",
                    assessment.left().stream().map(LocalDate::toString).toList());
            return result;
        });
    }

    private static SandDust.Day day(Request row) {
        Map<String, BigDecimal> particles = new LinkedHashMap<>();
        Stream.of("PM10", "PM2.5")
                .forEach(factor -> row.findNumber(factor).ifPresent(value -> particles.put(factor, value)));
        return new SandDust.Day(
                row.findDate(DAY).orElseThrow(),
                row.findNumber(AQI),
                particles,
                row.findText(DUST)
                        .map(text -> SandDust.Approval.valueOf(text.toUpperCase(Locale.ROOT)))
                        .orElse(SandDust.Approval.NONE));
    }
}
