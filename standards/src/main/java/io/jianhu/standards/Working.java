package io.jianhu.standards;

import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a calculator writes down on its way to one {@link Judgement}: rules cited, lines of calculation, findings. Begin one
 * per judgement, end it with {@link #judged} or {@link #notJudged}; not thread-safe.
 */
public final class Working {

    private final Set<Rule> rules = new LinkedHashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Completeness> completeness = Optional.empty();

    /** Cites a rule; once is enough. */
    public Rule cite(Rule rule) {
        rules.add(rule);
        return rule;
    }

    /** Notes a line that nothing rounds. */
    public BigDecimal step(Text label, String formula, BigDecimal value, String unit) {
        steps.add(new Step(label, formula, value, Optional.empty(), value, unit));
        return value;
    }

    /** Rounds, notes the line, and returns the rounded value. */
    public BigDecimal step(Text label, String formula, BigDecimal exact, Rounding rounding, String unit) {
        BigDecimal value = rounding.round(exact);
        steps.add(new Step(label, formula, exact, Optional.of(rounding), value, unit));
        return value;
    }

    /** Notes a defect of the input. */
    public void finding(FindingCode code, String place, String expected, String actual) {
        findings.add(new Finding(code, place, expected, actual));
    }

    /** Notes a value below zero as a defect: concentrations, counts and shares are not negative. */
    public void refuseNegative(String place, BigDecimal value) {
        if (value.signum() < 0) {
            finding(CommonFinding.NEGATIVE, place, "≥ 0", value.toPlainString());
        }
    }

    public void completeness(Completeness counted) {
        completeness = Optional.of(counted);
    }

    /** Whether something was found so far. */
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    /** Takes over what another judgement leaned on, so that the outer one cites it as well. */
    public <R> Optional<R> lean(Judgement<R> inner) {
        rules.addAll(inner.citations());
        findings.addAll(inner.findings());
        return switch (inner) {
            case Judgement.Judged<R> judged -> {
                steps.addAll(judged.working());
                yield Optional.of(judged.value());
            }
            case Judgement.NotJudged<R> _ -> Optional.empty();
        };
    }

    /** Ends with a result; findings that stand are warnings. */
    public <R> Judgement<R> judged(R value) {
        return new Judgement.Judged<>(
                value, List.copyOf(steps), completeness, List.copyOf(rules), List.copyOf(findings));
    }

    /**
     * Ends without a result.
     *
     * @throws IllegalStateException when no finding says why
     */
    public <R> Judgement<R> notJudged() {
        if (findings.isEmpty()) {
            throw new IllegalStateException("a refusal without a finding");
        }
        return new Judgement.NotJudged<>(completeness, List.copyOf(rules), List.copyOf(findings));
    }
}
