package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** Surface water, lakes, sources, sea and ground water. */
final class WaterTopics {

    private WaterTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(
                        SectionTopics.list(rules),
                        BasinTopics.list(rules),
                        LakeTopics.list(rules),
                        SourceTopics.list(rules),
                        OtherWaterTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }
}
