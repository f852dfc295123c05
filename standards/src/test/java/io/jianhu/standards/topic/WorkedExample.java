package io.jianhu.standards.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question to a topic and what must come out, key by key; keys of the result that are not expected are not looked at.
 *
 * @param line as the command line takes it
 * @param expected plain values by key
 * @param tolerance how far a number may be off
 */
record WorkedExample(
        String name, Map<String, @Nullable Object> line, Map<String, @Nullable Object> expected, BigDecimal tolerance) {

    String topic() {
        return String.valueOf(line.get("topic"));
    }

    /** Asks and compares. */
    void check(Topics topics) {
        Map<String, @Nullable Object> answer = topics.answer(line, Detail.RESULT);
        List<String> differences = new ArrayList<>();
        compare("", expected, answer.get("result"), differences);
        assertThat(differences).as("%s: %s, answered %s", name, line, answer).isEmpty();
        if (!expected.containsKey("error")) {
            assertThat((List<?>) answer.get("citations"))
                    .as("%s: what it cites", name)
                    .isNotEmpty();
        }
    }

    private void compare(String place, @Nullable Object wanted, @Nullable Object got, List<String> differences) {
        boolean same = switch (wanted) {
            case null -> got == null;
            case Map<?, ?> map
            when got instanceof Map<?, ?> found -> {
                map.forEach((key, value) -> compare(place + "/" + key, value, found.get(key), differences));
                yield true;
            }
            case List<?> list
            when got instanceof List<?> found && found.size() == list.size() -> {
                for (int i = 0; i < list.size(); i++) {
                    compare(place + "/" + i, list.get(i), found.get(i), differences);
                }
                yield true;
            }
            case Number number
            when got instanceof Number found ->
                decimal(number).subtract(decimal(found)).abs().compareTo(tolerance) <= 0;
            default -> wanted.equals(got);
        };
        if (!same) {
            differences.add(place + ": " + wanted + " expected, not " + got);
        }
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
