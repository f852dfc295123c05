package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.DataMark;
import io.jianhu.standards.emission.DataMarks;
import io.jianhu.standards.emission.DataValidity;
import io.jianhu.standards.emission.Substitution;
import io.jianhu.standards.emission.Substitution.GasGap;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Validity, transmission, substitution and marks of automatic data. */
final class EmissionDataTopics {

    private final RuleBook rules;
    private final DataValidity validity;
    private final Substitution substitution;
    private final DataMarks marks;

    private EmissionDataTopics(RuleBook rules) {
        this.rules = rules;
        this.validity = new DataValidity(rules);
        this.substitution = new Substitution(rules);
        this.marks = new DataMarks(rules);
    }

    static List<Topic> list(RuleBook rules) {
        EmissionDataTopics topics = new EmissionDataTopics(rules);
        return List.of(
                topics.effectiveTransmission(),
                topics.captureRate(),
                topics.emissionValidity(),
                topics.substitution(),
                topics.dataMark());
    }

    private static Input count(String key, String zh, String en) {
        return Input.number(key, new Text(zh, en), "");
    }

    private static Input text(String key, String zh, String en) {
        return Input.of(key, new Text(zh, en), Input.Kind.TEXT);
    }

    private Topic effectiveTransmission() {
        return new Topic(
                "effective_transmission",
                new Text("有效传输率", "Effective transmission rate"),
                new Text(
                        "传输率×有效率：received/expected × valid/expected_valid × 100；停运时段从两个分母中扣除。",
                        "Transmission rate times valid rate: received/expected × valid/expected_valid × 100; shutdown leaves both"
                                + " denominators."),
                false,
                List.of(
                        count("received", "实收数据组数", "received records").needed(),
                        count("expected", "应收数据组数", "expected records").needed(),
                        count("valid", "有效数据组数", "valid records").needed(),
                        count("expected_valid", "应有有效数据组数，缺省同应收", "expected valid records; as expected when empty"),
                        count("shutdown", "其中停运时段的数据组数", "records of these that fall into shutdown")),
                List.of(Map.of("received", 2208, "expected", 2208, "valid", 2098, "expected_valid", 2208)),
                request -> {
                    Working working = new Working();
                    int received = EmissionValues.count(request, working, "received", 0);
                    int expected = EmissionValues.count(request, working, "expected", 0);
                    int valid = EmissionValues.count(request, working, "valid", 0);
                    int expectedValid = EmissionValues.count(request, working, "expected_valid", expected);
                    int shutdown = EmissionValues.count(request, working, "shutdown", 0);
                    return working.hasFindings()
                            ? working.notJudged()
                            : validity.effectiveTransmission(received, expected, valid, expectedValid, shutdown)
                                    .map(rate -> Map.of("rate_pct", rate));
                });
    }

    private Topic captureRate() {
        return new Topic(
                "capture_rate",
                new Text("季度数据捕集率", "Quarterly capture rate"),
                new Text(
                        "(季度小时−停运−无效)/(季度小时−停运)×100，不小于 75 %（HJ 75-2017）。",
                        "(hours − stopped − invalid)/(hours − stopped) × 100, at least 75 % (HJ 75-2017)."),
                false,
                List.of(
                        count("hours_quarter", "季度小时数", "hours of the quarter").needed(),
                        count("hours_stop", "停运小时数", "hours of shutdown").needed(),
                        count("hours_invalid", "无效小时数", "invalid hours").needed()),
                List.of(Map.of("hours_quarter", 2208, "hours_stop", 208, "hours_invalid", 100)),
                request -> {
                    Working working = new Working();
                    int hours = EmissionValues.count(request, working, "hours_quarter", 0);
                    int stopped = EmissionValues.count(request, working, "hours_stop", 0);
                    int invalid = EmissionValues.count(request, working, "hours_invalid", 0);
                    return working.hasFindings()
                            ? working.notJudged()
                            : validity.captureRate(hours, stopped, invalid).map(rate -> {
                                Map<String, Object> result = new LinkedHashMap<>();
                                result.put("rate_pct", rate.percent());
                                result.put("sufficient", rate.sufficient());
                                return result;
                            });
                });
    }

