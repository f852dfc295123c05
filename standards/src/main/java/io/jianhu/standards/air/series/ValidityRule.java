package io.jianhu.standards.air.series;

import io.jianhu.standards.Rule;
import java.math.BigDecimal;
import java.time.Month;
import java.util.Optional;

/**
 * One row of {@code air-validity}: how many of what a mean needs.
 *
 * @param rule the row, to cite
 * @param needed the least number
 * @param february instead of it, in February
 * @param everyMonth whether every month of the period must be valid as well
 */
record ValidityRule(Rule rule, int needed, Optional<Integer> february, boolean everyMonth) {

    static ValidityRule of(Rule rule) {
        return new ValidityRule(
                rule,
                rule.getNumber("needed").intValueExact(),
                rule.findNumber("february").map(BigDecimal::intValueExact),
                rule.findText("each_month").isPresent());
    }

    int needed(Month month) {
        return month == Month.FEBRUARY ? february.orElse(needed) : needed;
    }

    /** The first hour at whose end a moving window may end. */
    int firstEnd() {
        return rule.getNumber("first_end").intValueExact();
    }

    /** The last hour at whose end a moving window may end. */
    int lastEnd() {
        return rule.getNumber("last_end").intValueExact();
    }
}
