package io.jianhu.standards.soil;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** The register of polluted farmland: how much of it is used safely, which points may leave it (对账销号). */
public final class FarmlandRegister {

    private static final MathContext EXACT = new MathContext(30);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RuleBook rules;

    public FarmlandRegister(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Safe-use rate of polluted farmland (受污染耕地安全利用率) in percent, one decimal.
     *
     * @param safeUse area with safe-use measures in place
     * @param strictControl area with strict-control measures in place
     * @param due area of polluted farmland, in the same unit
     */
    public Judgement<BigDecimal> safeUseRate(BigDecimal safeUse, BigDecimal strictControl, BigDecimal due) {
        Working working = new Working();
        if (safeUse.signum() < 0 || strictControl.signum() < 0 || due.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, "area", ">= 0", "");
        } else if (due.signum() == 0) {
            working.finding(CommonFinding.EMPTY_SET, "total", "> 0", "0");
        } else if (safeUse.add(strictControl).compareTo(due) > 0) {
            working.finding(
                    SoilFinding.PARTS_EXCEED_TOTAL,
                    "safe_use + strict_control",
                    "<= " + due.toPlainString(),
                    safeUse.add(strictControl).toPlainString());
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(rules.findRule("plan-target/16").orElseThrow());
        return working.judged(working.step(
                new Text("受污染耕地安全利用率", "safe-use rate"),
                "(" + safeUse.toPlainString() + "+" + strictControl.toPlainString() + ")/" + due.toPlainString()
                        + "×100",
                safeUse.add(strictControl).multiply(HUNDRED).divide(due, EXACT),
                Rounding.halfEven(1),
                "%"));
    }

    /**
     * Whether a point above its screening value may be cancelled: its latest crop results, as many as the rule asks for, all
     * meet the crop limit.
     *
     * @param item the item that exceeded, such as {@code Cd}
     * @param cropResults contents of the crop in mg/kg, oldest first
     * @param cropLimit the limit of the crop, empty where the library holds it (Cd in rice)
     */
    public Judgement<Boolean> mayCancel(String item, List<BigDecimal> cropResults, Optional<BigDecimal> cropLimit) {
        Working working = new Working();
        Rule needed = working.cite(rules.findRule("farmland-cancel/results").orElseThrow());
        Optional<BigDecimal> limit = cropLimit.or(() -> rules.getTable("soil-parameters").rows().stream()
                .filter(rule -> rule.text("key").equals("crop_limit_" + item + "_rice"))
                .findFirst()
                .map(rule -> working.cite(rule).getNumber("value")));
        if (limit.isEmpty()) {
            working.finding(SoilFinding.NO_CROP_LIMIT, "crop_limit", "mg/kg", item);
        }
        if (cropResults.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "crop_results", "", "");
        }
        if (cropResults.stream().anyMatch(result -> result.signum() < 0)) {
            working.finding(CommonFinding.NEGATIVE, "crop_results", ">= 0 mg/kg", "");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int count = needed.getNumber("value").intValueExact();
        working.completeness(new Completeness(cropResults.size(), count, count));
        List<BigDecimal> latest = cropResults.reversed().stream().limit(count).toList();
        return working.judged(
                latest.size() == count && latest.stream().allMatch(result -> result.compareTo(limit.get()) <= 0));
    }
}