    private Topic emissionValidity() {
        return new Topic(
                "emission_validity",
                new Text("自动监测均值的有效性", "Validity of a mean of automatic data"),
                new Text(
                        "小时 ≥ 45 min，日 ≥ 20 h（有一处来源为 18，可用 day_rule 改），月 ≥ 25 d（二月 23 d），废水日 ≥ 75 %。",
                        "Hour ≥ 45 min, day ≥ 20 h (another source says 18: set day_rule), month ≥ 25 d (February 23), waste water"
                                + " day ≥ 75 %."),
                false,
                List.of(
                        Input.choice(
                                        "period",
                                        new Text("时段", "period"),
                                        List.of(
                                                new Input.Choice("hour", new Text("小时均值", "hourly mean")),
                                                new Input.Choice("day", new Text("日均值", "daily mean")),
                                                new Input.Choice("month", new Text("月均值", "monthly mean")),
                                                new Input.Choice(
                                                        "water-day", new Text("废水日均值", "daily mean of waste water"))))
                                .needed(),
                        count("valid", "有效数（分钟、小时、日或组）", "valid minutes, hours, days or readings")
                                .needed(),
                        count("due", "废水日应有数", "readings due, for a waste water day"),
                        text("month", "月份，如 2026-02", "month, such as 2026-02"),
                        text("day_rule", "日有效小时规则", "rule for the hours of a day")),
                List.of(
                        Map.of("period", "day", "valid", 20),
                        Map.of("period", "month", "valid", 23, "month", "2026-02")),
                this::judgeValidity);
    }

    private Judgement<Map<String, Object>> judgeValidity(Request request) {
        Working working = new Working();
        int valid = EmissionValues.count(request, working, "valid", 0);
        int due = EmissionValues.count(request, working, "due", 0);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Judgement<Boolean> judgement = switch (request.getText("period")) {
            case "hour" -> validity.hour(valid);
            case "day" -> judgeDay(request, working, valid);
            case "month" -> judgeMonth(request, working, valid);
            default -> validity.waterDay(valid, due);
        };
        return judgement.map(enough -> Map.of("valid", enough));
    }

    private Judgement<Boolean> judgeDay(Request request, Working working, int valid) {
        String rule = request.findText("day_rule").orElse(DataValidity.DEFAULT_DAY_RULE);
        if (!rule.startsWith(DataValidity.DEFAULT_DAY_RULE)
                || rules.findRule(rule).isEmpty()) {
            working.finding(CommonFinding.UNKNOWN_CHOICE, "day_rule", "HJ75/valid-day, HJ75/valid-day/18", rule);
            return working.notJudged();
        }
        return new DataValidity(rules, rule).day(valid);
    }

    private Judgement<Boolean> judgeMonth(Request request, Working working, int valid) {
        String month = request.findText("month").orElse("");
        try {
            return validity.month(valid, YearMonth.parse(month));
        } catch (DateTimeException e) {
            working.finding(CommonFinding.MISSING_INPUT, "month", "yyyy-mm", month);
            return working.notJudged();
        }
    }

    private Topic substitution() {
        return new Topic(
                "substitution",
                new Text("缺失数据替代（仅用于排放量）", "Substitution of missing data, for amounts only"),
                new Text(
                        "废气：有效小时最大排放速率，回溯 180/720/2160 h（HJ 75-2017 表5、表6）；废水：前一等长时段 pH 中位值、其他平均值"
                                + "（HJ 356-2019）。不得用于达标判定。",
                        "Waste gas: the highest valid hourly rate of the last 180, 720 or 2160 h (HJ 75-2017 tables 5, 6); waste"
                                + " water: median of the preceding period for pH, mean for others (HJ 356-2019). Never for"
                                + " compliance."),
                false,
                List.of(
                        Input.choice(
                                        "case",
                                        new Text("情形", "case"),
                                        List.of(
                                                new Input.Choice(
                                                        "out-of-control", new Text("废气，失控", "gas, out of control")),
                                                new Input.Choice(
                                                        "missing", new Text("废气，缺失或无效", "gas, missing or invalid")),
                                                new Input.Choice("water", new Text("废水", "waste water"))))
                                .needed(),
                        Input.numbers(
                                        "history",
                                        new Text("缺失之前的有效数据，由早到晚", "valid data before the gap, newest last"),
                                        "")
                                .needed(),
                        Input.number("capture_pct", new Text("季度数据捕集率", "quarterly capture rate"), "%"),
                        count("gap_hours", "缺失小时数", "hours of the gap"),
                        text("factor", "废水因子", "factor of waste water")),
                List.of(
                        Map.of(
                                "case",
                                "missing",
                                "capture_pct",
                                92,
                                "gap_hours",
                                10,
                                "history",
                                List.of(3.1, 4.0, 2.2)),
                        Map.of("case", "water", "factor", "pH", "history", List.of(7.1, 7.4, 7.2))),
                this::judgeSubstitution);
    }

