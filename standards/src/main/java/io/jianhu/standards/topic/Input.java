package io.jianhu.standards.topic;

import io.jianhu.standards.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One key of a topic's input.
 *
 * @param key as in the request. A pattern where it holds <code>{year}</code> (four digits) or <code>{name}</code> (any
 *     text): <code>{name}_{year}</code> stands for every key such as {@code PM2.5_2015}
 * @param unit symbol shown beside the field, empty when dimensionless or of no unit
 * @param required whether a request without it is refused
 * @param choices the values of a {@link Kind#CHOICE}, empty otherwise
 * @param fields the keys of each record of {@link Kind#RECORDS}, empty otherwise
 */
public record Input(
        String key, Text label, Kind kind, String unit, boolean required, List<Choice> choices, List<Input> fields) {

    /** What a key holds. */
    public enum Kind {
        /** A decimal number, as a JSON number or as text. */
        NUMBER,
        /** A number, or {@code "0.02L"} or {@code "<0.02"}: below the detection limit. */
        CONCENTRATION,
        TEXT,
        CHOICE,
        FLAG,
        /** A list of numbers, or a range of integers written {@code "1..365"}. */
        NUMBERS,
        /** Numbers in the order of time; {@code null} where a value is missing. */
        SERIES,
        TEXTS,
        /** Numbers by name. */
        NUMBER_MAP,
        /** Concentrations by name; each a number or below the detection limit. */
        CONCENTRATION_MAP,
        /** A list of objects that all have the same declared keys. */
        RECORDS,
        /** A day, {@code 2026-03-01}; of an instant the day that it is in China. */
        DATE
    }

    /**
     * One value of a choice. A request may also write its label, in either language, or one of its other names.
     *
     * @param value what the topic reads
     * @param otherNames such as {@code reservoir} for {@code lake}
     */
    public record Choice(String value, Text label, List<String> otherNames) {

        public Choice {
            otherNames = List.copyOf(otherNames);
        }

        public Choice(String value, Text label) {
            this(value, label, List.of());
        }

        /** Whether the text is a name of this choice; letters, spaces and widths of characters do not matter. */
        boolean isNamed(String text) {
            String wanted = asWritten(text);
            return Stream.concat(Stream.of(value, label.zh(), label.en()), otherNames.stream())
                    .anyMatch(name -> asWritten(name).equals(wanted));
        }

        private static String asWritten(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s", "");
        }
    }

    public Input {
        choices = List.copyOf(choices);
        fields = List.copyOf(fields);
    }

    public static Input number(String key, Text label, String unit) {
        return new Input(key, label, Kind.NUMBER, unit, false, List.of(), List.of());
    }

    public static Input concentration(String key, Text label, String unit) {
        return new Input(key, label, Kind.CONCENTRATION, unit, false, List.of(), List.of());
    }

    public static Input numbers(String key, Text label, String unit) {
        return new Input(key, label, Kind.NUMBERS, unit, false, List.of(), List.of());
    }

    public static Input series(String key, Text label, String unit) {
        return new Input(key, label, Kind.SERIES, unit, false, List.of(), List.of());
    }

    public static Input of(String key, Text label, Kind kind) {
        return new Input(key, label, kind, "", false, List.of(), List.of());
    }

    public static Input choice(String key, Text label, List<Choice> choices) {
        return new Input(key, label, Kind.CHOICE, "", false, choices, List.of());
    }

    public static Input records(String key, Text label, List<Input> fields) {
        return new Input(key, label, Kind.RECORDS, "", false, List.of(), fields);
    }

    /** The same key, without which a request is refused. */
    public Input needed() {
        return new Input(key, label, kind, unit, true, choices, fields);
    }

    /** Whether the key is a pattern that stands for many. */
    public boolean isPattern() {
        return KeyPattern.isPattern(key);
    }
}
