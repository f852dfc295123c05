package io.jianhu.standards;

import java.util.Set;

/**
 * The unverified rules that a person has switched on for alarms, by rule id or by edition id. Who did so, when and why is
 * kept by whoever holds this.
 */
public record Trust(Set<String> rulesAndEditions) {

    public Trust {
        rulesAndEditions = Set.copyOf(rulesAndEditions);
    }

    /** Nothing switched on: verified rules only. */
    public static Trust verifiedOnly() {
        return new Trust(Set.of());
    }

    /** Whether alarms may lean on the rule. */
    public boolean holds(Rule rule) {
        return rule.confidence().isVerified()
                || rulesAndEditions.contains(rule.id())
                || rulesAndEditions.contains(rule.edition().id());
    }
}
