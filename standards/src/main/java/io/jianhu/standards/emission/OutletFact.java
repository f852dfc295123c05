package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that limits ask about an outlet, from table {@code emission-facts}.
 *
 * @param key such as {@code built}, {@code route}
 * @param unit of a number, possibly empty
 * @param values the answers of a choice, in the order of the table; empty otherwise
 */
public record OutletFact(String key, Kind kind, Text title, String unit, List<Value> values) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** What an answer is. */
    public enum Kind {
        /** A day, {@code 2018-11-01}. */
        DATE,
        NUMBER,
        CHOICE,
        /** {@code yes} or {@code no}. */
        FLAG
    }

    /** One answer of a choice. */
    public record Value(String value, Text title) {}

    static OutletFact of(Rule head, List<Rule> values) {
        return new OutletFact(
                head.text("fact"),
                Kind.valueOf(head.text("kind").toUpperCase(Locale.ROOT)),
                text(head),
                head.text("unit"),
                values.stream()
                        .map(rule -> new Value(rule.text("value"), text(rule)))
                        .toList());
    }

    private static Text text(Rule rule) {
        return new Text(rule.text("zh"), rule.text("en"));
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether the text is an answer. */
    public boolean accepts(String answer) {
        return switch (kind) {
            case NUMBER -> isNumber(answer);
            case DATE -> isDay(answer);
            case CHOICE, FLAG -> values.stream().anyMatch(v -> v.value().equals(answer));
        };
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** What an answer may be, short. */
    public String describeAnswers() {
        return switch (kind) {
            case NUMBER -> unit.isEmpty() ? "number" : unit;
            case DATE -> "yyyy-mm-dd";
            case CHOICE, FLAG ->
                String.join(", ", values.stream().map(Value::value).toList());
        };
    }

    /** An answer in words. */
    Text describe(String answer) {
        Optional<Value> known =
                values.stream().filter(v -> v.value().equals(answer)).findFirst();
        String plain = unit.isEmpty() ? answer : answer + " " + unit;
        return known.map(Value::title).orElseGet(() -> new Text(plain, plain));
    }
}
