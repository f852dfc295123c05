package io.jianhu.standards;

import io.jianhu.standards.topic.Detail;
import io.jianhu.standards.topic.Topic;
import io.jianhu.standards.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The keys that results have, one a line, for the words in which the web pages show them. */
@DisplayName("the list of result keys")
class ResultKeysPageTest {

    /** An example without a date of its own is judged on the first of these days that has an edition. */
    private static final List<String> DAYS = List.of("2026-06-01", "2024-06-01", "2018-06-01");

    private final RuleBook rules = RuleBook.load();
    private final Topics topics = Topics.of(rules);

    @Test
    void names_every_key_that_an_example_of_a_topic_comes_back_with() {
        SortedSet<String> keys = new TreeSet<>();
        for (Topic topic : topics.listTopics()) {
            for (Map<String, Object> example : topic.examples()) {
                for (String day : DAYS) {
                    Map<String, Object> line = Map.of("topic", topic.name(), "date", day, "input", example);
                    collect(topics.answer(line, Detail.RESULT).get("result"), example.toString(), keys);
                }
            }
        }
        MarkdownPage page = new MarkdownPage();
        keys.forEach(page::line);
        page.verify("../web/test/resultKeys.txt", ResultKeysPageTest.class);
    }

    /** Names of factors and names that the example itself gave are no words of ours. */
    private void collect(@Nullable Object value, String example, SortedSet<String> keys) {
        if (value instanceof Map<?, ?> parts) {
            parts.forEach((key, part) -> {
                String name = String.valueOf(key);
                if (rules.factors().findFactor(name).isEmpty() && !example.contains(name + "=")) {
                    keys.add(name);
                }
                collect(part, example, keys);
            });
        } else if (value instanceof Iterable<?> elements) {
            elements.forEach(element -> collect(element, example, keys));
        }
    }
}
