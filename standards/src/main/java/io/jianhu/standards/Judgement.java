package io.jianhu.standards;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What a calculator answers: a result with everything that it leaned on, or why there is none. */
public sealed interface Judgement<R> {

    /** The rules used, in the order of their use. */
    List<Rule> citations();

    /** The defects of the input: warnings beside a result, reasons where there is none. */
    List<Finding> findings();

    /** How complete the input was, where the rule asks. */
    Optional<Completeness> completeness();

    /** The result, where there is one. */
    Optional<R> findValue();

    /** The same judgement with its result seen as something else. */
    <S> Judgement<S> map(Function<? super R, ? extends S> view);

    /** @throws NoSuchElementException when there is no result; the message holds the findings */
    default R getValue() {
        return findValue().orElseThrow(() -> new NoSuchElementException("not judged: " + findings()));
    }

    /** The rules used that nobody has verified: whoever shows the result shows this mark. */
    default List<Rule> unverified() {
        return citations().stream()
                .filter(rule -> !rule.confidence().isVerified())
                .toList();
    }

    /** Whether an alarm may lean on this: there is a result, and every rule used is verified or trusted by a person. */
    default boolean mayAlarm(Trust trust) {
        return findValue().isPresent() && unverified().stream().allMatch(trust::holds);
    }

    /**
     * There is a result.
     *
     * @param working the lines of the calculation
     */
    record Judged<R>(
            R value,
            List<Step> working,
            Optional<Completeness> completeness,
            List<Rule> citations,
            List<Finding> findings)
            implements Judgement<R> {

        @Override
        public Optional<R> findValue() {
            return Optional.of(value);
        }

        @Override
        public <S> Judgement<S> map(Function<? super R, ? extends S> view) {
            return new Judged<>(view.apply(value), working, completeness, citations, findings);
        }
    }

    /** There is none; at least one finding says why. */
    record NotJudged<R>(Optional<Completeness> completeness, List<Rule> citations, List<Finding> findings)
            implements Judgement<R> {

        @Override
        public Optional<R> findValue() {
            return Optional.empty();
        }

        @Override
        public <S> Judgement<S> map(Function<? super R, ? extends S> view) {
            return new NotJudged<>(completeness, citations, findings);
        }
    }
}
