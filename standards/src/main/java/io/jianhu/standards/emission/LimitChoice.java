package io.jianhu.standards.emission;

import java.util.List;

/**
 * The limits that apply to an outlet on a day, and those that do not.
 *
 * @param limits one for each averaging and unit that the standards ask for, such as hourly and daily mean of an incinerator;
 *     at least one
 * @param candidates everything that was looked at with its reasons, the chosen ones first
 */
public record LimitChoice(List<EmissionLimit> limits, List<LimitCandidate> candidates) {

    public LimitChoice {
        limits = List.copyOf(limits);
        candidates = List.copyOf(candidates);
    }

    /** The limit, the first where more than one averaging applies. */
    public EmissionLimit limit() {
        return limits.getFirst();
    }
}
