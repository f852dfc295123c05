package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.stream.Stream;

/** Air index, levels, attainment, composite index. */
final class AirTopics {

    private AirTopics() {}

    static List<Topic> list(RuleBook rules) {
        return Stream.of(
                        AirIndexTopics.list(rules),
                        AirPublicationTopics.list(rules),
                        AirLimitTopics.list(rules),
                        AirSummaryTopics.list(rules),
                        AirChangeTopics.list(rules))
                .flatMap(List::stream)
                .toList();
    }
}
