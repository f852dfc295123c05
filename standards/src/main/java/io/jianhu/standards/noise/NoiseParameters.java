package io.jianhu.standards.noise;

import io.jianhu.standards.Edition;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;

/** The numbers of noise monitoring that stand in no table of limits, and the checks that every level passes. */
record NoiseParameters(RuleBook rules) {

    /** No sound in air at normal pressure is louder: its troughs would lie below vacuum. */
    private static final BigDecimal LOUDEST = BigDecimal.valueOf(194);

    Rule get(String key) {
        return rules.getTable("noise-parameters").rows().stream()
                .filter(rule -> rule.text("key").equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parameter " + key));
    }

    /** The parameter as the edition has it. */
    Rule get(String key, Edition edition) {
        return rules.getTable("noise-parameters").rows().stream()
                .filter(rule -> rule.text("key").equals(key) && rule.edition().equals(edition))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parameter " + key + " in " + edition.id()));
    }

    int count(String key) {
        return get(key).getNumber("value").intValueExact();
    }

    /** How levels are rounded; cites the rule. */
    Rounding rounding(Working working) {
        return Rounding.halfEven(
                working.cite(get("decimals")).getNumber("value").intValueExact());
    }

    static boolean isPossible(BigDecimal level) {
        return level.signum() >= 0 && level.compareTo(LOUDEST) <= 0;
    }

    static String possible() {
        return "0.." + LOUDEST.toPlainString() + " dB";
    }
}
