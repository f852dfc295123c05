package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sea water by GB 3097, table 1: the class of the worst item. Values are judged as given. Floating matter, colour and odour,
 * the distance of pH from its natural range and the stricter coliform limits of shellfish for raw food are not judged.
 */
public final class SeaWater {

    private static final String FAMILY = "GB 3097";
    private static final List<String> CLASS_COLUMNS = List.of("first", "second", "third", "fourth");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WaterRules rules;

    public SeaWater(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    public List<WaterItem> listItems() {
        return rules.listAll("water-sea").stream()
                .map(row -> limitsOf(row).toItem())
                .distinct()
                .toList();
    }

    /** The class of a sample, readings by factor in the units of {@link #listItems}. */
    public Judgement<SampleGrade<SeaClass>> judge(Map<String, Reading> numbers, Season season, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (numbers.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        Map<String, Reading> unused = new LinkedHashMap<>(numbers);
        Map<ItemLimits, Reading> sample = new LinkedHashMap<>();
        for (Rule row : rules.listOn("water-sea", day)) {
            boolean inSeason =
                    row.findText("season").map(season.label()::equals).orElse(true);
            if (inSeason) {
                Optional.ofNullable(unused.remove(row.text("factor")))
                        .ifPresent(given -> sample.put(limitsOf(row), given));
            }
        }
        sample.forEach((limits, reading) -> Grader.isPossible(limits.factor(), reading, working));
        unused.keySet().forEach(factor -> working.finding(CommonFinding.UNKNOWN_FACTOR, factor, "", factor));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return new Grader<>(List.of(SeaClass.values()), one -> one.title().zh(), (_, _) -> Optional.empty())
                .findGrade(sample, working)
                .<Judgement<SampleGrade<SeaClass>>>map(working::judged)
                .orElseGet(working::notJudged);
    }

    /** The share of classes 1 and 2 in the sea area, percent with one decimal. */
    public Judgement<BigDecimal> judgeGoodShare(Map<SeaClass, BigDecimal> areas, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        areas.forEach((seaClass, area) -> {
            working.refuseNegative(seaClass.title().zh(), area);
        });
        BigDecimal total = areas.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            working.finding(CommonFinding.EMPTY_SET, "", "> 0", "0");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int worstGood = rules.getCount("sea_good_class", day, working) - 1;
        BigDecimal good = areas.entrySet().stream()
                .filter(entry -> entry.getKey().ordinal() <= worstGood)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return working.judged(working.step(
                new Text("优良水质面积比例", "share of good sea area"),
                good.toPlainString() + "/" + total.toPlainString() + "×100",
                good.multiply(HUNDRED).divide(total, MathContext.DECIMAL128),
                Rounding.halfEven(rules.getCount("sea_share_decimals", day, working)),
                "%"));
    }

    private static ItemLimits limitsOf(Rule row) {
        return ItemLimits.of(row, CLASS_COLUMNS);
    }
}
