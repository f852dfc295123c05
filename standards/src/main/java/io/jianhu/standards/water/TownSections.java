package io.jianhu.standards.water;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Change of the water index of town sections, Shangyu district of Shaoxing, about 2014. The formula of the index is not public:
 * the caller gives the indices.
 */
public final class TownSections {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WaterRules rules;

    public TownSections(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /**
     * What became of a section.
     *
     * @param percent change of the index; below zero the water became better
     * @param grade 改善, 稳定 or 恶化
     */
    public record Change(BigDecimal percent, Text grade) {}

    /** The grade of the change of the index against the same month of the year before, which is above zero. */
    public Judgement<Change> judge(BigDecimal before, BigDecimal after, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition("上虞区水环境质量考核", day, working)) {
            return working.notJudged();
        }
        if (before.signum() <= 0) {
            working.finding(WaterFinding.NOT_POSITIVE, "before", "> 0", before.toPlainString());
        }
        working.refuseNegative("after", after);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal percent = working.step(
                new Text("水质评价指数同比变化", "change of the water index"),
                "(" + after + " - " + before + ")/" + before + "×100",
                after.subtract(before).multiply(HUNDRED).divide(before, MathContext.DECIMAL128),
                "%");
        Rule rule = rules.listOn("water-town", day).stream()
                .filter(row -> isInside(percent, row))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no grade for " + percent));
        working.cite(rule);
        return working.judged(new Change(percent, new Text(rule.text("grade_zh"), rule.text("grade_en"))));
    }

    private static boolean isInside(BigDecimal percent, Rule row) {
        Optional<Integer> from = row.findNumber("from_pct").map(percent::compareTo);
        Optional<Integer> to = row.findNumber("to_pct").map(percent::compareTo);
        return (from.isEmpty()
                        || from.get() > 0
                        || (from.get() == 0 && row.text("from_included").equals("yes")))
                && (to.isEmpty()
                        || to.get() < 0
                        || (to.get() == 0 && row.text("to_included").equals("yes")));
    }
}
