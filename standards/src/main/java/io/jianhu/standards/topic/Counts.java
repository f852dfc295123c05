package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whole numbers among the inputs, and values that cannot be negative. */
final class Counts {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private Counts() {}

    /** The number as a count; empty after a finding. */
    static Optional<Integer> read(BigDecimal number, String place, Working working) {
        if (number.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, "≥ 0", number.toPlainString());
            return Optional.empty();
        }
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(LARGEST) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0, 1, 2 …", number.toPlainString());
            return Optional.empty();
        }
        return Optional.of(number.intValueExact());
    }

    static void refuseNegative(List<Optional<BigDecimal>> values, String place, Working working) {
        for (int i = 0; i < values.size(); i++) {
            String at = place + "[" + i + "]";
            values.get(i)
                    .filter(value -> value.signum() < 0)
                    .ifPresent(value -> working.finding(CommonFinding.NEGATIVE, at, "≥ 0", value.toPlainString()));
        }
    }
}
