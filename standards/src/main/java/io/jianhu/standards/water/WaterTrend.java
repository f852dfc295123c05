package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Change of water status between two periods, 环办[2011]22号. */
public final class WaterTrend {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WaterRules rules;

    public WaterTrend(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /** Shares of classes in percent at one time. */
    public record Shares(BigDecimal good, BigDecimal worst) {}

    /**
     * What became of the water.
     *
     * @param change better above zero, worse below: levels of status, or dG − dD in percentage points
     */
    public record Change(BigDecimal change, Text trend) {}

    /** Change by levels of status. */
    public Judgement<Change> judgeLevels(WaterStatus before, WaterStatus after, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        BigDecimal levels = working.step(
                new Text("水质状况等级变化", "change of status levels"),
                before.title().zh() + " → " + after.title().zh(),
                BigDecimal.valueOf((long) before.ordinal() - after.ordinal()),
                "");
        return working.judged(change("levels", levels, day, working));
    }

    /** Change by dG − dD: change of the share of classes I to III less change of the share worse than V. */
    public Judgement<Change> judgeShares(Shares before, Shares after, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)
                || !arePossible("before", before, working)
                || !arePossible("after", after, working)) {
            return working.notJudged();
        }
        BigDecimal points = working.step(
                new Text("ΔG − ΔD", "dG - dD"),
                "(" + after.good() + " - " + before.good() + ") - (" + after.worst() + " - " + before.worst() + ")",
                after.good().subtract(before.good()).subtract(after.worst().subtract(before.worst())),
                "%");
        return working.judged(change("shares", points, day, working));
    }

    private Change change(String kind, BigDecimal change, LocalDate day, Working working) {
        BigDecimal size = change.abs();
        Rule rule = rules.listOn("water-trend", day).stream()
                .filter(row -> row.text("kind").equals(kind) && isInside(size, row))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no trend for " + size));
        working.cite(rule);
        String side = change.signum() < 0 ? "worse" : "better";
        return new Change(change, new Text(rule.text(side + "_zh"), rule.text(side + "_en")));
    }

    private static boolean isInside(BigDecimal size, Rule row) {
        Optional<BigDecimal> above = row.findNumber("above");
        Optional<BigDecimal> upTo = row.findNumber("up_to");
        return (above.isEmpty() || size.compareTo(above.get()) > 0)
                && (upTo.isEmpty() || size.compareTo(upTo.get()) <= 0);
    }

    private static boolean arePossible(String place, Shares shares, Working working) {
        boolean possible = shares.good().signum() >= 0
                && shares.worst().signum() >= 0
                && shares.good().add(shares.worst()).compareTo(HUNDRED) <= 0;
        if (!possible) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0~100 %", shares.good() + " + " + shares.worst());
        }
        return possible;
    }
}
