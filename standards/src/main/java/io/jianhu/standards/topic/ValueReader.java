package io.jianhu.standards.topic;

import io.jianhu.standards.ChinaTime;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the plain value of one key into what its kind promises, or into a finding. */
final class ValueReader {

    private static final Set<String> TRUE_WORDS = Set.of("true", "yes", "是");
    private static final Set<String> FALSE_WORDS = Set.of("false", "no", "否");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern BELOW_DETECTION = Pattern.compile("(?:[<＜]\\s*([^<＜L]+)|([^<＜L]+?)\\s*L)");
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})\\.\\.(-?\\d{1,9})");
    /** Longer numbers are no measurements, and would make a short line cost a long time. */
    private static final int MAX_DIGITS = 60;

    /** What HJ 633-2026 publishes in place of a missing value. */
    private static final String NOT_AVAILABLE = "NA";

    static final int MAX_VALUES = 1_000_000;

    private final Working working;

    ValueReader(Working working) {
        this.working = working;
    }

    /** The value as its kind says; empty after a finding. */
    Optional<?> read(Input input, String place, Object value) {
        return switch (input.kind()) {
            case NUMBER -> readNumber(place, value).map(Reading.Measured::new);
            case CONCENTRATION -> readConcentration(place, value);
            case TEXT -> readText(place, value);
            case CHOICE -> readChoice(input, place, value);
            case FLAG -> readFlag(place, value);
            case NUMBERS -> readNumbers(place, value);
            case SERIES -> readSeries(place, value);
            case TEXTS -> readList(place, value, this::readText);
            case NUMBER_MAP -> readMap(place, value, this::readNumber);
            case CONCENTRATION_MAP -> readMap(place, value, this::readConcentration);
            case RECORDS -> readList(place, value, (at, element) -> readRecord(input, at, element));
            case DATE -> readDate(place, value);
        };
    }

    Optional<LocalDate> readDate(String place, Object value) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        return ChinaTime.findDay(value.toString())
                .or(() -> refuse(TopicFinding.NOT_A_DATE, place, "2026-03-01", shorten(value.toString())));
    }

    private Optional<BigDecimal> readNumber(String place, Object value) {
        return switch (value) {
            case BigDecimal number -> bounded(place, number);
            case Number number -> parse(place, number.toString());
            case String text -> parse(place, text.strip());
            default -> refuse(CommonFinding.NOT_A_NUMBER, place, "0.05", describe(value));
        };
    }

    private Optional<BigDecimal> parse(String place, String text) {
        return text.length() <= MAX_DIGITS && DECIMAL.matcher(text).matches()
                ? bounded(place, new BigDecimal(text))
                : refuse(CommonFinding.NOT_A_NUMBER, place, "0.05", shorten(text));
    }

    private Optional<BigDecimal> bounded(String place, BigDecimal number) {
        return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS
                ? Optional.of(number)
                : refuse(
                        CommonFinding.OUT_OF_RANGE,
                        place,
                        "at most " + MAX_DIGITS + " digits",
                        shorten(number.toString()));
    }

    private Optional<Reading> readConcentration(String place, Object value) {
        if (value instanceof String text) {
            Matcher below = BELOW_DETECTION.matcher(text.strip());
            if (below.matches()) {
                String limit = below.group(1) == null ? below.group(2) : below.group(1);
                return parse(place, limit.strip()).flatMap(number -> belowDetection(place, number));
            }
        }
        return readNumber(place, value).map(Reading.Measured::new);
    }

    private Optional<Reading> belowDetection(String place, BigDecimal limit) {
        return limit.signum() > 0
                ? Optional.of(new Reading.BelowDetection(limit))
                : refuse(CommonFinding.OUT_OF_RANGE, place, "> 0", limit.toPlainString());
    }

    private Optional<String> readText(String place, Object value) {
        return switch (value) {
            case String text -> Optional.of(text.strip());
            case BigDecimal number -> bounded(place, number).map(BigDecimal::toPlainString);
            case Number number -> Optional.of(number.toString());
            default -> refuse(TopicFinding.WRONG_KIND, place, "text", describe(value));
        };
    }

    private Optional<String> readChoice(Input input, String place, Object value) {
        List<String> values = input.choices().stream().map(Input.Choice::value).toList();
        return readText(place, value)
                .flatMap(text -> values.contains(text)
                        ? Optional.of(text)
                        : findNamed(input, text)
                                .or(() -> refuse(
                                        CommonFinding.UNKNOWN_CHOICE,
                                        place,
                                        String.join(", ", values),
                                        shorten(text))));
    }

    /** The only choice of that name. */
    private static Optional<String> findNamed(Input input, String text) {
        List<Input.Choice> named =
                input.choices().stream().filter(choice -> choice.isNamed(text)).toList();
        return named.size() == 1 ? Optional.of(named.getFirst().value()) : Optional.empty();
    }

    private Optional<Boolean> readFlag(String place, Object value) {
        return switch (value) {
            case Boolean flag -> Optional.of(flag);
            case String text when TRUE_WORDS.contains(text.strip()) -> Optional.of(true);
            case String text when FALSE_WORDS.contains(text.strip()) -> Optional.of(false);
            default -> refuse(TopicFinding.WRONG_KIND, place, "true, false, yes, no", describe(value));
        };
    }

    private Optional<List<BigDecimal>> readNumbers(String place, Object value) {
        if (value instanceof String text) {
            Matcher range = RANGE.matcher(text.strip());
            if (range.matches()) {
                return readRange(place, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
            }
        }
        return readList(place, value, this::readNumber);
    }

    private Optional<List<BigDecimal>> readRange(String place, long first, long last) {
        if (last - first >= MAX_VALUES) {
            return refuse(TopicFinding.TOO_LONG, place, "at most " + MAX_VALUES, first + ".." + last);
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (long number = first; number <= last; number++) {
            numbers.add(BigDecimal.valueOf(number));
        }
        return Optional.of(Collections.unmodifiableList(numbers));
    }

    private Optional<List<Optional<BigDecimal>>> readSeries(String place, Object value) {
        if (!(value instanceof List<?>)) {
            return readNumbers(place, value)
                    .map(numbers -> numbers.stream().map(Optional::of).toList());
        }
        List<Optional<BigDecimal>> series = new ArrayList<>();
        int index = 0;
        for (Object element : (List<?>) value) {
            boolean missing = element == null || element.equals(NOT_AVAILABLE);
            Optional<BigDecimal> number = missing ? Optional.empty() : readNumber(at(place, index), element);
            if (!missing && number.isEmpty()) {
                return Optional.empty();
            }
            series.add(number);
            index++;
        }
        return Optional.of(Collections.unmodifiableList(series));
    }

    @FunctionalInterface
    private interface ElementReader<E> {
        Optional<E> read(String place, Object value);
    }

    private <E> Optional<List<E>> readList(String place, Object value, ElementReader<E> reader) {
        if (!(value instanceof List<?> elements)) {
            return refuse(TopicFinding.WRONG_KIND, place, "list", describe(value));
        }
        List<E> list = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            Optional<E> read = element == null
                    ? refuse(CommonFinding.MISSING_INPUT, at(place, i), "", "null")
                    : reader.read(at(place, i), element);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            list.add(read.get());
        }
        return Optional.of(Collections.unmodifiableList(list));
    }

    private <E> Optional<Map<String, E>> readMap(String place, Object value, ElementReader<E> reader) {
        if (!(value instanceof Map<?, ?> entries)) {
            return refuse(TopicFinding.WRONG_KIND, place, "object", describe(value));
        }
        Map<String, E> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            Object element = entry.getValue();
            if (element != null) {
                String name = String.valueOf(entry.getKey());
                Optional<E> read = reader.read(place + "." + name, element);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                map.put(name, read.get());
            }
        }
        return Optional.of(Collections.unmodifiableMap(map));
    }

    private Optional<Request> readRecord(Input input, String place, Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            return refuse(TopicFinding.WRONG_KIND, place, "object", describe(value));
        }
        return readKeys(input.fields(), place + ".", entries).map(keys -> new Request(LocalDate.EPOCH, "", keys));
    }

    /** The values of an object whose keys are declared; empty after a finding. */
    Optional<Map<String, Object>> readKeys(List<Input> inputs, String prefix, Map<?, ?> entries) {
        Map<String, Object> read = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        boolean sound = true;
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String written = String.valueOf(entry.getKey());
            Object value = entry.getValue();
            Optional<Input> input = find(inputs, written);
            String key = input.filter(it -> !it.isPattern()).map(Input::key).orElse(written);
            if (input.isEmpty() || (value != null && !given.add(key))) {
                sound = false;
                refuse(CommonFinding.UNKNOWN_INPUT, prefix + shorten(written), describeKeys(inputs), shorten(written));
            } else if (value != null) {
                Optional<?> kept = read(input.get(), prefix + key, value);
                sound &= kept.isPresent();
                kept.ifPresent(it -> read.put(key, it));
            }
        }
        for (Input input : inputs) {
            if (input.required() && !given.contains(input.key()) && !input.isPattern()) {
                sound = false;
                refuse(CommonFinding.MISSING_INPUT, prefix + input.key(), describeKind(input), "");
            }
        }
        return sound ? Optional.of(Collections.unmodifiableMap(read)) : Optional.empty();
    }

    /** The input of that key; else the one whose key differs in forms of characters only: {@code 劣Ⅴ} means {@code 劣V}. */
    private static Optional<Input> find(List<Input> inputs, String key) {
        return inputs.stream()
                .filter(input -> !input.isPattern() && input.key().equals(key))
                .findFirst()
                .or(() -> inputs.stream()
                        .filter(input ->
                                !input.isPattern() && plain(input.key()).equals(plain(key)))
                        .findFirst())
                .or(() -> inputs.stream()
                        .filter(input -> UnitSuffix.fits(input, key))
                        .findFirst())
                .or(() -> inputs.stream()
                        .filter(input -> input.isPattern() && KeyPattern.matches(input.key(), key))
                        .findFirst());
    }

    private static String plain(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFKC);
    }

    private static String describeKeys(List<Input> inputs) {
        return String.join(", ", inputs.stream().map(Input::key).toList());
    }

    private static String describeKind(Input input) {
        return input.choices().isEmpty()
                ? input.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : String.join(
                        ", ", input.choices().stream().map(Input.Choice::value).toList());
    }

    private <E> Optional<E> refuse(FindingCode code, String place, String expected, String actual) {
        working.finding(code, place, expected, actual);
        return Optional.empty();
    }

    private static String at(String place, int index) {
        return place + "[" + index + "]";
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case List<?> list -> "list of " + list.size();
            case Map<?, ?> map -> "object of " + map.size();
            default -> shorten(value.toString());
        };
    }

    static String shorten(String text) {
        return text.length() <= MAX_DIGITS ? text : text.substring(0, MAX_DIGITS) + "…";
    }
}
