package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule asks of an outlet: terms joined by {@code "; "}, alternatives of these joined by {@code " or "}, groups of
 * alternatives joined by {@code " & "}, all of which must be met. Empty asks nothing.
 *
 * <p>The answer has three values: a fact that nobody has given makes a term unknown, and unknown is neither true nor false.
 */
record Condition(List<Group> allOf) {

    /** Always true. */
    static final Condition NONE = new Condition(List.of());

    private static final Pattern TERM = Pattern.compile("(\\w+)(!=|!in | in |<=|>=|=|<|>)(.+)");

    /** What conditions ask that is no fact of the outlet's own. */
    private static final Map<String, Text> OWN_TITLES = Map.of(
            Outlet.DAY, new Text("数据日期", "day of the data"),
            Outlet.MONTH, new Text("月份", "month"),
            Outlet.REGION, new Text("行政区划代码", "region"));

    /** Alternatives, one of which must be met in all its terms. */
    record Group(List<List<Term>> anyOf) {}

    /** How a fact is compared. */
    enum Comparison {
        EQUAL("=", "="),
        UNEQUAL("!=", "≠"),
        IN(" in ", "∈"),
        NOT_IN("!in ", "∉"),
        AT_MOST("<=", "≤"),
        AT_LEAST(">=", "≥"),
        BELOW("<", "<"),
        ABOVE(">", ">");

        private final String written;
        private final String shown;

        Comparison(String written, String shown) {
            this.written = written;
            this.shown = shown;
        }

        private static Comparison ofWritten(String text) {
            return Arrays.stream(values())
                    .filter(c -> c.written.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no comparison " + text));
        }
    }

    /** Whether a condition is met. */
    enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /**
     * What a condition says of an outlet.
     *
     * @param missing the facts that would decide it; empty unless it is unknown
     * @param against the terms that are not met; empty unless it is false
     */
    record Answer(Truth truth, Set<String> missing, List<Term> against) {

        static final Answer YES = new Answer(Truth.TRUE, Set.of(), List.of());

        /** True when both are, false when one is. */
        Answer and(Answer other) {
            if (truth == Truth.FALSE || other.truth == Truth.FALSE) {
                return truth == Truth.FALSE ? this : other;
            }
            if (truth == Truth.TRUE && other.truth == Truth.TRUE) {
                return YES;
            }
            Set<String> both = new LinkedHashSet<>(missing);
            both.addAll(other.missing);
            return new Answer(Truth.UNKNOWN, both, List.of());
        }
    }

    /** One comparison of one fact. */
    record Term(String fact, Comparison comparison, List<String> values) {

        private Truth test(Optional<String> given) {
            return given.map(value -> isMet(value) ? Truth.TRUE : Truth.FALSE).orElse(Truth.UNKNOWN);
        }

        private boolean isMet(String given) {
            return switch (comparison) {
                case EQUAL -> compare(given) == 0;
                case UNEQUAL -> compare(given) != 0;
                case IN -> isAmong(given);
                case NOT_IN -> !isAmong(given);
                case AT_MOST -> compare(given) <= 0;
                case AT_LEAST -> compare(given) >= 0;
                case BELOW -> compare(given) < 0;
                case ABOVE -> compare(given) > 0;
            };
        }

        /** A region code lies in another when it begins with it. */
        private boolean isAmong(String given) {
            return fact.equals(Outlet.REGION) ? values.stream().anyMatch(given::startsWith) : values.contains(given);
        }

        /** Numbers by value, days and words by their text: a day is written year first. */
        private int compare(String given) {
            String value = values.getFirst();
            return OutletFact.isNumber(given) && OutletFact.isNumber(value)
                    ? new BigDecimal(given).compareTo(new BigDecimal(value))
                    : given.compareTo(value);
        }

