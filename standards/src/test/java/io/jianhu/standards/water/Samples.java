package io.jianhu.standards.water;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Short ways to write readings. */
final class Samples {

    private Samples() {}

    /** {@code "0.02"} or {@code "0.02L"}. */
    static Reading reading(String text) {
        return text.endsWith("L")
                ? new Reading.BelowDetection(new BigDecimal(text.substring(0, text.length() - 1)))
                : new Reading.Measured(new BigDecimal(text));
    }

    static List<Reading> readings(String... texts) {
        return Stream.of(texts).map(Samples::reading).toList();
    }

    /** Factor, value, factor, value. */
    static Map<String, Reading> sample(String... pairs) {
        Map<String, Reading> sample = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sample.put(pairs[i], reading(pairs[i + 1]));
        }
        return sample;
    }
}
