package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Surface water, lakes, sources, sea and ground water. */
final class WaterTopics {

    private WaterTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
