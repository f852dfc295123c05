package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import io.jianhu.standards.emission.LimitCandidate.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the limits that apply goes before the others: special standards give way to any other for their factor; among the
 * rest the strictest holds, whether national, local or policy (environmental protection law, articles 15 and 16).
 *
 * @param candidates with their final states
 * @param chosen one for each averaging and unit
 * @param clash two rows of one edition that apply at once and differ
 */
record LimitRanking(List<LimitCandidate> candidates, List<LimitCandidate> chosen, List<LimitCandidate> clash) {

    static LimitRanking of(List<LimitCandidate> assessed) {
        Map<String, List<LimitCandidate>> forms = new LinkedHashMap<>();
        List<LimitCandidate> others = new ArrayList<>();
        for (LimitCandidate candidate : assessed) {
            if (candidate.state() == State.CHOSEN) {
                EmissionLimit limit = candidate.limit();
                forms.computeIfAbsent(limit.basis().label() + " " + limit.unit(), _ -> new ArrayList<>())
                        .add(candidate);
            } else {
                others.add(candidate);
            }
        }
        List<LimitCandidate> chosen = new ArrayList<>();
        List<LimitCandidate> overruled = new ArrayList<>();
        List<LimitCandidate> clash = new ArrayList<>();
        for (List<LimitCandidate> applying : forms.values()) {
            LimitCandidate best = best(applying);
            chosen.add(best);
            for (LimitCandidate candidate : applying) {
                if (candidate != best) {
                    overruled.add(overrule(candidate, best));
                    findClash(candidate, best).ifPresent(clash::addAll);
                }
            }
        }
        List<LimitCandidate> all = new ArrayList<>(chosen);
        all.addAll(overruled);
        all.addAll(others);
        return new LimitRanking(List.copyOf(all), List.copyOf(chosen), List.copyOf(clash));
    }

    private static LimitCandidate best(List<LimitCandidate> applying) {
        List<LimitCandidate> ranked = applying.stream()
                .filter(candidate -> candidate.standing() != Standing.JOINT)
                .toList();
        LimitCandidate best = null;
        for (LimitCandidate candidate : ranked.isEmpty() ? applying : ranked) {
            if (best == null
                    || candidate.limit().isStricterThan(best.limit())
                    || (candidate.standing() == Standing.LOCAL && !best.limit().isStricterThan(candidate.limit()))) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalStateException("nothing to choose from");
        }
        return best;
    }

    private static LimitCandidate overrule(LimitCandidate candidate, LimitCandidate best) {
        String id = best.limit().rules().getFirst().id();
        if (candidate.standing() == Standing.JOINT && best.standing() != Standing.JOINT) {
            return candidate.as(
                    State.OVERRULED,
                    new Text("该因子已有 " + id + "，专项标准不再叠加", id + " covers the factor, the special standard gives way"));
        }
        return candidate.as(
                State.OVERRULED,
                new Text(
                        id + "（" + best.limit().describe() + "）更严，从严执行",
                        id + " (" + best.limit().describe() + ") is not laxer and goes before"));
    }

    private static Optional<List<LimitCandidate>> findClash(LimitCandidate candidate, LimitCandidate best) {
        return candidate
                                .limit()
                                .rules()
                                .getFirst()
                                .edition()
                                .equals(best.limit().rules().getFirst().edition())
                        && !candidate.limit().asksTheSame(best.limit())
                ? Optional.of(List.of(best, candidate))
                : Optional.empty();
    }

    boolean isUndecided() {
        return candidates.stream().anyMatch(candidate -> candidate.state() == State.UNDECIDED);
    }

    /** Whether two rankings choose limits that ask the same. */
    boolean choosesTheSame(LimitRanking other) {
        return chosen.size() == other.chosen.size()
                && chosen.stream()
                        .allMatch(mine -> other.chosen.stream()
                                .anyMatch(its -> mine.limit().asksTheSame(its.limit())));
    }
}
