package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.EcoIndex;
import io.jianhu.standards.plan.EcoQuality;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Ecological quality: EQI, and the older EI. */
final class EcoTopics {

    private static final String AREA = "area";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String CLASS = "class";

    private final EcoQuality quality;

    private EcoTopics(RuleBook rules) {
        this.quality = new EcoQuality(rules);
    }

    static List<Topic> list(RuleBook rules) {
        EcoTopics topics = new EcoTopics(rules);
        return Stream.of(EcoIndex.values())
                .flatMap(index -> Stream.of(topics.classify(index), topics.change(index), topics.compose(index)))
                .toList();
    }

    private static Text nameOf(EcoIndex index) {
        return switch (index) {
            case EQI -> new Text("生态质量指数", "ecological quality index");
            case EI -> new Text("生态环境状况指数", "ecosystem status index");
        };
    }

    private Topic classify(EcoIndex index) {
        Text name = nameOf(index);
        return new Topic(
                index.name() + "_class",
                new Text(name.zh() + "类别", "Class of the " + name.en()),
                new Text(
                        "由指数值得出类别；等于界值归入较好的类别。EQI 依据区域生态质量评价办法(试行)，EI 依据 HJ 192-2015。",
                        "From the index to its class; a value on a bound belongs to the better one. EQI by the measures of 2021, EI by"
                                + " HJ 192-2015."),
                true,
                List.of(
                        Input.number(index.name(), name, "").needed(),
                        Input.of(AREA, new Text("区域", "area"), Input.Kind.TEXT)),
                List.of(Map.of(index.name(), 62.7)),
                request -> quality.classify(index, request.getNumber(index.name()), request.day())
                        .map(grade -> Map.of(CLASS, grade.zh())));
    }

    private Topic change(EcoIndex index) {
        Text name = nameOf(index);
        return new Topic(
                index.name() + "_change",
                new Text(name.zh() + "变化分级", "Change of the " + name.en()),
                new Text("由两年的指数得出变化幅度及其等级。", "From the index of two years to its change and the grade of it."),
                true,
                List.of(
                        Input.number(BEFORE, new Text("前一年", "earlier"), "").needed(),
                        Input.number(AFTER, new Text("后一年", "later"), "").needed()),
                List.of(Map.of(BEFORE, 61.5, AFTER, 62.7)),
                request -> quality.change(index, request.getNumber(BEFORE), request.getNumber(AFTER), request.day())
                        .map(change -> {
                            Map<String, Object> result = new LinkedHashMap<>();
                            result.put("change", change.difference());
                            result.put("grade", change.grade().zh());
                            return result;
                        }));
    }

    private Topic compose(EcoIndex index) {
        Text name = nameOf(index);
        return new Topic(
                index.name(),
                name,
                new Text(
                        "由各分指数加权得出；胁迫类分指数按 100 减其值计入。权重未核实。",
                        "The weighted sum of its parts; a stress counts as 100 minus its value. The weights are unverified."),
                true,
                quality.listParts(index).stream()
                        .map(part -> Input.number(part, quality.titleOf(index, part), "")
                                .needed())
                        .toList(),
                List.of(example(index)),
                request -> judge(index, request));
    }

    private Map<String, Object> example(EcoIndex index) {
        Map<String, Object> example = new LinkedHashMap<>();
        quality.listParts(index).forEach(part -> example.put(part, 60));
        return example;
    }

    private Judgement<Map<String, Object>> judge(EcoIndex index, Request request) {
        Working working = new Working();
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        quality.listParts(index).forEach(part -> parts.put(part, request.getNumber(part)));
        Optional<BigDecimal> value = working.lean(quality.compose(index, parts, request.day()));
        Optional<Text> grade = value.flatMap(it -> working.lean(quality.classify(index, it, request.day())));
        if (value.isEmpty() || grade.isEmpty()) {
            return working.notJudged();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(index.name(), value.get());
        result.put(CLASS, grade.get().zh());
        return working.judged(result);
    }
}
