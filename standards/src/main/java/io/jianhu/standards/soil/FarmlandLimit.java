package io.jianhu.standards.soil;

import io.jianhu.standards.Rule;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One cell of the tables of GB 15618.
 *
 * @param land {@code paddy}, {@code orchard}, {@code other} or {@code all}
 * @param above the pH band begins above this, empty where it is open
 * @param to and includes this
 * @param limit mg/kg
 */
record FarmlandLimit(
        Rule rule,
        Kind kind,
        String item,
        String land,
        Optional<BigDecimal> above,
        Optional<BigDecimal> to,
        BigDecimal limit) {

    enum Kind {
        SCREENING,
        INTERVENTION
    }

    static FarmlandLimit of(Rule rule) {
        return new FarmlandLimit(
                rule,
                switch (rule.text("kind")) {
                    case "screening" -> Kind.SCREENING;
                    case "intervention" -> Kind.INTERVENTION;
                    default -> throw new IllegalStateException(rule.id() + ": kind " + rule.text("kind"));
                },
                rule.text("item"),
                rule.text("land"),
                rule.findNumber("ph_above"),
                rule.findNumber("ph_to"),
                rule.getNumber("limit"));
    }

    boolean dependsOnPh() {
        return above.isPresent() || to.isPresent();
    }

    boolean covers(BigDecimal pH) {
        return above.map(bound -> pH.compareTo(bound) > 0).orElse(true)
                && to.map(bound -> pH.compareTo(bound) <= 0).orElse(true);
    }
}
