package io.jianhu.standards.emission;

import io.jianhu.standards.emission.LimitCandidate.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides in spite of missing facts where they cannot matter: every answer to them is tried, and when each leads to the same
 * limit the limit stands. Where two answers differ nothing is decided.
 */
final class LimitDecision {

    /** Ways to answer that are tried before a case counts as undecided. */
    private static final int MOST_TRIALS = 4000;

    private final LimitAssessor assessor;
    private final OutletFacts facts;
    private final List<Condition> conditions;
    private int trials;

    LimitDecision(LimitAssessor assessor, OutletFacts facts, List<Condition> conditions) {
        this.assessor = assessor;
        this.facts = facts;
        this.conditions = conditions;
    }

    /** The ranking that holds whatever the missing facts are; empty where they matter. */
    Optional<LimitRanking> decide(Outlet outlet) {
        LimitRanking ranking = LimitRanking.of(assessor.assess(outlet));
        if (!ranking.isUndecided()) {
            return Optional.of(ranking);
        }
        Set<String> missing = missing(ranking);
        if (missing.contains(StandardSelection.INDUSTRY)) {
            return Optional.empty();
        }
        String fact = missing.iterator().next();
        Optional<LimitRanking> first = Optional.empty();
        for (String answer : answers(fact)) {
            trials++;
            if (trials > MOST_TRIALS) {
                return Optional.empty();
            }
            Optional<LimitRanking> outcome = decide(answer(outlet, fact, answer));
            if (outcome.isEmpty() || (first.isPresent() && !first.get().choosesTheSame(outcome.get()))) {
                return Optional.empty();
            }
            first = first.isPresent() ? first : outcome;
        }
        return first.map(outcome -> ranking.choosesTheSame(outcome) ? ranking : outcome);
    }

    /** The facts that the undecided candidates ask for. */
    static Set<String> missing(LimitRanking ranking) {
        Set<String> missing = new LinkedHashSet<>();
        ranking.candidates().stream()
                .filter(candidate -> candidate.state() == State.UNDECIDED)
                .forEach(candidate -> candidate.missing().stream().sorted().forEach(missing::add));
        return missing;
    }

    private static Outlet answer(Outlet outlet, String fact, String answer) {
        return fact.equals(Outlet.REGION) ? outlet.withRegion(answer) : outlet.with(fact, answer);
    }

    /** An answer of every kind that the conditions tell apart. */
    private List<String> answers(String fact) {
        Set<String> operands = new LinkedHashSet<>();
        for (Condition condition : conditions) {
            condition.terms().filter(term -> term.fact().equals(fact)).forEach(term -> operands.addAll(term.values()));
        }
        Optional<OutletFact> known = facts.findFact(fact);
        if (known.isEmpty()) {
            List<String> regions = new ArrayList<>(operands);
            regions.add("000000");
            regions.add("330000");
            return regions;
        }
        return switch (known.get().kind()) {
            case CHOICE, FLAG ->
                known.get().values().stream().map(OutletFact.Value::value).toList();
            case NUMBER -> aroundNumbers(operands);
            case DATE -> aroundDays(operands);
        };
    }

    private static List<String> aroundNumbers(Set<String> operands) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        operands.forEach(operand -> numbers.add(new BigDecimal(operand)));
        List<String> answers = new ArrayList<>();
        if (numbers.isEmpty()) {
            return List.of("0");
        }
        answers.add(numbers.first().subtract(BigDecimal.ONE).toPlainString());
        for (BigDecimal number : numbers) {
            answers.add(number.toPlainString());
            BigDecimal next = numbers.higher(number);
            answers.add(
                    next == null
                            ? number.add(BigDecimal.ONE).toPlainString()
                            : number.add(next).multiply(new BigDecimal("0.5")).toPlainString());
        }
        return answers;
    }

    private static List<String> aroundDays(Set<String> operands) {
        Set<String> days = new LinkedHashSet<>();
        for (String operand : operands) {
            LocalDate day = LocalDate.parse(operand);
            days.add(day.minusDays(1).toString());
            days.add(operand);
            days.add(day.plusDays(1).toString());
        }
        return new ArrayList<>(days);
    }
}
