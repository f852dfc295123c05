package io.jianhu.standards.emission;

import io.jianhu.standards.Edition;
import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.Condition.Answer;
import io.jianhu.standards.emission.Condition.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The standards that an outlet may fall under on a day: the one its permit names, or those of its industry, and the local
 * standards and policies that tighten them.
 */
final class StandardSelection {

    /** The key under which a missing industry code is asked for. */
    static final String INDUSTRY = "industry";

    private static final String NATION = "100000";
    private static final int PROVINCE_DIGITS = 2;

    /**
     * One standard.
     *
     * @param family of the edition
     * @param scopes the rows that brought it in, empty when the permit names it
     * @param excludedBy why it does not apply although its own scope fits
     */
    record Selected(String family, Standing standing, Answer answer, List<Rule> scopes, Optional<Text> excludedBy) {

        private boolean applies() {
            return answer.truth() == Truth.TRUE && excludedBy.isEmpty();
        }
    }

    private final Map<String, Selected> byEdition = new LinkedHashMap<>();
    private final List<LimitScope> reminders = new ArrayList<>();

    private final Outlet outlet;
    private final LocalDate day;

    private StandardSelection(Outlet outlet, LocalDate day) {
        this.outlet = outlet;
        this.day = day;
    }

    static StandardSelection of(
            Outlet outlet, String factor, LocalDate day, List<Edition> editions, List<LimitScope> scopes) {
        StandardSelection selection = new StandardSelection(outlet, day);
        List<LimitScope> concerned = scopes.stream()
                .filter(scope -> scope.concerns(outlet.medium(), factor))
                .filter(scope -> scope.rule().validity().covers(day))
                .toList();
        if (outlet.standard().isPresent()) {
            selection.selectNamed(outlet.standard().get(), editions, concerned);
        } else {
            selection.selectByIndustry(concerned);
        }
        return selection;
    }

    /** Whether a permit names the edition or its family; spaces do not count. */
    static boolean isNamed(Edition edition, String name) {
        String written = squeeze(name);
        return written.equals(squeeze(edition.id())) || written.equals(squeeze(edition.family()));
    }

    private static String squeeze(String name) {
        return name.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    Optional<Selected> findSelected(String editionId) {
        return Optional.ofNullable(byEdition.get(editionId));
    }

    /** Notes a finding for each local standard without limits here, and for each amendment that says something else. */
    void warn(Working working) {
        for (LimitScope scope : reminders) {
            if (byEdition.values().stream().anyMatch(s -> s.applies() && scope.joins(s.family()))) {
                switch (scope.standing()) {
                    case NOT_HELD ->
                        working.finding(EmissionFinding.LOCAL_LIMIT_NOT_HELD, "standard", scope.name(), "");
                    case INDUSTRY_NOT_HELD ->
                        working.finding(EmissionFinding.INDUSTRY_LIMIT_NOT_HELD, "standard", scope.name(), "");
                    default ->
                        working.finding(
                                EmissionFinding.AMENDMENT_APPLIES,
                                "standard",
                                scope.note().zh() + " / " + scope.note().en(),
                                scope.name());
                }
            }
        }
    }

    /** Cites the scopes that brought in the standards of the limits. */
    void citeScopes(List<EmissionLimit> limits, Working working) {
        for (EmissionLimit limit : limits) {
            findSelected(limit.rules().getFirst().edition().id())
                    .ifPresent(selected -> selected.scopes().forEach(working::cite));
        }
    }

    private void selectNamed(String name, List<Edition> editions, List<LimitScope> scopes) {
        Set<String> families = new LinkedHashSet<>();
        for (Edition edition : editions) {
            if (isNamed(edition, name)) {
                families.add(edition.family());
                byEdition.put(
                        edition.id(),
                        new Selected(edition.family(), Standing.NAMED, Answer.YES, List.of(), Optional.empty()));
            }
        }
        for (LimitScope scope : scopes) {
            if (families.stream().anyMatch(scope::joins)) {
                Answer answer = test(scope);
                add(
                        scope,
                        scope.standing() == Standing.NOT_HELD || scope.standing() == Standing.INDUSTRY_NOT_HELD
                                ? industryAnswer(scope).and(answer)
                                : answer);
            }
        }
    }

    private void selectByIndustry(List<LimitScope> scopes) {
        Answer industryStandard = new Answer(Truth.FALSE, Set.of(), List.of());
        for (LimitScope scope : scopes) {
            Answer answer = industryAnswer(scope).and(test(scope));
            switch (scope.standing()) {
                case GENERAL -> {}
                case INDUSTRY -> {
                    add(scope, answer);
                    industryStandard = or(industryStandard, answer);
                }
                default -> add(scope, answer);
            }
        }
        for (LimitScope scope : scopes) {
            if (scope.standing() == Standing.GENERAL) {
                addGeneral(scope, industryStandard);
            }
        }
    }

    private void addGeneral(LimitScope scope, Answer industryStandard) {
        switch (industryStandard.truth()) {
            case FALSE -> add(scope, test(scope));
            case UNKNOWN -> add(scope, industryStandard);
            case TRUE ->
                byEdition.put(
                        scope.rule().edition().id(),
                        new Selected(
                                scope.rule().edition().family(),
                                scope.standing(),
                                Answer.YES,
                                List.of(scope.rule()),
                                Optional.of(new Text(
                                        "有行业型标准，综合型标准与其不交叉执行",
                                        "an industry standard applies; the general one is not applied beside it"))));
        }
    }

    private void add(LimitScope scope, Answer answer) {
        switch (scope.standing()) {
            case NOT_HELD, INDUSTRY_NOT_HELD, NOTE -> {
                if (answer.truth() == Truth.TRUE) {
                    reminders.add(scope);
                }
            }
            default -> addHeld(scope, answer);
        }
    }

    private void addHeld(LimitScope scope, Answer answer) {
        if (answer.truth() == Truth.FALSE) {
            return;
        }
        Edition edition = scope.rule().edition();
        byEdition.merge(
                edition.id(),
                new Selected(edition.family(), scope.standing(), answer, List.of(scope.rule()), Optional.empty()),
                (a, b) -> new Selected(
                        a.family(), a.standing(), or(a.answer(), b.answer()), a.scopes(), Optional.empty()));
    }

    private Answer test(LimitScope scope) {
        Answer answer = scope.when().test(key -> outlet.findAnswer(key, day));
        String region = scope.rule().edition().region();
        Answer here = region.equals(NATION) ? Answer.YES : testRegion(region);
        return answer.and(here);
    }

    private Answer industryAnswer(LimitScope scope) {
        return switch (scope.testIndustry(outlet.industry())) {
            case TRUE -> Answer.YES;
            case FALSE -> new Answer(Truth.FALSE, Set.of(), List.of());
            case UNKNOWN -> new Answer(Truth.UNKNOWN, Set.of(INDUSTRY), List.of());
        };
    }

    private Answer testRegion(String region) {
        String province = region.substring(0, PROVINCE_DIGITS);
        return Condition.parse(Outlet.REGION + " in " + province).test(key -> outlet.findAnswer(key, day));
    }

    private static Answer or(Answer a, Answer b) {
        if (a.truth() == Truth.TRUE || b.truth() == Truth.TRUE) {
            return Answer.YES;
        }
        if (a.truth() == Truth.FALSE) {
            return b;
        }
        if (b.truth() == Truth.FALSE) {
            return a;
        }
        Set<String> missing = new LinkedHashSet<>(a.missing());
        missing.addAll(b.missing());
        return new Answer(Truth.UNKNOWN, missing, List.of());
    }
}
