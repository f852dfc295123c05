package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.AqiForecast;
import io.jianhu.standards.plan.Incidents;
import io.jianhu.standards.plan.Incidents.Instrument;
import io.jianhu.standards.plan.PollutionAlert;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Heavy-pollution warnings and environmental incidents. */
final class AlertTopics {

    private static final String DAILY = "daily_aqi";
    private static final String ROLLING = "rolling_24h_aqi";
    private static final String EXCLUDED = "ozone_or_dust";
    private static final String CAUSE = "cause";
    private static final String NOW = "now_aqi";
    private static final String INSTRUMENT = "instrument";
    private static final List<String> NUMBERS = List.of("deaths", "injured", "evacuated", "loss");

    private final PollutionAlert alert;
    private final Incidents incidents;

    private AlertTopics(RuleBook rules) {
        this.alert = new PollutionAlert(rules);
        this.incidents = new Incidents(rules);
    }

    static List<Topic> list(RuleBook rules) {
        AlertTopics topics = new AlertTopics(rules);
        return List.of(topics.level(), topics.lift(), topics.incident());
    }

    private static List<Input> forecastInputs() {
        return List.of(
                Input.numbers(DAILY, new Text("逐日预报 AQI", "forecast AQI by day"), ""),
                Input.numbers(ROLLING, new Text("逐时滑动 24 小时预报 AQI", "forecast AQI of 24 h ending at each hour"), ""),
                Input.numbers(EXCLUDED, new Text("由臭氧或沙尘造成的序号（自 1 起）", "which, from 1, are due to ozone or dust"), ""),
                Input.choice(
                        CAUSE,
                        new Text("整个过程的主要原因", "cause of the whole run"),
                        List.of(
                                new Input.Choice("PM2.5", new Text("颗粒物", "particles")),
                                new Input.Choice("O3", new Text("臭氧", "ozone")),
                                new Input.Choice("dust", new Text("沙尘", "dust")))));
    }

    private Topic level() {
        return new Topic(
                "pollution_alert",
                new Text("重污染天气预警级别", "Level of a heavy-pollution warning"),
                new Text(
                        "由逐日或逐时滑动的预报 AQI 得出预警级别，自红色起判断；臭氧和沙尘造成的重污染不计。2024 年起为黄、橙、红三级，此前为四级。",
                        "From the forecast AQI by day, or of 24 h ending at each hour, to the level, red first; pollution by ozone or dust"
                                + " does not count. Three levels since 2024, four before."),
                true,
                forecastInputs(),
                List.of(Map.of(DAILY, List.of(160, 170, 120)), Map.of(DAILY, List.of(210, 310, 220))),
                request -> {
                    Working working = new Working();
                    return forecast(request, working)
                            .flatMap(forecast -> working.lean(alert.level(forecast, request.day())))
                            .map(level -> working.judged(Map.<String, Object>of("level", level.label())))
                            .orElseGet(working::notJudged);
                });
    }

    private Topic lift() {
        return new Topic(
                "pollution_alert_lift",
                new Text("重污染天气预警解除", "Lifting of a heavy-pollution warning"),
                new Text(
                        "当前空气质量好于最低级别条件，且预报 36 小时以上不达到任何级别时可以解除。",
                        "A warning may be lifted when the air is better than the lowest condition and no level is forecast for more than 36 h."),
                true,
                Stream.concat(
                                Stream.of(Input.number(NOW, new Text("最近 24 小时 AQI", "AQI of the last 24 h"), "")
                                        .needed()),
                                forecastInputs().stream())
                        .toList(),
                List.of(Map.of(NOW, 90, DAILY, List.of(80, 95))),
                request -> {
                    Working working = new Working();
                    return forecast(request, working)
                            .flatMap(forecast ->
                                    working.lean(alert.mayLift(request.getNumber(NOW), forecast, request.day())))
                            .map(lifted -> working.judged(Map.<String, Object>of("lift", lifted)))
                            .orElseGet(working::notJudged);
                });
    }

