package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that limits may ask about an outlet. Immutable. */
public final class OutletFacts {

    private final Map<String, OutletFact> facts = new LinkedHashMap<>();

    public OutletFacts(RuleBook rules) {
        Map<String, Rule> heads = new LinkedHashMap<>();
        Map<String, List<Rule>> values = new LinkedHashMap<>();
        for (Rule rule : rules.getTable("emission-facts").rows()) {
            String key = rule.text("fact");
            if (rule.findText("value").isEmpty()) {
                heads.put(key, rule);
            } else {
                values.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
            }
        }
        heads.forEach((key, head) -> facts.put(key, OutletFact.of(head, values.getOrDefault(key, List.of()))));
    }

    public Optional<OutletFact> findFact(String key) {
        return Optional.ofNullable(facts.get(key));
    }

    public List<OutletFact> listFacts() {
        return List.copyOf(facts.values());
    }

    /** Notes a finding for every fact of the outlet that is unknown or has an impossible answer. */
    void check(Outlet outlet, Working working) {
        outlet.facts().forEach((key, answer) -> {
            Optional<OutletFact> fact = findFact(key);
            if (fact.isEmpty()) {
                working.finding(CommonFinding.UNKNOWN_INPUT, key, String.join(", ", facts.keySet()), answer);
            } else if (!fact.get().accepts(answer)) {
                working.finding(
                        switch (fact.get().kind()) {
                            case NUMBER -> CommonFinding.NOT_A_NUMBER;
                            case CHOICE, FLAG -> CommonFinding.UNKNOWN_CHOICE;
                            case DATE -> CommonFinding.OUT_OF_RANGE;
                        },
                        key,
                        fact.get().describeAnswers(),
                        answer);
            }
        });
    }
}
