package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the emission topics share in reading requests and writing results. */
final class EmissionValues {

    /** Values that are not yet judged are written with so many decimals; the calculators keep them exact. */
    private static final Rounding WRITTEN = Rounding.halfEven(6);

    private EmissionValues() {}

    /** An intermediate value as it is written: six decimals, without zeros at the end. */
    static BigDecimal written(BigDecimal exact) {
        BigDecimal value = WRITTEN.round(exact).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The number under one of several spellings of a key; a finding when it is missing or given twice. */
    static Optional<BigDecimal> pick(Request request, Working working, String... spellings) {
        List<String> given = Arrays.stream(spellings).filter(request::has).toList();
        if (given.size() != 1) {
            working.finding(
                    given.isEmpty() ? CommonFinding.MISSING_INPUT : CommonFinding.UNKNOWN_INPUT,
                    spellings[0],
                    String.join(" | ", spellings),
                    String.join(" + ", given));
            return Optional.empty();
        }
        return request.findNumber(given.getFirst());
    }

    /** A count; a finding when it is no whole number that fits. */
    static int count(Request request, Working working, String key, int otherwise) {
        Optional<BigDecimal> number = request.findNumber(key);
        if (number.isEmpty()) {
            return otherwise;
        }
        try {
            return number.get().intValueExact();
        } catch (ArithmeticException e) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    key,
                    "whole number",
                    number.get().toPlainString());
            return otherwise;
        }
    }
}
