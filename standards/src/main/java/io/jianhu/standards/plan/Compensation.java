package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.CompensationIndex.Side;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compensation between the two sides of a boundary section: P = k0·Σ ki·Ci/Ci0 as an agreement sets it, or whether the agreed
 * target is met.
 *
 * <p>Up to P = 1 the downstream side pays, above it the upstream side. The unrounded P decides: rounding moves no money.
 */
public final class Compensation {

    private static final MathContext EXACT = new MathContext(34);
    /** Parts from which quotients that add up to a short decimal do so again. */
    private static final MathContext DECIDING = new MathContext(30);

    private final RuleBook rules;

    public Compensation(RuleBook rules) {
        this.rules = rules;
    }

    /** The agreements whose parameters the library holds, oldest first. */
    public List<Agreement> listAgreements() {
        return rules.getTable("compensation-agreements").rows().stream()
                .map(Agreement::of)
                .toList();
    }

    /** The agreement that was in force on the day. */
    public Optional<Agreement> findAgreement(LocalDate day) {
        return rules.getTable("compensation-agreements").listOn(day).stream()
                .findFirst()
                .map(Agreement::of);
    }

    /**
     * The index of a year.
     *
     * @param concentrations annual means at the section, mg/L
     * @param reference means of the reference years, mg/L
     */
    public Judgement<CompensationIndex> index(
            Agreement agreement, Map<String, BigDecimal> concentrations, Map<String, BigDecimal> reference) {
        Working working = new Working();
        Rule formula = working.cite(rules.findRule("compensation/P").orElseThrow());
        agreement.rule().ifPresent(working::cite);
        refuse(agreement, concentrations, reference, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal sum = BigDecimal.ZERO;
        StringBuilder terms = new StringBuilder();
        for (Map.Entry<String, BigDecimal> weight : agreement.weights().entrySet()) {
            BigDecimal now = concentrations.getOrDefault(weight.getKey(), BigDecimal.ZERO);
            BigDecimal then = reference.getOrDefault(weight.getKey(), BigDecimal.ONE);
            sum = sum.add(weight.getValue().multiply(now).divide(then, EXACT));
            terms.append(terms.isEmpty() ? "" : "+")
                    .append(weight.getValue().toPlainString())
                    .append('×');
            terms.append(now.toPlainString()).append('/').append(then.toPlainString());
        }
        BigDecimal exact = agreement.k0().multiply(sum).round(DECIDING);
        BigDecimal index = working.step(
                new Text("补偿指数 P", "index P"),
                agreement.k0().toPlainString() + "×(" + terms + ")",
                exact,
                Rounding.halfEven(3),
                "");
        return working.judged(new CompensationIndex(
                index, exact.compareTo(formula.getNumber("value")) <= 0 ? Side.DOWNSTREAM : Side.UPSTREAM));
    }

    private static void refuse(
            Agreement agreement,
            Map<String, BigDecimal> concentrations,
            Map<String, BigDecimal> reference,
            Working working) {
        BigDecimal weights = agreement.weights().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.compareTo(BigDecimal.ONE) != 0) {
            working.finding(PlanFinding.WEIGHTS_NOT_ONE, "ki", "1", weights.toPlainString());
        }
        refuseItems("C", agreement, concentrations, working);
        refuseItems("C0", agreement, reference, working);
        reference.forEach((item, value) -> {
            if (value.signum() == 0) {
                working.finding(CommonFinding.OUT_OF_RANGE, "C0." + item, "> 0 mg/L", "0");
            }
        });
    }

    private static void refuseItems(
            String place, Agreement agreement, Map<String, BigDecimal> values, Working working) {
        for (String item : agreement.weights().keySet()) {
            if (!values.containsKey(item)) {
                working.finding(CommonFinding.MISSING_INPUT, place + "." + item, "mg/L", "");
            }
        }
        values.forEach((item, value) -> {
            if (!agreement.weights().containsKey(item)) {
                working.finding(
                        CommonFinding.UNKNOWN_FACTOR,
                        place + "." + item,
                        String.join(", ", agreement.weights().keySet()),
                        item);
            }
            if (value.signum() < 0) {
                working.finding(CommonFinding.NEGATIVE, place + "." + item, ">= 0 mg/L", value.toPlainString());
            }
        });
    }

    /** Who pays under the scheme of Zhejiang, by whether the section met its agreed target. */
    public Judgement<Side> payer(TargetResult result) {
        Working working = new Working();
        Rule row = rules.getTable("compensation-targets").rows().stream()
                .filter(rule -> rule.text("met").equals(result == TargetResult.MET ? "yes" : "no"))
                .findFirst()
                .orElseThrow();
        working.cite(row);
        return working.judged(row.text("payer").equals(Side.DOWNSTREAM.label()) ? Side.DOWNSTREAM : Side.UPSTREAM);
    }

    /** Whether a section met its target. */
    public enum TargetResult {
        MET,
        MISSED
    }
}
