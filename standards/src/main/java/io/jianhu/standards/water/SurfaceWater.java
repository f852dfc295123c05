package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Surface water by GB 3838 and 环办[2011]22号: class of an item, class and status of a section, attainment of its zone.
 *
 * <p>Samples are readings by factor, in the units of {@link #listItems}. A number is judged at the decimals of the
 * statistical rule of its day; on the limit it complies. A value below detection has a class when every number below its
 * detection limit has that class; otherwise the item is left open and named.
 */
public final class SurfaceWater {

    private final WaterRules rules;
    private final List<WaterItem> items;

    public SurfaceWater(RuleBook book) {
        this.rules = new WaterRules(book);
        this.items = SurfaceLimits.listItems(rules);
    }

    /** Every item of GB 3838 table 1, in its order. */
    public List<WaterItem> listItems() {
        return items;
    }

    /** The class of one item, GB 3838 table 1. Water temperature has none, nor has total nitrogen in a river. */
    public Judgement<ItemGrade<WaterClass>> judgeItem(String factor, Reading reading, WaterBody body, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.GB_3838, day, working) || !Grader.isPossible(factor, reading, working)) {
            return working.notJudged();
        }
        Optional<ItemLimits> limits =
                SurfaceLimits.of(rules, body, day).find(factor).filter(SurfaceWater::hasClasses);
        if (limits.isEmpty()) {
            working.finding(
                    isKnown(factor) ? CommonFinding.NO_RULE : CommonFinding.UNKNOWN_FACTOR, factor, "", body.label());
            return working.notJudged();
        }
        return grader(day)
                .findGrade(limits.get(), reading, working)
                .<Judgement<ItemGrade<WaterClass>>>map(working::judged)
                .orElseGet(working::notJudged);
    }

    /**
     * Class, status and main pollution items of a section, by the worst of the 21 items that were given. Items that should
     * be there and are not are a finding, not a refusal: the result rests on the others.
     */
    public Judgement<SectionClass> judgeSection(Map<String, Reading> sample, WaterBody body, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.GB_3838, day, working)
                || !rules.hasEdition(WaterRules.EVALUATION, day, working)
                || !isPossible(sample, working)) {
            return working.notJudged();
        }
        SurfaceLimits limits = SurfaceLimits.of(rules, body, day);
        Optional<SampleGrade<WaterClass>> grade = findGrade(sample, limits, day, working);
        return grade.isEmpty()
                ? working.notJudged()
                : working.judged(evaluate(grade.get(), sample, limits, day, working));
    }

    /**
     * Whether a section meets the target class of its function zone; multiples refer to the limits of that class.
     *
     * @param target {@link WaterClass#TARGETS}
     * @throws IllegalArgumentException when the target has no limits
     */
    public Judgement<Attainment> judgeAttainment(
            Map<String, Reading> sample, WaterBody body, WaterClass target, LocalDate day) {
        if (!WaterClass.TARGETS.contains(target)) {
            throw new IllegalArgumentException(target + " is no target");
        }
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.GB_3838, day, working)
                || !rules.hasEdition(WaterRules.EVALUATION, day, working)
                || !isPossible(sample, working)) {
            return working.notJudged();
        }
        SurfaceLimits limits = SurfaceLimits.of(rules, body, day);
        Optional<SampleGrade<WaterClass>> grade = findGrade(sample, limits, day, working);
        if (grade.isEmpty()) {
            return working.notJudged();
        }
        List<MainItem> exceeding = Exceedances.of(rules, limits, day).listWorseThan(grade.get(), target, working);
        return working.judged(new Attainment(target, exceeding.isEmpty(), exceeding, grade.get()));
    }

    private SectionClass evaluate(
            SampleGrade<WaterClass> grade,
            Map<String, Reading> sample,
            SurfaceLimits limits,
            LocalDate day,
            Working working) {
        Rule status = rules.listOn("water-status", day).stream()
                .filter(row -> row.text("class").equals(grade.grade().label()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no status for " + grade.grade()));
        working.cite(status);
        WaterClass basis = WaterClass.TARGETS.get(rules.getCount("main_worse_than_class", day, working) - 1);
        List<MainItem> main = List.of();
        if (grade.grade().isWorseThan(basis)) {
            int most = rules.getCount("main_items", day, working);
            main = Exceedances.of(rules, limits, day).listWorseThan(grade, basis, working).stream()
                    .limit(most)
                    .toList();
        }
        return new SectionClass(
                grade,
                WaterStatus.findByLabel(status.text("status_zh")).orElseThrow(),
                new Text(status.text("colour_zh"), status.text("colour_en")),
                main,
                referenceGrades(sample, limits, day, working));
    }

    private Optional<SampleGrade<WaterClass>> findGrade(
            Map<String, Reading> sample, SurfaceLimits limits, LocalDate day, Working working) {
        Map<ItemLimits, Reading> items = new LinkedHashMap<>();
        for (ItemLimits item : limits.listWith(SurfaceLimits.Role.SECTION)) {
            Reading reading = sample.get(item.factor());
            if (reading != null) {
                items.put(item.factor().equals("DO") ? withSaturation(item, sample, limits, working) : item, reading);
            }
        }
        Optional<SampleGrade<WaterClass>> grade = grader(day).findGrade(items, working);
        List<String> missing = rules.listOn("water-section-items", day).stream()
                .filter(row -> !sample.containsKey(row.text("factor")))
                .map(row -> row.text("factor"))
                .toList();
        int needed = rules.listOn("water-section-items", day).size();
        working.completeness(new Completeness(
                grade.map(known -> known.items().size()).orElse(0),
                limits.listWith(SurfaceLimits.Role.SECTION).size(),
                needed));
        if (!missing.isEmpty() && grade.isPresent()) {
            working.finding(WaterFinding.ITEMS_MISSING, String.join(",", missing), "", "");
        }
        return grade;
    }

    /** Class I of dissolved oxygen is met by its concentration or by its saturation. */
    private static ItemLimits withSaturation(
            ItemLimits oxygen, Map<String, Reading> sample, SurfaceLimits limits, Working working) {
        return limits.find(SurfaceLimits.SATURATION)
                .filter(saturation -> sample.get(saturation.factor()) instanceof Reading.Measured measured
                        && saturation.bounds().getFirst().admits(measured.value()))
                .map(saturation -> {
                    working.cite(saturation.rule());
                    return oxygen.meetingBest();
                })
                .orElse(oxygen);
    }

    private List<ItemGrade<WaterClass>> referenceGrades(
            Map<String, Reading> sample, SurfaceLimits limits, LocalDate day, Working working) {
        List<ItemGrade<WaterClass>> grades = new ArrayList<>();
        for (ItemLimits item : limits.listWith(SurfaceLimits.Role.REFERENCE)) {
            Reading reading = sample.get(item.factor());
            if (reading != null) {
                grader(day).findGrade(item, reading, working).ifPresent(grades::add);
            }
        }
        return List.copyOf(grades);
    }

    private boolean isPossible(Map<String, Reading> sample, Working working) {
        if (sample.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        sample.forEach((factor, reading) -> {
            if (!isKnown(factor)) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, factor, "", factor);
            } else {
                Grader.isPossible(factor, reading, working);
            }
        });
        return !working.hasFindings();
    }

    private boolean isKnown(String factor) {
        return items.stream().anyMatch(item -> item.factor().equals(factor));
    }

    private static boolean hasClasses(ItemLimits item) {
        return switch (SurfaceLimits.roleOf(item)) {
            case SECTION, REFERENCE -> true;
            case NONE, ALTERNATIVE -> false;
        };
    }

    private Grader<WaterClass> grader(LocalDate day) {
        return new Grader<>(List.of(WaterClass.values()), WaterClass::label, rules.decimalsOn(day, "decimals"));
    }
}
