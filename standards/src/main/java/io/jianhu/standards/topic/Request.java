package io.jianhu.standards.topic;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose keys and kinds are already checked against the topic's inputs.
 *
 * @param day the date of the data, or a day inside the named rule version; {@link LocalDate#EPOCH} for a topic that is not
 *     dated when neither was given
 * @param ruleVersion as it was written, empty when none was
 * @param input by key, in the order of the request; what a key holds is read with the accessor of its kind
 */
public record Request(LocalDate day, String ruleVersion, Map<String, Object> input) {

    /** The day, or the other one where a topic that is not dated was asked without any. */
    public LocalDate dayOr(LocalDate other) {
        return day.equals(LocalDate.EPOCH) ? other : day;
    }

    public boolean has(String key) {
        return input.containsKey(key);
    }

    /** The reading of a {@link Input.Kind#CONCENTRATION} or {@link Input.Kind#NUMBER}, where it was given. */
    public Optional<Reading> findReading(String key) {
        return Optional.ofNullable((Reading) input.get(key));
    }

    /** The number of a {@link Input.Kind#NUMBER}; of a concentration, where it was above the detection limit. */
    public Optional<BigDecimal> findNumber(String key) {
        return findReading(key).flatMap(reading -> switch (reading) {
            case Reading.Measured measured -> Optional.of(measured.value());
            case Reading.BelowDetection _ -> Optional.empty();
        });
    }

    /** The number of a needed {@link Input.Kind#NUMBER}. */
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

    /** The places of a {@link Input.Kind#SERIES}, empty ones where a value is missing. */
    @SuppressWarnings("unchecked")
    public List<Optional<BigDecimal>> listSeries(String key) {
        return (List<Optional<BigDecimal>>) input.getOrDefault(key, List.of());
    }

    /** The texts of a {@link Input.Kind#TEXTS}, empty when it was not given. */
    @SuppressWarnings("unchecked")
    public List<String> listTexts(String key) {
        return (List<String>) input.getOrDefault(key, List.of());
    }

    /** The records of a {@link Input.Kind#RECORDS}, each with the keys that it declares; empty when it was not given. */
    @SuppressWarnings("unchecked")
    public List<Request> listRecords(String key) {
        return (List<Request>) input.getOrDefault(key, List.of());
    }

    /** The numbers of a map, empty when it was not given. */
    @SuppressWarnings("unchecked")
    public Map<String, BigDecimal> mapNumbers(String key) {
        return (Map<String, BigDecimal>) input.getOrDefault(key, Map.of());
    }

    /** The readings of a {@link Input.Kind#CONCENTRATION_MAP}, empty when it was not given. */
    @SuppressWarnings("unchecked")
    public Map<String, Reading> mapReadings(String key) {
        return (Map<String, Reading>) input.getOrDefault(key, Map.of());
    }

    /** The numbers of every given key that a pattern of {@link Input.Kind#NUMBER} stands for, by key. */
    public Map<String, BigDecimal> mapMatches(String pattern) {
        Map<String, BigDecimal> matches = new LinkedHashMap<>();
        for (String key : input.keySet()) {
            if (KeyPattern.matches(pattern, key)) {
                matches.put(key, getNumber(key));
            }
        }
        return matches;
    }

    public Optional<LocalDate> findDate(String key) {
        return Optional.ofNullable((LocalDate) input.get(key));
    }
}
