package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Factor;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.LimitCandidate.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which emission limit applies to an outlet on a day, and why. Immutable, read once from the rule book.
 *
 * <p>Standard before level before number: the permit names the standard, or the industry does; general standards stand back
 * where an industry standard exists; local standards and policies that an outlet is committed to go before where they are
 * stricter; date of construction, route, level, facility choose the row. A missing fact is asked for, never assumed, unless
 * every answer to it leads to the same limit.
 */
public final class EmissionLimits {

    private final RuleBook rules;
    private final OutletFacts facts;
    private final StackRates stackRates;
    private final Map<String, List<LimitRow>> rowsByFactor = new LinkedHashMap<>();
    private final List<LimitScope> scopes;
    private final List<Edition> editions;

    public EmissionLimits(RuleBook rules) {
        this.rules = rules;
        this.facts = new OutletFacts(rules);
        this.stackRates = new StackRates(new Parameters(rules));
        for (Rule rule : rules.getTable("emission-limits").rows()) {
            LimitRow row = LimitRow.of(rule, rules.factors());
            rowsByFactor
                    .computeIfAbsent(row.limit().factor(), _ -> new ArrayList<>())
                    .add(row);
        }
        this.scopes = rules.getTable("emission-scopes").rows().stream()
                .map(LimitScope::of)
                .toList();
        this.editions = rowsByFactor.values().stream()
                .flatMap(List::stream)
                .map(LimitRow::edition)
                .distinct()
                .toList();
    }

    /** What limits may ask about an outlet. */
    public OutletFacts facts() {
        return facts;
    }

    /** The standards whose limits are held. */
    public List<Edition> listStandards() {
        return editions;
    }

    /** The factors that have a limit anywhere, by key. */
    public List<String> listFactors() {
        return List.copyOf(rowsByFactor.keySet());
    }

    /** The media in which a factor has a limit; empty for an unknown factor. */
    public Set<EmissionMedium> listMedia(String factor) {
        Set<EmissionMedium> media = EnumSet.noneOf(EmissionMedium.class);
        rowsByFactor.getOrDefault(key(factor), List.of()).forEach(row -> media.add(row.medium()));
        return media;
    }

    /**
     * The limit of a factor that applies to the outlet on the day.
     *
     * <p>Without a result: an unknown factor or standard, an impossible fact, no rule, two rules of one standard at once, or
     * a fact that decides and is missing; then one finding names each missing fact and one lists every limit that may apply.
     *
     * @param factor key, code or name
     * @param day of the data, +08:00
     */
    public Judgement<LimitChoice> find(Outlet outlet, String factor, LocalDate day) {
        Working working = new Working();
        Optional<LimitAssessor> assessor = prepare(outlet, factor, day, working);
        if (assessor.isEmpty()) {
            return working.notJudged();
        }
        assessor.get().select(outlet).warn(working);
        Optional<LimitRanking> decided =
                new LimitDecision(assessor.get(), facts, conditions(key(factor))).decide(outlet);
        LimitRanking ranking =
                decided.orElseGet(() -> LimitRanking.of(assessor.get().assess(outlet)));
        if (decided.isEmpty()) {
            return undecided(ranking, working);
        }
        if (!ranking.clash().isEmpty()) {
            working.finding(EmissionFinding.AMBIGUOUS_RULES, "outlet", "", describe(ranking.clash()));
            return working.notJudged();
        }
        if (ranking.chosen().isEmpty()) {
            if (assessor.get().isStackOutsideTable(outlet)) {
                working.finding(
                        EmissionFinding.STACK_OUTSIDE_TABLE,
                        StackRates.STACK,
                        "",
                        outlet.facts().getOrDefault(StackRates.STACK, ""));
            }
            working.finding(CommonFinding.NO_RULE, "factor", describeExcluded(ranking.candidates()), factor);
            return working.notJudged();
        }
        List<EmissionLimit> limits =
                ranking.chosen().stream().map(LimitCandidate::limit).toList();
        for (EmissionLimit limit : limits) {
            limit.rules().forEach(working::cite);
            limit.limit()
                    .ifPresent(number -> working.step(
                            new Text(
                                    "排放限值（" + limit.basis().title().zh() + "）",
                                    "limit, " + limit.basis().title().en()),
                            limit.rules().getFirst().id(),
                            number,
                            limit.unit()));
        }
        assessor.get().select(outlet).citeScopes(limits, working);
        return working.judged(new LimitChoice(limits, ranking.candidates()));
    }

