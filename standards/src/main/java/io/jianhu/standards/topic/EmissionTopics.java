package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Emission, validity of automatic data, limits. */
final class EmissionTopics {

    private EmissionTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