    private Judgement<Map<String, Object>> judgeSubstitution(Request request) {
        Working working = new Working();
        boolean water = request.getText("case").equals("water");
        for (String key : water ? List.of("factor") : List.of("capture_pct", "gap_hours")) {
            if (!request.has(key)) {
                working.finding(CommonFinding.MISSING_INPUT, key, "", "");
            }
        }
        int gap = EmissionValues.count(request, working, "gap_hours", 0);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return (water
                        ? substitution.water(request.getText("factor"), request.listNumbers("history"))
                        : substitution.gas(
                                request.getText("case").equals("missing") ? GasGap.MISSING : GasGap.OUT_OF_CONTROL,
                                request.getNumber("capture_pct"),
                                gap,
                                request.listNumbers("history")))
                .map(amount -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("value", EmissionValues.written(amount.value()));
                    result.put("unit", amount.unit());
                    result.put("statistic", amount.statistic().en());
                    result.put("used", amount.used());
                    result.put("for_compliance", false);
                    return result;
                });
    }

    private Topic dataMark() {
        return new Topic(
                "data_mark",
                new Text("数据标记的效力", "Effect of a mark"),
                new Text(
                        "标记对统计和达标判定的影响；人工标记须有标记人、时间、理由和证据。",
                        "What a mark does to statistics and compliance; a person's mark needs who, when, why and evidence."),
                true,
                List.of(
                        Input.choice(
                                        "scheme",
                                        new Text("标记体系", "scheme"),
                                        List.of(
                                                new Input.Choice(
                                                        "hj212", new Text("HJ 212-2017 数据标记", "flag of HJ 212-2017")),
                                                new Input.Choice(
                                                        "hj212-2005",
                                                        new Text("HJ/T 212-2005 数据标记", "flag of HJ/T 212-2005")),
                                                new Input.Choice(
                                                        "device", new Text("自动监测设备标记", "mark of the equipment")),
                                                new Input.Choice("label", new Text("平台标签", "label of the platform")),
                                                new Input.Choice(
                                                        "incineration", new Text("垃圾焚烧工况标记", "mark of an incinerator")),
                                                new Input.Choice("power", new Text("火电工况标记", "mark of a power unit"))))
                                .needed(),
                        text("code", "标记", "mark").needed(),
                        text("by", "标记人", "who"),
                        Input.of("on", new Text("标记日期", "when"), Input.Kind.DATE),
                        text("reason", "理由", "why"),
                        text("evidence", "证据", "evidence")),
                List.of(
                        Map.of("scheme", "hj212", "code", "D"),
                        Map.of(
                                "scheme",
                                "device",
                                "code",
                                "maintenance",
                                "by",
                                "张三",
                                "on",
                                "2026-03-02",
                                "reason",
                                "季度校验",
                                "evidence",
                                "校验记录 12 号")),
                request -> marks.judge(
                                new DataMark(
                                        request.getText("scheme"),
                                        request.getText("code"),
                                        request.findText("by"),
                                        request.findDate("on"),
                                        request.findText("reason"),
                                        request.findText("evidence")),
                                request.day())
                        .map(effect -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("meaning_zh", effect.title().zh());
                            result.put("meaning_en", effect.title().en());
                            result.put("statistics", label(effect.statistics()));
                            result.put("compliance", label(effect.compliance()));
                            result.put("counts_hours", effect.countsHours());
                            return result;
                        }));
    }

    private static String label(Enum<?> effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