        /** The term in words. */
        Text describe(OutletFacts facts) {
            String list = String.join("、", values);
            Optional<OutletFact> known = facts.findFact(fact);
            if (known.isEmpty()) {
                Text title = OWN_TITLES.getOrDefault(fact, new Text(fact, fact));
                return new Text(
                        title.zh() + " " + comparison.shown + " " + list,
                        title.en() + " " + comparison.shown + " " + String.join(", ", values));
            }
            List<Text> words = values.stream().map(known.get()::describe).toList();
            return new Text(
                    known.get().title().zh() + " " + comparison.shown + " "
                            + words.stream().map(Text::zh).collect(Collectors.joining("、")),
                    known.get().title().en() + " " + comparison.shown + " "
                            + words.stream().map(Text::en).collect(Collectors.joining(", ")));
        }
    }

    /** @throws IllegalStateException when the text is no condition */
    static Condition parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        return new Condition(Arrays.stream(text.split(" & ", -1))
                .map(group -> new Group(Arrays.stream(group.split(" or ", -1))
                        .map(part -> Arrays.stream(part.split("; ", -1))
                                .map(Condition::parseTerm)
                                .toList())
                        .toList()))
                .toList());
    }

    private static Term parseTerm(String text) {
        Matcher term = TERM.matcher(text);
        if (!term.matches()) {
            throw new IllegalStateException("no condition: " + text);
        }
        return new Term(
                term.group(1),
                Comparison.ofWritten(term.group(2)),
                List.of(term.group(3).split(",", -1)));
    }

    /** @param facts the value of a fact, empty where nobody gave it */
    Answer test(Function<String, Optional<String>> facts) {
        Answer all = Answer.YES;
        for (Group group : allOf) {
            all = all.and(testAny(group, facts));
        }
        return all;
    }

    private static Answer testAny(Group group, Function<String, Optional<String>> facts) {
        Set<String> missing = new LinkedHashSet<>();
        Set<Term> against = new LinkedHashSet<>();
        for (List<Term> alternative : group.anyOf()) {
            Answer answer = testAll(alternative, facts);
            if (answer.truth() == Truth.TRUE) {
                return Answer.YES;
            }
            missing.addAll(answer.missing());
            against.addAll(answer.against());
        }
        return missing.isEmpty()
                ? new Answer(Truth.FALSE, Set.of(), List.copyOf(against))
                : new Answer(Truth.UNKNOWN, missing, List.of());
    }

    /** Of terms that all must be met the first unknown one is asked for: what follows is only asked of those it fits. */
    private static Answer testAll(List<Term> terms, Function<String, Optional<String>> facts) {
        Set<String> missing = new LinkedHashSet<>();
        for (Term term : terms) {
            switch (term.test(facts.apply(term.fact()))) {
                case TRUE -> {}
                case FALSE -> {
                    return new Answer(Truth.FALSE, Set.of(), List.of(term));
                }
                case UNKNOWN -> {
                    if (missing.isEmpty()) {
                        missing.add(term.fact());
                    }
                }
            }
        }
        return missing.isEmpty() ? Answer.YES : new Answer(Truth.UNKNOWN, missing, List.of());
    }

    /** The condition in words, empty when it asks nothing. */
    Text describe(OutletFacts facts) {
        return new Text(
                describe(term -> term.describe(facts).zh(), "，", "，或 ", "；"),
                describe(term -> term.describe(facts).en(), ", ", ", or ", "; "));
    }

    private String describe(Function<Term, String> word, String and, String or, String next) {
        return allOf.stream()
                .map(group -> group.anyOf().stream()
                        .map(terms -> terms.stream().map(word).collect(Collectors.joining(and)))
                        .collect(Collectors.joining(or)))
                .collect(Collectors.joining(next));
    }

    /** Every term, in the order of the text. */
    Stream<Term> terms() {
        return allOf.stream().flatMap(group -> group.anyOf().stream()).flatMap(List::stream);
    }

    /** Whether a fact is asked for. */
    boolean asksFor(String fact) {
        return terms().anyMatch(term -> term.fact().equals(fact));
    }

    /** The values that a fact may equal. */
    Set<String> listValues(String fact) {
        return terms().filter(term -> term.fact().equals(fact) && term.comparison() == Comparison.EQUAL)
                .flatMap(term -> term.values().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
