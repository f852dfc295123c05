package io.jianhu.standards.topic;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose keys and kinds are already checked against the topic's inputs.
 *
 * @param day the date of the data, or a day inside the named rule version; the epoch's first day for a topic that is not dated
 * @param ruleVersion as it was written, empty when a date was given
 * @param input by key: {@link Reading}, {@link String}, {@link Boolean}, {@link LocalDate}, a list of BigDecimal, or a map of
 *     BigDecimal by name, as the kind of the key says
 */
public record Request(LocalDate day, String ruleVersion, Map<String, Object> input) {

    public boolean has(String key) {
        return input.containsKey(key);
    }

    /** The reading of a {@link Input.Kind#NUMBER}, where it was given. */
    public Optional<Reading> findReading(String key) {
        return Optional.ofNullable((Reading) input.get(key));
    }

    /** The number of a {@link Input.Kind#NUMBER}, where a number was given. */
    public Optional<BigDecimal> findNumber(String key) {
        return findReading(key).flatMap(reading -> switch (reading) {
            case Reading.Measured measured -> Optional.of(measured.value());
            case Reading.BelowDetection _ -> Optional.empty();
        });
    }

    /** The number of a needed key. */
    public BigDecimal getNumber(String key) {
        return findNumber(key).orElseThrow(() -> new IllegalStateException("no number in " + key));
    }

    /** The text of a text, a choice. */
    public Optional<String> findText(String key) {
        return Optional.ofNullable((String) input.get(key));
    }

    public String getText(String key) {
        return findText(key).orElseThrow(() -> new IllegalStateException("no text in " + key));
    }

    /** Whether a flag was given and set. */
    public boolean isSet(String key) {
        return Boolean.TRUE.equals(input.get(key));
    }

    /** The numbers of a list, empty when it was not given. */
    @SuppressWarnings("unchecked")
    public List<BigDecimal> listNumbers(String key) {
        return (List<BigDecimal>) input.getOrDefault(key, List.of());
    }

    /** The numbers of a map, empty when it was not given. */
    @SuppressWarnings("unchecked")
    public Map<String, BigDecimal> mapNumbers(String key) {
        return (Map<String, BigDecimal>) input.getOrDefault(key, Map.of());
    }

    public Optional<LocalDate> findDate(String key) {
        return Optional.ofNullable((LocalDate) input.get(key));
    }
}
