package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Air index, levels, attainment, composite index. */
final class AirTopics {

    private AirTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
