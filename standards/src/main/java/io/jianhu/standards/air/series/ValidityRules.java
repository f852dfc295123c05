package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code air-validity}, found by factor, averaging and day. */
final class ValidityRules {

    private record Key(String factor, String averaging) {}

    private final Map<Key, List<ValidityRule>> rules = new HashMap<>();

    private ValidityRules() {}

    static ValidityRules of(RuleBook book) {
        ValidityRules validity = new ValidityRules();
        for (Rule row : book.getTable("air-validity").rows()) {
            ValidityRule rule = ValidityRule.of(row);
            Arrays.stream(row.text("factors").split(";", -1))
                    .map(factor -> new Key(factor, row.text("averaging")))
                    .forEach(key -> validity.rules
                            .computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(rule));
        }
        return validity;
    }

    /** The rule for data of the day, cited; empty after a finding. */
    Optional<ValidityRule> find(String factor, String averaging, LocalDate day, Working working) {
        Optional<ValidityRule> found = rules.getOrDefault(new Key(factor, averaging), List.of()).stream()
                .filter(rule -> rule.rule().validity().covers(day))
                .findFirst();
        found.ifPresentOrElse(
                rule -> working.cite(rule.rule()),
                () -> working.finding(CommonFinding.NO_RULE, "factor", "", factor + " " + averaging + " on " + day));
        return found;
    }

    /** Whether any edition has such a rule. */
    boolean has(String factor, String averaging) {
        return rules.containsKey(new Key(factor, averaging));
    }
}
