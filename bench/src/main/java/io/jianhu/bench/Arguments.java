package io.jianhu.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: {@code --name value} pairs, {@code --no-name} alone, and plain words. Says what is wrong and what is possible. */
public final class Arguments {

    private final Map<String, String> options;
    private final List<String> words;

    private Arguments(Map<String, String> options, List<String> words) {
        this.options = options;
        this.words = List.copyOf(words);
    }

    /** Reads a command line; throws {@link UsageException} for an option that is not among the known ones. */
    public static Arguments parse(List<String> line, Set<String> known) {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(line);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            if (!known.contains(name)) {
                throw new UsageException("unknown option --" + name + "; known: --"
                        + String.join(" --", known.stream().sorted().toList()));
            }
            if (name.startsWith("no-")) {
                options.put(name, "");
                continue;
            }
            if (equals < 0 && rest.isEmpty()) {
                throw new UsageException("--" + name + " needs a value");
            }
            options.put(name, equals < 0 ? rest.removeFirst() : word.substring(equals + 1));
        }
        return new Arguments(options, words);
    }

    public List<String> words() {
        return words;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(options.get(name));
    }

    public String get(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    public int getInt(String name, int otherwise) {
        return (int) getLong(name, otherwise);
    }

    public long getLong(String name, long otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--" + name + " is a whole number, not " + text, e);
        }
    }

    public double getDouble(String name, double otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageException("--" + name + " is a number, not " + text, e);
        }
    }

    /** A length of time: {@code 90}, {@code 90s}, {@code 15m}, {@code 2h}, {@code 3d}. */
    public Optional<Duration> findDuration(String name) {
        return find(name).map(text -> duration(name, text));
    }

    private static Duration duration(String name, String text) {
        String digits = text.replaceFirst("[smhd]$", "");
        try {
            long number = Long.parseLong(digits);
            return switch (text.charAt(text.length() - 1)) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                default -> Duration.ofSeconds(number);
            };
        } catch (NumberFormatException e) {
            throw new UsageException("--" + name + " is a length of time such as 90s, 15m, 2h or 3d, not " + text, e);
        }
    }
}