    private static Optional<AqiForecast> forecast(Request request, Working working) {
        if (request.has(DAILY) == request.has(ROLLING)) {
            working.finding(CommonFinding.MISSING_INPUT, DAILY, DAILY + " or " + ROLLING, "");
            return Optional.empty();
        }
        List<BigDecimal> aqi = request.listNumbers(request.has(DAILY) ? DAILY : ROLLING);
        Set<Integer> excluded = new HashSet<>();
        for (BigDecimal index : request.listNumbers(EXCLUDED)) {
            if (index.stripTrailingZeros().scale() > 0
                    || index.signum() <= 0
                    || index.compareTo(BigDecimal.valueOf(aqi.size())) > 0) {
                working.finding(CommonFinding.OUT_OF_RANGE, EXCLUDED, "1.." + aqi.size(), index.toPlainString());
                return Optional.empty();
            }
            excluded.add(index.intValueExact());
        }
        if (!request.findText(CAUSE).orElse("PM2.5").equals("PM2.5")) {
            IntStream.rangeClosed(1, aqi.size()).forEach(excluded::add);
        }
        return Optional.of(
                request.has(DAILY) ? AqiForecast.ofDays(aqi, excluded) : AqiForecast.ofRollingHours(aqi, excluded));
    }

    private Topic incident() {
        return new Topic(
                "incident_grade",
                new Text("突发环境事件分级", "Grade of an environmental incident"),
                new Text(
                        "按各项后果中最重的一项定级；“以上”含本数，“以下”不含。标准按事件日期选取，信息报告办法的数值与应急预案不同。",
                        "The worst criterion decides; “以上” includes the number, “以下” does not. The day of the incident chooses the rule;"
                                + " the measures for reporting have numbers of their own."),
                true,
                Stream.concat(
                                NUMBERS.stream().map(key -> Input.number(key, nameOf(key), unitOf(key))),
                                Stream.of(
                                        Input.choice(
                                                "water_source",
                                                new Text("集中式饮用水水源地取水中断", "central water source interrupted"),
                                                choices("city", "设区的市级", "county", "县级", "township", "乡镇")),
                                        Input.choice(
                                                "ecology",
                                                new Text("生态破坏", "ecology"),
                                                choices(
                                                        "function_lost",
                                                        "区域生态功能丧失或物种灭绝",
                                                        "function_partly_lost",
                                                        "区域生态功能部分丧失或保护物种大量死亡",
                                                        "protected_species_harmed",
                                                        "保护物种受破坏")),
                                        Input.choice(
                                                "cross_border",
                                                new Text("跨界影响", "across borders"),
                                                choices(
                                                        "international",
                                                        "跨国",
                                                        "provincial",
                                                        "跨省",
                                                        "city",
                                                        "跨市",
                                                        "county",
                                                        "跨县")),
                                        Input.choice(
                                                INSTRUMENT,
                                                new Text("依据", "instrument"),
                                                choices("response", "应急预案", "report", "信息报告办法"))))
                        .toList(),
                List.of(Map.of("deaths", 3, "evacuated", 12000)),
                this::judgeIncident);
    }

    private static List<Input.Choice> choices(String... valuesAndTitles) {
        return IntStream.range(0, valuesAndTitles.length / 2)
                .mapToObj(i -> new Input.Choice(
                        valuesAndTitles[2 * i],
                        new Text(valuesAndTitles[2 * i + 1], valuesAndTitles[2 * i].replace('_', ' '))))
                .toList();
    }

    private static Text nameOf(String key) {
        return switch (key) {
            case "deaths" -> new Text("死亡人数", "deaths");
            case "injured" -> new Text("中毒或重伤人数", "poisoned or badly injured");
            case "evacuated" -> new Text("疏散转移人数", "evacuated");
            default -> new Text("直接经济损失", "direct loss");
        };
    }

    private static String unitOf(String key) {
        return key.equals("loss") ? "万元" : "人";
    }

    private Judgement<Map<String, Object>> judgeIncident(Request request) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        Map<String, String> choices = new LinkedHashMap<>();
        for (String key : request.input().keySet()) {
            if (NUMBERS.contains(key)) {
                numbers.put(key, request.getNumber(key));
            } else if (!key.equals(INSTRUMENT)) {
                choices.put(key, request.getText(key));
            }
        }
        Instrument instrument = request.findText(INSTRUMENT).orElse("response").equals("report")
                ? Instrument.REPORT
                : Instrument.RESPONSE;
        return incidents.grade(instrument, numbers, choices, request.day()).map(grade -> {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("grade", grade.title().zh());
            result.put("level", grade.name());
            return result;
        });
    }
}
