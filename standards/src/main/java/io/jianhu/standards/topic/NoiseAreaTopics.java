package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.noise.Attainment;
import io.jianhu.standards.noise.FunctionAreas;
import io.jianhu.standards.noise.NoisePeriod;
import io.jianhu.standards.noise.PointTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Noise of function areas and of a whole city. */
final class NoiseAreaTopics {

    private static final String ZONE = "class";
    private static final String DAY = "day";
    private static final String NIGHT = "night";
    private static final String LEVEL = "level";
    private static final String POINTS = "points";
    private static final String SUBJECT = "subject";
    private static final String PERIOD = "period";
    private static final String DB = "dB(A)";

    private final FunctionAreas areas;

    private NoiseAreaTopics(RuleBook rules) {
        this.areas = new FunctionAreas(rules);
    }

    static List<Topic> list(RuleBook rules) {
        NoiseAreaTopics topics = new NoiseAreaTopics(rules);
        return List.of(topics.attainment(), topics.grade());
    }

    private Topic attainment() {
        return new Topic(
                "noise_attainment",
                new Text("功能区点次达标率", "Attainment of function areas"),
                new Text(
                        "各监测点昼间、夜间逐点次与 GB 3096 限值比较，达标点次占全部点次的比例。",
                        "Each day and night of each point against the limits of GB 3096; share of the point-times that attain them."),
                true,
                List.of(Input.records(
                                POINTS,
                                new Text("点次", "points"),
                                List.of(
                                        NoiseTopics.zone().needed(),
                                        Input.number(DAY, NoisePeriod.DAY.title(), DB),
                                        Input.number(NIGHT, NoisePeriod.NIGHT.title(), DB)))
                        .needed()),
                List.of(Map.of(
                        POINTS,
                        List.of(Map.of(ZONE, "2", DAY, 58.4, NIGHT, 50.6), Map.of(ZONE, "4a", DAY, 69.9, NIGHT, 55)))),
                this::judgeAttainment);
    }

    private Judgement<Map<String, Object>> judgeAttainment(Request request) {
        List<PointTime> pointTimes = new ArrayList<>();
        for (Request point : request.listRecords(POINTS)) {
            point.findNumber(DAY)
                    .ifPresent(level -> pointTimes.add(new PointTime(point.getText(ZONE), NoisePeriod.DAY, level)));
            point.findNumber(NIGHT)
                    .ifPresent(level -> pointTimes.add(new PointTime(point.getText(ZONE), NoisePeriod.NIGHT, level)));
        }
        return areas.attainment(pointTimes, request.day()).map(NoiseAreaTopics::plain);
    }

    private static Map<String, Object> plain(Attainment attainment) {
        Map<String, Object> result = new LinkedHashMap<>();
        put(result, DAY, attainment.day());
        put(result, NIGHT, attainment.night());
        put(result, "all", attainment.all());
        return result;
    }

    private static void put(Map<String, Object> result, String name, Attainment.Share share) {
        result.put(name + "_ok", share.attaining());
        result.put(name + "_total", share.total());
        result.put(name + "_rate_pct", share.percent());
    }

    private Topic grade() {
        return new Topic(
                "noise_grade",
                new Text("城市声环境等级", "Grade of city noise"),
                new Text(
                        "区域或道路交通声环境的平均等效声级对应的等级（HJ 640-2012）。",
                        "The grade of a city's mean level of area or road traffic noise (HJ 640-2012)."),
                false,
                List.of(
                        Input.choice(
                                        SUBJECT,
                                        new Text("对象", "subject"),
                                        Stream.of(FunctionAreas.Subject.values())
                                                .map(one -> new Input.Choice(one.label(), one.title()))
                                                .toList())
                                .needed(),
                        Input.choice(
                                        PERIOD,
                                        new Text("时段", "period"),
                                        List.of(
                                                new Input.Choice(DAY, NoisePeriod.DAY.title()),
                                                new Input.Choice(NIGHT, NoisePeriod.NIGHT.title())))
                                .needed(),
                        Input.number(LEVEL, new Text("平均等效声级", "mean level"), DB)
                                .needed()),
                List.of(Map.of(SUBJECT, "region", PERIOD, DAY, LEVEL, 54.6)),
                request -> areas.grade(
                                Stream.of(FunctionAreas.Subject.values())
                                        .filter(one -> one.label().equals(request.getText(SUBJECT)))
                                        .findFirst()
                                        .orElseThrow(),
                                request.getText(PERIOD).equals(DAY) ? NoisePeriod.DAY : NoisePeriod.NIGHT,
                                request.getNumber(LEVEL))
                        .map(grade -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put(LEVEL, Optional.of(grade.getNumber("level")));
                            result.put("grade", grade.text("grade_zh"));
                            return result;
                        }));
    }
}
