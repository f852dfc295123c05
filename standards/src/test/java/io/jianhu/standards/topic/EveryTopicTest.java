package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("every topic")
class EveryTopicTest {

    private static final int ROUNDS = 120;

    /** What a defective instrument, a slip of the pen or a hostile sender may write in place of a value. */
    private static final List<Object> ODDITIES = List.of(
            new BigDecimal("-1"),
            BigDecimal.ZERO,
            new BigDecimal("0.000000000000000000000000001"),
            new BigDecimal("1e30"),
            new BigDecimal("21"),
            new BigDecimal("15"),
            "0.02L",
            "<0",
            "x",
            "",
            "2026-02-30",
            "1..3",
            "5..1",
            true,
            List.of(),
            List.of("x"),
            List.of(new BigDecimal("-1")),
            List.of(BigDecimal.ZERO),
            List.of(new BigDecimal("1e30"), BigDecimal.ONE),
            List.of(Map.of()),
            Map.of(),
            Map.of("x", "y"),
            Map.of("TP", new BigDecimal("-1")),
            Map.of("TP", BigDecimal.ZERO));

    private final RuleBook rules = RuleBook.load();
    private final Topics topics = Topics.of(rules);

    @TestFactory
    Stream<DynamicTest> has_words_in_both_languages_and_an_example_that_is_judged() {
        return topics.listTopics().stream()
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> {
                    assertThat(topic.title().zh()).containsPattern("\\p{IsHan}|[A-Z]");
                    assertThat(topic.title().en()).isNotBlank();
                    assertThat(topic.help().zh()).containsPattern("\\p{IsHan}");
                    assertThat(topic.help().en()).isNotBlank();
                    assertThat(topic.examples())
                            .isNotEmpty()
                            .allSatisfy(
                                    example -> assertThat(judge(topic, example).findValue())
                                            .as("%s", example)
                                            .isPresent());
                }));
    }

    /** A defect is a finding, never an exception; whatever comes out can be written down. */
    @TestFactory
    Stream<DynamicTest> answers_odd_input_with_a_result_or_a_finding() {
        long seed = System.nanoTime();
        System.out.println("EveryTopicTest seed " + seed);
        return topics.listTopics().stream()
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> {
                    Random random = new Random(seed);
                    for (int round = 0; round < ROUNDS; round++) {
                        Map<String, @Nullable Object> input = oddInput(topic, random);
                        assertThat(topics.answer(line(topic, input), Detail.WORKING))
                                .as("seed %d: %s", seed, input)
                                .satisfies(answer ->
                                        assertThat(answer.get("result")).isNotNull());
                    }
                }));
    }

    private Judgement<Map<String, Object>> judge(Topic topic, Map<String, Object> input) {
        return topics.judge(line(topic, input));
    }

    private Map<String, Object> line(Topic topic, Map<String, ? extends @Nullable Object> input) {
        Map<String, Object> line = new HashMap<>(Map.of("topic", topic.name(), "input", input));
        if (topic.dated()) {
            line.put("date", rules.catalogue().asOf());
        }
        return line;
    }

    /** An example with one to three of its keys, or of those it leaves out, made odd or taken away. */
    private static Map<String, @Nullable Object> oddInput(Topic topic, Random random) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>(
                topic.examples().get(random.nextInt(topic.examples().size())));
        List<String> keys = new ArrayList<>(input.keySet());
        topic.inputs().stream()
                .filter(declared -> !declared.isPattern())
                .map(Input::key)
                .forEach(keys::add);
        for (int change = random.nextInt(3); change >= 0 && !keys.isEmpty(); change--) {
            String key = keys.get(random.nextInt(keys.size()));
            int chosen = random.nextInt(ODDITIES.size() + 2);
            if (chosen >= ODDITIES.size()) {
                input.remove(key);
            } else {
                input.put(key, odd(input.get(key), ODDITIES.get(chosen), random));
            }
        }
        return input;
    }

    /** The oddity itself, or the given value with the oddity somewhere inside. */
    private static Object odd(@Nullable Object given, Object oddity, Random random) {
        return switch (given) {
            case List<?> list
            when !list.isEmpty() && random.nextBoolean() -> {
                List<@Nullable Object> copy = new ArrayList<>(list);
                int at = random.nextInt(copy.size());
                copy.set(at, odd(copy.get(at), oddity, random));
                yield copy;
            }
            case Map<?, ?> map
            when !map.isEmpty() && random.nextBoolean() -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(String.valueOf(key), value));
                List<String> keys = List.copyOf(copy.keySet());
                String key = keys.get(random.nextInt(keys.size()));
                copy.put(key, odd(copy.get(key), oddity, random));
                yield copy;
            }
            case null, default -> oddity;
        };
    }
}
