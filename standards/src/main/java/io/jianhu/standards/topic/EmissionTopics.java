package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** Emission, validity of automatic data, limits. */
final class EmissionTopics {

    private EmissionTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(
                        FlueGasTopics.list(rules),
                        WasteWaterTopics.list(rules),
                        EmissionDataTopics.list(rules),
                        IncinerationTopics.list(rules),
                        EmissionLimitTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }
}
