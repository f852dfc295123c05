package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;

/** Soil and noise. */
final class SoilNoiseTopics {

    private SoilNoiseTopics() {}

    static List<Topic> list(RuleBook rules) {
        return List.of();
    }
}
