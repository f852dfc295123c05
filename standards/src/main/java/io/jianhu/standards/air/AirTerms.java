package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The single numbers that index and assessment agree on: thresholds and decimals. */
final class AirTerms {

    private final List<Rule> rows;

    AirTerms(RuleBook rules) {
        this.rows = rules.getTable("air-index-terms").rows();
    }

    Optional<Rule> find(String term, LocalDate day) {
        return rows.stream()
                .filter(row -> row.text("term").equals(term))
                .filter(row -> row.validity().covers(day))
                .findFirst();
    }

    /** The number of a term that every edition of the day has; cites it. */
    BigDecimal get(String term, LocalDate day, Working working) {
        return working.cite(find(term, day).orElseThrow(() -> new IllegalStateException("no " + term + " on " + day)))
                .getNumber("value");
    }

    /** The decimals of a term of practice, which does not depend on the day. */
    Rounding decimals(String term, Working working) {
        Rule row = rows.stream()
                .filter(r -> r.text("term").equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + term));
        return Rounding.halfEven(working.cite(row).getNumber("value").intValueExact());
    }
}
