package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Validity, statistics and evaluation of air data over time. */
final class SeriesTopics {

    private SeriesTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
