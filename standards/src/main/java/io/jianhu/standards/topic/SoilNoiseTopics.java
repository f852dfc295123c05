package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** Soil and noise. */
final class SoilNoiseTopics {

    private SoilNoiseTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(SoilTopics.list(rules), NoiseTopics.list(rules), NoiseAreaTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }
}
