package io.jianhu.platform.assessment.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plain values with every decimal as a text: a number of JSON loses digits in a browser. */
final class PlainTexts {

    private PlainTexts() {}

    static Map<String, @Nullable Object> ofObject(Map<String, ? extends @Nullable Object> object) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        object.forEach((key, value) -> texts.put(key, of(value)));
        return texts;
    }

    private static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Optional<?> optional -> optional.map(PlainTexts::of).orElse(null);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> texts = new LinkedHashMap<>();
                map.forEach((key, element) -> texts.put(String.valueOf(key), of(element)));
                yield texts;
            }
            case List<?> list -> {
                List<@Nullable Object> texts = new ArrayList<>();
                list.forEach(element -> texts.add(of(element)));
                yield texts;
            }
            default -> value;
        };
    }
}
