package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers of table {@code emission-parameters}, cited when used. */
final class Parameters {

    private final RuleBook rules;

    Parameters(RuleBook rules) {
        this.rules = rules;
    }

    Rule getRule(String id) {
        return findRule(id).orElseThrow(() -> new IllegalStateException("no parameter " + id));
    }

    Optional<Rule> findRule(String id) {
        return rules.findRule(id);
    }

    /** The number, without citing it. */
    BigDecimal read(String id) {
        return getRule(id).getNumber("value");
    }

    /** The number, cited. */
    BigDecimal use(String id, Working working) {
        return working.cite(getRule(id)).getNumber("value");
    }
}
