package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.util.List;
import java.util.Set;

/**
 * A limit that was looked at for an outlet, and what became of it.
 *
 * @param reasons why, one or more
 * @param missing the facts that would decide it, empty unless it is undecided
 */
public record LimitCandidate(
        EmissionLimit limit, Standing standing, State state, List<Text> reasons, Set<String> missing) {

    /** What became of it. */
    public enum State {
        /** It applies and was chosen. */
        CHOSEN,
        /** It applies, but another that applies goes before it. */
        OVERRULED,
        /** It does not apply. */
        EXCLUDED,
        /** Not decided: facts are missing. */
        UNDECIDED
    }

    public LimitCandidate {
        reasons = List.copyOf(reasons);
        missing = Set.copyOf(missing);
    }

    LimitCandidate as(State other, Text reason) {
        return new LimitCandidate(limit, standing, other, List.of(reason), missing);
    }
}
