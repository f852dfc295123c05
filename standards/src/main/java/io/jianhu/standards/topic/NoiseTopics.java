package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.noise.DayNightLevels;
import io.jianhu.standards.noise.Microphone;
import io.jianhu.standards.noise.NoiseHour;
import io.jianhu.standards.noise.NoiseLimits;
import io.jianhu.standards.noise.NoisePeriod;
import io.jianhu.standards.noise.NoiseStandard;
import io.jianhu.standards.noise.NoiseVerdict;
import io.jianhu.standards.noise.PeakKind;
import io.jianhu.standards.noise.SoundLevels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Limits, levels and attainment of noise. */
final class NoiseTopics {

    private static final String ZONE = "class";
    private static final String DAY = "day";
    private static final String NIGHT = "night";
    private static final String INDOOR = "indoor";
    private static final String STANDARD = "standard";
    private static final String LEVEL = "level";
    private static final String LEVELS = "levels";
    private static final String DURATIONS = "durations";
    private static final String KIND = "kind";
    private static final String HOURS = "hours";
    private static final String HOUR = "hour";
    private static final String WIND = "wind";
    private static final String RAIN = "rain";
    private static final String DB = "dB(A)";

    private final NoiseLimits limits;
    private final SoundLevels levels;

    private NoiseTopics(RuleBook rules) {
        this.limits = new NoiseLimits(rules);
        this.levels = new SoundLevels(rules);
    }

    static List<Topic> list(RuleBook rules) {
        NoiseTopics topics = new NoiseTopics(rules);
        return List.of(topics.noise(), topics.peak(), topics.level(), topics.day(), topics.percentiles());
    }

    static Input zone() {
        return Input.choice(
                ZONE,
                new Text("声环境功能区类别", "class of the function area"),
                Stream.of("0", "1", "2", "3", "4", "4a", "4b")
                        .map(zone -> new Input.Choice(zone, new Text(zone + " 类", "class " + zone)))
                        .toList());
    }

    private static Input standard() {
        return Input.choice(
                STANDARD,
                new Text("标准", "standard"),
                Stream.of(NoiseStandard.values())
                        .map(standard -> new Input.Choice(standard.family(), standard.title()))
                        .toList());
    }

    /** The standard that the request names, as an input or in its rule version; the acoustic environment otherwise. */
    private static NoiseStandard standardOf(Request request) {
        String named = request.findText(STANDARD).orElse(request.ruleVersion());
        return Stream.of(NoiseStandard.values())
                .filter(standard ->
                        named.replace(" ", "").contains(standard.family().replace(" ", "")))
                .findFirst()
                .orElse(NoiseStandard.AMBIENT);
    }

    private static String zoneOf(Request request) {
        return request.findText(ZONE).orElse("");
    }

