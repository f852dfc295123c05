package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;

/**
 * A limit of GB 3095: tables 1 and 2, and the reference values of annex A. A value on the limit complies.
 *
 * @param unit of both classes
 * @param phase {@code transition} or {@code final}; {@code reference} for annex A, by which nothing is judged
 */
public record AirLimit(Rule rule, AirItem item, BigDecimal first, BigDecimal second, String unit, String phase) {

    static AirLimit of(Rule rule) {
        return new AirLimit(
                rule,
                new AirItem(rule.text("factor"), Averaging.ofLabel(rule.text("averaging"))),
                rule.getNumber("class1"),
                rule.getNumber("class2"),
                rule.text("unit"),
                rule.text("phase"));
    }

    public BigDecimal of(AirClass airClass) {
        return switch (airClass) {
            case FIRST -> first;
            case SECOND -> second;
        };
    }

    /** Whether it binds; annex A only informs. */
    public boolean isBinding() {
        return !phase.equals("reference");
    }
}
