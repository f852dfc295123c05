package io.jianhu.standards.examples;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.topic.Detail;
import io.jianhu.standards.topic.Topics;
import java.io.PrintStream;
import java.util.Map;

/** Every calculation also has a name with declared inputs, as the command line and the web page use it. */
final class AskByTopic implements Example {

    @Override
    public void run(PrintStream out) {
        Topics topics = Topics.of(RuleBook.load());
        Map<String, Object> line = Map.of(
                "topic", "water_class",
                "date", "2026-05-01",
                "input", Map.of("NH3N", "1.8", "DO", "5.6", "water_body", "river"));

        Map<String, ?> answer = topics.answer(line, Detail.RESULT);
        out.println(answer.get("result"));
        out.println(topics.answer(Map.of("topic", "water_clas"), Detail.RESULT).get("result"));
    }
}
