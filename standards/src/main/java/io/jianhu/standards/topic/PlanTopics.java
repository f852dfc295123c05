package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Plan arithmetic. */
final class PlanTopics {

    private PlanTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
