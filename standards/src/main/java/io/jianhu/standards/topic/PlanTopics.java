package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** Plan arithmetic. */
final class PlanTopics {

    private PlanTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(
                        EcoTopics.list(rules),
                        CarbonTopics.list(rules),
                        CompensationTopics.list(rules),
                        AlertTopics.list(rules),
                        WasteTopics.list(rules),
                        TargetTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }
}
