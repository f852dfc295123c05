package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Emission rates by height of the stack (GB 16297-1996 annex B and 7.1): between two heights of the table the rate is
 * interpolated; it is halved where the stack does not stand 5 m above the buildings within 200 m.
 */
final class StackRates {

    static final String STACK = "stack_m";
    static final String CLEAR = "stack_clear";
    private static final String FAMILY = "GB 16297";

    private final Rule halving;

    StackRates(Parameters parameters) {
        this.halving = parameters.getRule("GB16297/low-stack");
    }

    /** Whether the row is a rate that depends on the stack in this way. */
    boolean isRate(LimitRow row) {
        return row.edition().family().equals(FAMILY) && row.when().asksFor(STACK);
    }

    /** The heights of the table that enclose a height; one where the table holds it, none where it lies outside. */
    static List<BigDecimal> enclose(List<LimitRow> rates, BigDecimal height) {
        TreeSet<BigDecimal> heights = new TreeSet<>();
        rates.forEach(row -> row.when().listValues(STACK).forEach(value -> heights.add(new BigDecimal(value))));
        BigDecimal lower = heights.floor(height);
        BigDecimal upper = heights.ceiling(height);
        if (lower == null || upper == null) {
            return List.of();
        }
        return lower.compareTo(upper) == 0 ? List.of(lower) : List.of(lower, upper);
    }

    /** The rate at a height between two rows of the table: Qa + (Qb − Qa)(h − ha)/(hb − ha). */
    static EmissionLimit interpolate(
            EmissionLimit low, BigDecimal lowHeight, EmissionLimit high, BigDecimal highHeight, BigDecimal height) {
        BigDecimal a = low.limit().orElseThrow();
        BigDecimal b = high.limit().orElseThrow();
        BigDecimal share = height.subtract(lowHeight).divide(highHeight.subtract(lowHeight), MathContext.DECIMAL128);
        return low.derived(
                a.add(b.subtract(a).multiply(share)).stripTrailingZeros(),
                Stream.concat(low.rules().stream(), high.rules().stream()).toList());
    }

    /** The rate of a stack that is too low for its surroundings. */
    EmissionLimit halved(EmissionLimit limit) {
        Optional<BigDecimal> number = limit.limit();
        return limit.derived(
                number.orElseThrow().multiply(halving.getNumber("value")),
                Stream.concat(limit.rules().stream(), Stream.of(halving)).toList());
    }
}
