package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of every domain, and the one way to ask them. Immutable. */
public final class Topics {

    /** The topics of one part of the field. */
    public record Group(String name, Text title, List<Topic> topics) {}

    private final RuleBook rules;
    private final List<Group> groups;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    Topics(RuleBook rules, List<Group> groups) {
        this.rules = rules;
        this.groups = groups;
        for (Group group : groups) {
            for (Topic topic : group.topics()) {
                if (topics.put(topic.name(), topic) != null) {
                    throw new IllegalStateException("two topics are called " + topic.name());
                }
            }
        }
    }

    /** The topics that judge by the rules of the book. */
    public static Topics of(RuleBook rules) {
        return new Topics(
                rules,
                List.of(
                        new Group("quantity", new Text("数值与单位", "Numbers and units"), QuantityTopics.list(rules)),
                        new Group("air", new Text("环境空气", "Ambient air"), AirTopics.list(rules)),
                        new Group(
                                "series",
                                new Text("空气统计与评价", "Air statistics and evaluation"),
                                SeriesTopics.list(rules)),
                        new Group("water", new Text("水", "Water"), WaterTopics.list(rules)),
                        new Group("soil-noise", new Text("土壤与噪声", "Soil and noise"), SoilNoiseTopics.list(rules)),
                        new Group("emission", new Text("污染源排放", "Emission"), EmissionTopics.list(rules)),
                        new Group("plan", new Text("规划与核算", "Plan arithmetic"), PlanTopics.list(rules))));
    }

    public List<Group> listGroups() {
        return groups;
    }

    public List<Topic> listTopics() {
        return List.copyOf(topics.values());
    }

    public Optional<Topic> findTopic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    /**
     * Judges one line.
     *
     * @param line {@code topic}; {@code date} or {@code rule_version}, of which the date wins; {@code input}, a map by key;
     *     {@code id} is ignored. Values are plain: {@link java.math.BigDecimal}, {@link String}, {@link Boolean},
     *     {@link List}, {@link Map}, null where absent
     * @return never throws for what a line holds: a defect is a finding
     */
    public Judgement<Map<String, Object>> judge(Map<String, ? extends @Nullable Object> line) {
        Working working = new Working();
        Object name = line.get(RequestReader.TOPIC);
        if (name == null) {
            working.finding(CommonFinding.MISSING_INPUT, RequestReader.TOPIC, String.join(", ", topics.keySet()), "");
            return working.notJudged();
        }
        Optional<Topic> topic = findTopic(name.toString());
        if (topic.isEmpty()) {
            working.finding(
                    TopicFinding.UNKNOWN_TOPIC,
                    RequestReader.TOPIC,
                    String.join(", ", topics.keySet()),
                    ValueReader.shorten(name.toString()));
            return working.notJudged();
        }
        return new RequestReader(rules, working)
                .read(topic.get(), line)
                .map(request -> topic.get().calculation().judge(request))
                .orElseGet(working::notJudged);
    }

    /**
     * Judges one line as {@link #judge} does and writes the judgement down as plain values: {@code result} (the topic's keys,
     * or {@code error} where nothing was judged), {@code citations}, {@code findings}, {@code unverified};
     * {@code completeness} where the rule asks for it, {@code working} where the detail does, {@code id} where the line had
     * one. Numbers are {@link java.math.BigDecimal} as the calculator rounded them; null stands for what does not exist.
     */
    public Map<String, @Nullable Object> answer(Map<String, ? extends @Nullable Object> line, Detail detail) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Object id = line.get(RequestReader.ID);
        if (id != null) {
            answer.put(RequestReader.ID, id);
        }
        answer.putAll(PlainAnswer.of(judge(line), detail));
        return answer;
    }

    /** The answer to what cannot even be read as a request: a result of an error and one finding, as plain values. */
    public static Map<String, @Nullable Object> refusal(
            FindingCode code, String place, String expected, String actual) {
        Working working = new Working();
        working.finding(code, place, expected, actual);
        return PlainAnswer.of(working.notJudged(), Detail.RESULT);
    }
}