    private Topic noise() {
        return new Topic(
                "noise",
                new Text("噪声达标", "Compliance of noise"),
                new Text(
                        "昼间、夜间等效声级与声环境功能区限值比较（GB 3096；厂界 GB 12348，施工场界 GB 12523）。声级修约到一位小数，等于限值为达标；在敏感建筑物室内测量时限值降低；未给的时段为空。",
                        "Equivalent levels of day and night against the limits of the function area (GB 3096; boundaries GB 12348, building"
                                + " sites GB 12523). Levels are rounded to one decimal, on the limit complies; measured in a sensitive"
                                + " building the limit is lower; a period not given is empty."),
                true,
                List.of(
                        zone(),
                        Input.number(DAY, NoisePeriod.DAY.title(), DB),
                        Input.number(NIGHT, NoisePeriod.NIGHT.title(), DB),
                        Input.of(INDOOR, new Text("在敏感建筑物室内测量", "measured in a sensitive building"), Input.Kind.FLAG),
                        standard()),
                List.of(Map.of(ZONE, "2", DAY, 58.4, NIGHT, 50.6)),
                request -> limits.judge(
                                standardOf(request),
                                zoneOf(request),
                                request.isSet(INDOOR) ? Microphone.INDOORS : Microphone.OUTDOORS,
                                request.findNumber(DAY),
                                request.findNumber(NIGHT),
                                request.day())
                        .map(verdict -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("day_ok", verdict.day().map(NoiseVerdict.Level::complies));
                            result.put("night_ok", verdict.night().map(NoiseVerdict.Level::complies));
                            return result;
                        }));
    }

    private Topic peak() {
        return new Topic(
                "noise_peak",
                new Text("夜间最大声级", "Maximum level at night"),
                new Text(
                        "夜间突发（偶发）或频发噪声的最大声级是否在夜间限值加允许幅度之内（GB 3096 5.4、GB 12348 4.1.2 与 4.1.3、GB 12523）。",
                        "Whether a maximum at night stays within the night limit plus its margin (GB 3096 5.4, GB 12348 4.1.2 and 4.1.3,"
                                + " GB 12523)."),
                true,
                List.of(
                        zone(),
                        Input.number(LEVEL, new Text("最大声级", "maximum level"), DB)
                                .needed(),
                        Input.choice(
                                KIND,
                                new Text("噪声类型", "kind"),
                                Stream.of(PeakKind.values())
                                        .map(kind -> new Input.Choice(kind.label(), kind.title()))
                                        .toList()),
                        standard()),
                List.of(Map.of(ZONE, "2", LEVEL, 64.8)),
                request -> limits.judgePeak(
                                standardOf(request),
                                zoneOf(request),
                                request.findText(KIND)
                                        .filter(PeakKind.FREQUENT.label()::equals)
                                        .map(_ -> PeakKind.FREQUENT)
                                        .orElse(PeakKind.SUDDEN),
                                request.getNumber(LEVEL),
                                request.day())
                        .map(level -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("limit", level.limit());
                            result.put("ok", level.complies());
                            return result;
                        }));
    }

    private Topic level() {
        return new Topic(
                "noise_level",
                new Text("等效声级", "Equivalent level"),
                new Text(
                        "声级按能量平均：Leq = 10·lg(Σt·10^(0.1L)/Σt)，修约到一位小数；不给时长时各声级等长。",
                        "Levels averaged over energy: Leq = 10·lg(Σt·10^(0.1L)/Σt), one decimal; without durations all lasted alike."),
                false,
                List.of(
                        Input.numbers(LEVELS, new Text("声级", "levels"), DB).needed(),
                        Input.numbers(DURATIONS, new Text("时长", "durations"), "")),
                List.of(Map.of(LEVELS, List.of(55, 60), DURATIONS, List.of(8, 8))),
                request -> levels.equivalent(request.listNumbers(LEVELS), request.listNumbers(DURATIONS))
                        .map(leq -> Map.of("Leq", leq)));
    }

    private Topic day() {
        return new Topic(
                "noise_day",
                new Text("昼夜等效声级", "Levels of day and night"),
                new Text(
                        "由一日各小时的等效声级得出 Ld（6 至 22 时）、Ln（22 至 6 时）和 Ldn。有雨雪或风速达到 5 m/s 的小时不计；有效小时不足的时段为空。",
                        "From the hours of a day to Ld (6 to 22), Ln (22 to 6) and Ldn. Hours with rain, snow or wind of 5 m/s do not count;"
                                + " a period with too few hours is empty."),
                false,
                List.of(Input.records(
                                HOURS,
                                new Text("小时", "hours"),
                                List.of(
                                        Input.number(HOUR, new Text("起始时刻 0..23", "begins at 0..23"), "h")
                                                .needed(),
                                        Input.number(LEVEL, new Text("等效声级", "equivalent level"), DB)
                                                .needed(),
                                        Input.number(WIND, new Text("风速", "wind speed"), "m/s"),
                                        Input.of(RAIN, new Text("有雨雪", "rain or snow"), Input.Kind.FLAG)))
                        .needed()),
                List.of(Map.of(HOURS, exampleDay())),
                this::judgeDay);
    }

    private static List<Map<String, Object>> exampleDay() {
        List<Map<String, Object>> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(HOUR, hour);
            one.put(LEVEL, hour < 6 || hour >= 22 ? 45 : hour < 14 ? 55 : 60);
            hours.add(one);
        }
        return hours;
    }

    private Judgement<Map<String, Object>> judgeDay(Request request) {
        Working working = new Working();
        List<NoiseHour> hours = new ArrayList<>();
        for (Request hour : request.listRecords(HOURS)) {
            BigDecimal number = hour.getNumber(HOUR);
            if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(24)) > 0) {
                working.finding(CommonFinding.OUT_OF_RANGE, HOUR, "0..23", number.toPlainString());
            } else {
                hours.add(new NoiseHour(
                        number.intValueExact(),
                        hour.getNumber(LEVEL),
                        hour.findNumber(WIND),
                        hour.isSet(RAIN) ? NoiseHour.Weather.RAIN_OR_SNOW : NoiseHour.Weather.DRY));
            }
        }
        return working.hasFindings() ? working.notJudged() : levels.ofDay(hours).map(NoiseTopics::plain);
    }

    private static Map<String, Object> plain(DayNightLevels levels) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Ld", levels.day());
        result.put("Ln", levels.night());
        result.put("Ldn", levels.dayNight());
        result.put("day_hours", levels.dayHours());
        result.put("night_hours", levels.nightHours());
        return result;
    }

    private Topic percentiles() {
        return new Topic(
                "noise_percentiles",
                new Text("累积百分声级", "Percentile levels"),
                new Text(
                        "等时间间隔采样的声级由大到小排列，L10、L50、L90 为 10%、50%、90% 时间超过的声级。",
                        "Of levels sampled at equal steps L10, L50 and L90 are exceeded 10, 50 and 90 % of the time."),
                false,
                List.of(Input.numbers(LEVELS, new Text("声级", "levels"), DB).needed()),
                List.of(Map.of(LEVELS, "31..130")),
                request -> levels.percentiles(request.listNumbers(LEVELS)).map(percentiles -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("L10", percentiles.l10());
                    result.put("L50", percentiles.l50());
                    result.put("L90", percentiles.l90());
                    return result;
                }));
    }
}
