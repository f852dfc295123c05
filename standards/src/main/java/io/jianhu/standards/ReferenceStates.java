package io.jianhu.standards;

import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.ReferenceState;
import io.jianhu.standards.quantity.ReferenceState.Moisture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the temperature and pressure to which a concentration refers by the rules of its day. */
public final class ReferenceStates {

    private final List<Rule> rows;

    public ReferenceStates(RuleBook rules) {
        this.rows = rules.getTable("reference-states").rows();
    }

    /**
     * The reference state of a factor in ambient air or waste gas. Where the factor is named in a row that row holds, else the
     * one for all others; none before the first edition, which leaves a finding.
     */
    public Optional<ReferenceState> findState(Factor factor, Medium medium, LocalDate day, Working working) {
        List<Rule> open = rows.stream()
                .filter(rule -> rule.text("medium").equals(medium.label()))
                .filter(rule -> rule.validity().covers(day))
                .toList();
        Optional<Rule> rule = open.stream()
                .filter(candidate -> factors(candidate).contains(factor.key()))
                .findFirst()
                .or(() -> open.stream()
                        .filter(candidate -> factors(candidate).isEmpty())
                        .findFirst());
        if (rule.isEmpty()) {
            working.finding(
                    CommonFinding.NO_RULE, "date", "a day with a reference state in " + medium.label(), day.toString());
        }
        return rule.map(working::cite).map(ReferenceStates::state);
    }

    private static List<String> factors(Rule rule) {
        return rule.findText("factors")
                .map(cell -> Arrays.asList(cell.split("; ", -1)))
                .orElse(List.of());
    }

    private static ReferenceState state(Rule rule) {
        Moisture moisture = Moisture.valueOf(rule.text("moisture").toUpperCase(Locale.ROOT));
        Optional<BigDecimal> kelvin = rule.findNumber("kelvin");
        return kelvin.isEmpty()
                ? ReferenceState.ambient()
                : ReferenceState.of(kelvin.get(), rule.getNumber("kilopascal"), moisture);
    }
}
