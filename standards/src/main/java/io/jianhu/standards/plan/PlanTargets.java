package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether the indicators of the 14th five-year plan of Shaoxing are attained. */
public final class PlanTargets {

    private final RuleBook rules;

    public PlanTargets(RuleBook rules) {
        this.rules = rules;
    }

    /** The indicators of the plan, in its order. */
    public List<Rule> listTargets() {
        return rules.getTable("plan-targets").rows();
    }

    /**
     * One indicator against its target.
     *
     * @param gap value minus target: how far the indicator is beyond (or short of) it
     */
    public record TargetVerdict(String indicator, BigDecimal target, BigDecimal gap, Outcome outcome) {}

    /** Whether a target is attained. */
    public enum Outcome {
        ATTAINED,
        MISSED
    }

    /**
     * Holds a value against the target of an indicator.
     *
     * @param number of the indicator in the plan
     * @param value in the unit of the indicator; 1 for done and 0 for not done
     * @param given the target that the province set, or the base value that must not be lost, where the plan has no number
     */
    public Judgement<TargetVerdict> judge(int number, BigDecimal value, Optional<BigDecimal> given) {
        Working working = new Working();
        Optional<Rule> row = listTargets().stream()
                .filter(rule -> rule.text("no").equals(String.valueOf(number)))
                .findFirst();
        if (row.isEmpty()) {
            working.finding(
                    CommonFinding.UNKNOWN_CHOICE, "no", "1.." + listTargets().size(), String.valueOf(number));
            return working.notJudged();
        }
        working.cite(row.get());
        Optional<BigDecimal> target = target(row.get(), given, working);
        if (target.isEmpty()) {
            return working.notJudged();
        }
        BigDecimal gap = working.step(
                new Text(row.get().text("indicator"), "indicator " + number),
                value.toPlainString() + "-" + target.get().toPlainString(),
                value.subtract(target.get()),
                row.get().text("unit"));
        boolean attained = switch (row.get().text("direction")) {
            case "ge" -> gap.signum() >= 0;
            case "le" -> gap.signum() <= 0;
            case "eq" -> gap.signum() == 0;
            default -> throw new IllegalStateException(row.get().id() + ": direction");
        };
        return working.judged(new TargetVerdict(
                row.get().text("indicator"), target.get(), gap, attained ? Outcome.ATTAINED : Outcome.MISSED));
    }

    private static Optional<BigDecimal> target(Rule row, Optional<BigDecimal> given, Working working) {
        return switch (row.text("target_kind")) {
            case "number" -> row.findNumber("target");
            case "done" -> Optional.of(BigDecimal.ONE);
            case "not_below_base" -> row.findNumber("base").or(() -> given(given, PlanFinding.BASE_NEEDED, working));
            case "provincial" -> given(given, PlanFinding.PROVINCIAL_TARGET_NEEDED, working);
            default -> throw new IllegalStateException(row.id() + ": target_kind");
        };
    }

    private static Optional<BigDecimal> given(Optional<BigDecimal> given, PlanFinding missing, Working working) {
        if (given.isEmpty()) {
            working.finding(missing, "target", "", "");
        }
        return given;
    }
}