    /**
     * Every limit that was looked at for the outlet and the factor on the day with its reasons, also where nothing could be
     * decided; empty for an unknown factor or an impossible outlet.
     */
    public List<LimitCandidate> listCandidates(Outlet outlet, String factor, LocalDate day) {
        return prepare(outlet, factor, day, new Working())
                .map(assessor -> LimitRanking.of(assessor.assess(outlet)).candidates())
                .orElse(List.of());
    }

    private String key(String factor) {
        return rules.factors().findFactor(factor).map(Factor::key).orElse(factor);
    }

    private Optional<LimitAssessor> prepare(Outlet outlet, String factor, LocalDate day, Working working) {
        Optional<Factor> known = rules.factors().findFactor(factor, working);
        facts.check(outlet, working);
        if (outlet.standard().isEmpty() && outlet.industry().isEmpty()) {
            working.finding(
                    EmissionFinding.NEEDS_STANDARD_OR_INDUSTRY,
                    "standard",
                    String.join(", ", editions.stream().map(Edition::id).toList()),
                    "");
        }
        outlet.standard()
                .filter(name -> editions.stream().noneMatch(e -> StandardSelection.isNamed(e, name)))
                .ifPresent(name -> working.finding(
                        EmissionFinding.UNKNOWN_STANDARD,
                        "standard",
                        String.join(", ", editions.stream().map(Edition::id).toList()),
                        name));
        if (working.hasFindings() || known.isEmpty()) {
            return Optional.empty();
        }
        String key = known.get().key();
        return Optional.of(new LimitAssessor(
                facts, stackRates, rowsByFactor.getOrDefault(key, List.of()), scopes, editions, key, day));
    }

    private List<Condition> conditions(String key) {
        List<Condition> conditions = new ArrayList<>();
        rowsByFactor.getOrDefault(key, List.of()).forEach(row -> {
            conditions.add(row.when());
            conditions.add(row.oxygenWhen());
        });
        scopes.forEach(scope -> conditions.add(scope.when()));
        return conditions;
    }

    private Judgement<LimitChoice> undecided(LimitRanking ranking, Working working) {
        Set<String> missing = LimitDecision.missing(ranking);
        for (String fact : missing) {
            working.finding(
                    EmissionFinding.MISSING_FACT,
                    fact,
                    facts.findFact(fact)
                            .map(f -> f.title().zh() + " / " + f.title().en() + ": " + f.describeAnswers())
                            .orElse(fact),
                    "");
        }
        List<LimitCandidate> open = ranking.candidates().stream()
                .filter(c -> c.state() == State.CHOSEN || c.state() == State.UNDECIDED)
                .toList();
        working.finding(EmissionFinding.LIMIT_UNDECIDED, String.join(", ", missing), "", describe(open));
        return working.notJudged();
    }

    private static String describe(List<LimitCandidate> candidates) {
        return String.join(
                " | ",
                candidates.stream()
                        .map(c -> c.limit().rules().getFirst().id() + " "
                                + c.limit().describe() + " ["
                                + c.reasons().getFirst().en() + "]")
                        .toList());
    }

    /** Why nothing applied, at most a handful: the rows that were nearest. */
    private static String describeExcluded(List<LimitCandidate> candidates) {
        return describe(candidates.stream().limit(8).toList());
    }
}
