package io.jianhu.standards.topic;

import io.jianhu.standards.Text;
import java.util.List;

/**
 * One key of a topic's input.
 *
 * @param key as in the request
 * @param unit symbol shown beside the field, empty when dimensionless or of no unit
 * @param required whether a request without it is refused
 * @param choices the values of a {@link Kind#CHOICE}, empty otherwise
 */
public record Input(String key, Text label, Kind kind, String unit, boolean required, List<Choice> choices) {

    /** What a key holds. */
    public enum Kind {
        /** A decimal number, as a JSON number or as text; for a concentration also {@code "0.02L"}: below detection. */
        NUMBER,
        TEXT,
        CHOICE,
        FLAG,
        /** A list of numbers, or a range of integers written {@code "1..365"}. */
        NUMBERS,
        /** Numbers by name. */
        NUMBER_MAP,
        DATE
    }

    /** One value of a choice. */
    public record Choice(String value, Text label) {}

    public static Input number(String key, Text label, String unit) {
        return new Input(key, label, Kind.NUMBER, unit, false, List.of());
    }

    public static Input numbers(String key, Text label, String unit) {
        return new Input(key, label, Kind.NUMBERS, unit, false, List.of());
    }

    public static Input of(String key, Text label, Kind kind) {
        return new Input(key, label, kind, "", false, List.of());
    }

    public static Input choice(String key, Text label, List<Choice> choices) {
        return new Input(key, label, Kind.CHOICE, "", false, choices);
    }

    /** The same key, without which a request is refused. */
    public Input needed() {
        return new Input(key, label, kind, unit, true, choices);
    }
}
