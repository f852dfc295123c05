package io.jianhu.standards.water;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.List;

/** Grades of sections where rivers cross boundaries (交接断面), Zhejiang, the decision table used for 2013. */
public final class BoundarySections {

    private final WaterRules rules;

    public BoundarySections(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /** Whether the section meets its target. */
    public enum Target {
        MET,
        MISSED
    }

    /** One quality compared with another: this year with last year, outflow with inflow. */
    public enum Comparison {
        BETTER,
        /** Not defined by the rule. */
        SAME,
        WORSE
    }

    /** Whether an outflow that became worse did so by less than the inflow. */
    public enum Decline {
        LESS_THAN_INFLOW,
        NOT_LESS
    }

    /**
     * @param outflow the outflow against the inflow; counts when the target is missed
     * @param change this year against last year
     * @param decline counts when the target is missed, the outflow worse than the inflow and the year worse than the last
     */
    public record Case(Target target, Comparison outflow, Comparison change, Decline decline) {}

    /** The items compared. */
    public List<String> listItems(LocalDate day) {
        return rules.listOn("water-boundary-items", day).stream()
                .map(row -> row.text("factor"))
                .toList();
    }

    /** The grade 优秀, 良好, 合格 or 不合格. */
    public Judgement<Text> judge(Case facts, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition("浙江交接断面考核", day, working)) {
            return working.notJudged();
        }
        List<Rule> rows = rules.listOn("water-boundary", day).stream()
                .filter(row -> row.text("target").equals(facts.target() == Target.MET ? "met" : "missed"))
                .filter(row -> fits(row, "outflow", facts.outflow()))
                .filter(row -> fits(row, "change", facts.change()))
                .filter(row -> row.findText("fell_less")
                        .map(text -> text.equals("yes") == (facts.decline() == Decline.LESS_THAN_INFLOW))
                        .orElse(true))
                .toList();
        if (rows.isEmpty()) {
            working.finding(
                    WaterFinding.CASE_NOT_DEFINED,
                    facts.change() == Comparison.SAME ? "change" : "outflow",
                    "better, worse",
                    "same");
            return working.notJudged();
        }
        Rule rule = working.cite(rows.getFirst());
        rules.listOn("water-boundary-items", day).forEach(working::cite);
        LocalDate until = LocalDate.parse(rule.text("described_until"));
        if (day.isAfter(until)) {
            working.finding(WaterFinding.RULE_OF_ANOTHER_YEAR, "date", "≤ " + until, day.toString());
        }
        return working.judged(new Text(rule.text("grade_zh"), rule.text("grade_en")));
    }

    private static boolean fits(Rule row, String column, Comparison comparison) {
        return row.findText(column)
                .map(text -> switch (comparison) {
                    case BETTER -> text.equals("better");
                    case WORSE -> text.equals("worse");
                    case SAME -> false;
                })
                .orElse(true);
    }
}
