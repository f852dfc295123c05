package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.emission.Incineration;
import io.jianhu.standards.emission.Incineration.Waste;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Furnace temperature and yearly hours of waste incineration. */
final class IncinerationTopics {

    private final Incineration incineration;

    private IncinerationTopics(RuleBook rules) {
        this.incineration = new Incineration(rules);
    }

    static List<Topic> list(RuleBook rules) {
        IncinerationTopics topics = new IncinerationTopics(rules);
        return List.of(topics.furnaceDay(), topics.incinerationHours());
    }

    private Topic furnaceDay() {
        return new Topic(
                "furnace_day",
                new Text("焚烧炉炉膛温度日判定", "Furnace temperature of a day"),
                new Text(
                        "一个自然日内五分钟均值低于 850 °C 超过 5 次即为违规（生态环境部令第 10 号）。",
                        "More than 5 five-minute means below 850 °C in a natural day are a violation (order no. 10)."),
                false,
                List.of(Input.numbers("temperatures", new Text("五分钟均值", "five-minute means"), "°C")
                        .needed()),
                List.of(Map.of("temperatures", List.of(861, 849, 855))),
                request -> incineration
                        .furnaceDay(request.listNumbers("temperatures"))
                        .map(day -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("low", day.low());
                            result.put("violation", day.violation());
                            return result;
                        }));
    }

    private Topic incinerationHours() {
        return new Topic(
                "incineration_hours",
                new Text("焚烧炉启停、故障累计时数", "Hours of start-up, shut-down and fault"),
                new Text(
                        "每炉每年启炉、停炉、故障（事故）累计不超过 60 h；烘炉、停炉降温不计。",
                        "At most 60 h a year for each furnace; drying out and cooling down are not counted."),
                false,
                List.of(
                        Input.choice(
                                        "waste",
                                        new Text("焚烧对象", "waste"),
                                        List.of(
                                                new Input.Choice("municipal", new Text("生活垃圾", "municipal waste")),
                                                new Input.Choice("hazardous", new Text("危险废物", "hazardous waste")),
                                                new Input.Choice("medical", new Text("医疗废物", "medical waste"))))
                                .needed(),
                        Input.number("hours", new Text("累计小时", "hours"), "h").needed()),
                List.of(Map.of("waste", "hazardous", "hours", 48.5)),
                request -> incineration
                        .withinYearlyHours(
                                Waste.valueOf(request.getText("waste").toUpperCase(Locale.ROOT)),
                                request.getNumber("hours"))
                        .map(within -> Map.of("within", within)));
    }
}
