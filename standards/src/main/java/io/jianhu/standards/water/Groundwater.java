package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Groundwater by GB/T 14848, tables 1 and 2: the class of each item, and that of the worst item. Values are judged as
 * given; no statistical rule gives decimals.
 */
public final class Groundwater {

    private static final String FAMILY = "GB/T 14848";
    private static final List<String> CLASS_COLUMNS = List.of("I", "II", "III", "IV");
    private static final List<WaterClass> CLASSES = WaterClass.TARGETS;
    private static final BigDecimal PRESENT = BigDecimal.ONE;

    private final WaterRules rules;

    public Groundwater(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /** The items with numbers. */
    public List<WaterItem> listItems() {
        return rules.listAll("water-groundwater").stream()
                .filter(row -> !isQualitative(row))
                .map(row -> limitsOf(row).toItem())
                .toList();
    }

    /** The items that are looked at or smelled: odour and taste, visible matter. */
    public List<WaterItem> listQualitativeItems() {
        return rules.listAll("water-groundwater").stream()
                .filter(Groundwater::isQualitative)
                .map(row -> limitsOf(row).toItem())
                .toList();
    }

    /**
     * The class of a sample.
     *
     * @param numbers readings by factor, in the units of {@link #listItems}
     * @param seen the qualitative items, by factor
     */
    public Judgement<SampleGrade<WaterClass>> judge(
            Map<String, Reading> numbers, Map<String, Presence> seen, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (numbers.isEmpty() && seen.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        Map<String, Reading> unused = new LinkedHashMap<>(numbers);
        Map<String, Presence> unseen = new LinkedHashMap<>(seen);
        Map<ItemLimits, Reading> sample = new LinkedHashMap<>();
        for (Rule row : rules.listOn("water-groundwater", day)) {
            String factor = row.text("factor");
            Optional<Reading> reading = isQualitative(row)
                    ? Optional.ofNullable(unseen.remove(factor)).map(Groundwater::asReading)
                    : Optional.ofNullable(unused.remove(factor));
            reading.ifPresent(given -> sample.put(limitsOf(row), given));
        }
        sample.forEach((limits, reading) -> Grader.isPossible(limits.factor(), reading, working));
        Stream.concat(unused.keySet().stream(), unseen.keySet().stream())
                .forEach(factor -> working.finding(CommonFinding.UNKNOWN_FACTOR, factor, "", factor));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Grader<WaterClass> grader = new Grader<>(CLASSES, WaterClass::label, (_, _) -> Optional.empty());
        Optional<SampleGrade<WaterClass>> grade = grader.findGrade(sample, working);
        grade.ifPresent(known -> noteNuclides(known, sample, working));
        return grade.<Judgement<SampleGrade<WaterClass>>>map(working::judged).orElseGet(working::notJudged);
    }

    /** Above class III the standard prints the same for IV and V of radioactivity. */
    private static void noteNuclides(SampleGrade<WaterClass> grade, Map<ItemLimits, Reading> sample, Working working) {
        for (ItemLimits limits : sample.keySet()) {
            if (limits.bounds().getLast() instanceof Bound.NoLimit) {
                grade.items().stream()
                        .filter(item -> item.factor().equals(limits.factor())
                                && item.grade().isWorseThan(WaterClass.III))
                        .forEach(item -> working.finding(WaterFinding.NUCLIDES_TO_BE_ANALYSED, item.factor(), "", ""));
            }
        }
    }

    private static Reading asReading(Presence presence) {
        return new Reading.Measured(presence == Presence.PRESENT ? PRESENT : BigDecimal.ZERO);
    }

    private static boolean isQualitative(Rule row) {
        return row.text("direction").equals("absent");
    }

    private static ItemLimits limitsOf(Rule row) {
        return ItemLimits.of(row, CLASS_COLUMNS);
    }
}
