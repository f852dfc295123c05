package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one line against the inputs that its topic declares. */
final class RequestReader {

    static final String TOPIC = "topic";
    static final String DATE = "date";
    static final String RULE_VERSION = "rule_version";
    static final String INPUT = "input";
    /** Whatever the sender calls the line; it comes back with the answer. */
    static final String ID = "id";

    private static final Set<String> KEYS = Set.of(ID, TOPIC, DATE, RULE_VERSION, INPUT);

    private final RuleBook rules;
    private final Working working;
    private final ValueReader values;

    RequestReader(RuleBook rules, Working working) {
        this.rules = rules;
        this.working = working;
        this.values = new ValueReader(working);
    }

    /** The checked request; empty after a finding. */
    Optional<Request> read(Topic topic, Map<String, ? extends @Nullable Object> line) {
        for (String key : line.keySet()) {
            if (!KEYS.contains(key)) {
                working.finding(
                        CommonFinding.UNKNOWN_INPUT,
                        ValueReader.shorten(key),
                        "id, topic, date, rule_version, input",
                        ValueReader.shorten(key));
            }
        }
        Optional<LocalDate> day = readDay(topic, line);
        Optional<Map<String, Object>> input = readInput(topic.inputs(), line.get(INPUT));
        return working.hasFindings() || day.isEmpty() || input.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(day.get(), ruleVersion(line), input.get()));
    }

    private Optional<Map<String, Object>> readInput(List<Input> inputs, @Nullable Object input) {
        return switch (input) {
            case null -> values.readKeys(inputs, "", Map.of());
            case Map<?, ?> entries -> values.readKeys(inputs, "", entries);
            default -> {
                working.finding(TopicFinding.WRONG_KIND, INPUT, "object", ValueReader.shorten(input.toString()));
                yield Optional.empty();
            }
        };
    }

    private Optional<LocalDate> readDay(Topic topic, Map<String, ? extends @Nullable Object> line) {
        Object date = line.get(DATE);
        if (date != null) {
            return values.readDate(DATE, date);
        }
        String version = ruleVersion(line);
        if (!version.isEmpty()) {
            Optional<LocalDate> day = rules.catalogue().findDay(version);
            if (day.isEmpty() && topic.dated()) {
                working.finding(CommonFinding.UNKNOWN_RULE_VERSION, RULE_VERSION, "", ValueReader.shorten(version));
            }
            return day.or(() -> Optional.of(LocalDate.EPOCH));
        }
        if (topic.dated()) {
            working.finding(CommonFinding.MISSING_INPUT, DATE, "date or rule_version", "");
        }
        return Optional.of(LocalDate.EPOCH);
    }

    private static String ruleVersion(Map<String, ? extends @Nullable Object> line) {
        Object version = line.get(RULE_VERSION);
        return version == null ? "" : version.toString().strip();
    }
}
