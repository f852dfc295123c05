package io.jianhu.standards.topic;

import io.jianhu.standards.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics of every domain. */
public final class Topics {

    private final List<Topic> topics;

    private Topics(List<Topic> topics) {
        this.topics = topics;
    }

    /** The topics that judge by the rules of the book. */
    public static Topics of(RuleBook rules) {
        return new Topics(Stream.of(
                        AirTopics.list(rules),
                        SeriesTopics.list(rules),
                        WaterTopics.list(rules),
                        SoilNoiseTopics.list(rules),
                        EmissionTopics.list(rules),
                        PlanTopics.list(rules))
                .flatMap(List::stream)
                .toList());
    }

    public List<Topic> listTopics() {
        return topics;
    }

    public Optional<Topic> findTopic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }
}
