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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rivers, basins and regions by 环办[2011]22号: with five sections or more by the shares of their classes, with fewer by the
 * mean concentrations of the sections.
 */
public final class Basin {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WaterRules rules;
    private final SectionStatistics statistics;
    private final SurfaceWater surfaceWater;

    public Basin(RuleBook book) {
        this.rules = new WaterRules(book);
        this.statistics = new SectionStatistics(book);
        this.surfaceWater = new SurfaceWater(book);
    }

    /** Status by the numbers of sections of each class. Shares are judged as published, with one decimal. */
    public Judgement<BasinStatus> judgeShares(Map<WaterClass, Integer> sections, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        sections.forEach((waterClass, count) -> {
            if (count < 0) {
                working.finding(CommonFinding.NEGATIVE, waterClass.label(), "≥ 0", count.toString());
            }
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        int total = sections.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            working.finding(CommonFinding.EMPTY_SET, "", "> 0", "0");
            return working.notJudged();
        }
        int least = rules.getCount("basin_share_sections", day, working);
        if (total < least) {
            working.finding(WaterFinding.TOO_FEW_SECTIONS, "", "≥ " + least, Integer.toString(total));
            return working.notJudged();
        }
        WaterClass good = WaterClass.TARGETS.get(rules.getCount("basin_good_class", day, working) - 1);
        int goodSections = sections.entrySet().stream()
                .filter(entry -> !entry.getKey().isWorseThan(good))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int worstSections = sections.getOrDefault(WaterClass.WORSE_THAN_V, 0);
        BigDecimal goodShare =
                share(new Text("Ⅰ～Ⅲ类比例", "share of classes I to III"), goodSections, total, day, working);
        BigDecimal worstShare = share(new Text("劣Ⅴ类比例", "share worse than V"), worstSections, total, day, working);
        Rule rule = rules.listOn("water-basin", day).stream()
                .filter(row -> isInside(goodShare, row, "good") && isInside(worstShare, row, "worst"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no status for " + goodShare + ", " + worstShare));
        working.cite(rule);
        return working.judged(new BasinStatus(
                total,
                goodShare,
                worstShare,
                WaterStatus.findByLabel(rule.text("status_zh")).orElseThrow()));
    }

    /** The share of sections I to III in percent with one decimal, of any number of sections. */
    public Judgement<BigDecimal> judgeShare(int good, int sections, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        if (sections <= 0) {
            working.finding(CommonFinding.EMPTY_SET, "sections", "> 0", Integer.toString(sections));
        } else if (good < 0 || good > sections) {
            working.finding(CommonFinding.OUT_OF_RANGE, "good", "0~" + sections, Integer.toString(good));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return working.judged(share(new Text("Ⅰ～Ⅲ类比例", "share of classes I to III"), good, sections, day, working));
    }

    /**
     * Class and status by the mean concentration of each item over the sections: the method for fewer than five sections.
     *
     * @param sections the samples or period means of the sections
     */
    public Judgement<SectionClass> judgeMeans(List<Map<String, Reading>> sections, WaterBody body, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        int least = rules.getCount("basin_share_sections", day, working);
        if (sections.size() >= least) {
            working.finding(CommonFinding.OUT_OF_RANGE, "sections", "< " + least, Integer.toString(sections.size()));
            return working.notJudged();
        }
        Optional<Map<String, Reading>> means = working.lean(statistics.meansOver(sections, day));
        if (means.isEmpty()) {
            return working.notJudged();
        }
        return working.lean(surfaceWater.judgeSection(means.get(), body, day))
                .<Judgement<SectionClass>>map(working::judged)
                .orElseGet(working::notJudged);
    }

    /**
     * Main pollution items of a river or basin with enough sections for the share method: the items above class III in most
     * sections, at most three, the larger share first and the order of the standard among equals (环办[2011]22号).
     *
     * @param sections the evaluated sections
     */
    public Judgement<List<ExceedanceRate>> judgeMainItems(List<SectionClass> sections, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        int least = rules.getCount("basin_share_sections", day, working);
        if (sections.size() < least) {
            working.finding(WaterFinding.TOO_FEW_SECTIONS, "", "≥ " + least, Integer.toString(sections.size()));
            return working.notJudged();
        }
        int most = rules.getCount("basin_main_items", day, working);
        WaterClass basis = WaterClass.TARGETS.get(rules.getCount("main_worse_than_class", day, working) - 1);
        List<ExceedanceRate> rates = new ArrayList<>();
        for (WaterItem item : surfaceWater.listItems()) {
            List<WaterClass> classes = sections.stream()
                    .flatMap(section -> section.sample().items().stream())
                    .filter(grade -> grade.factor().equals(item.factor()))
                    .map(ItemGrade::grade)
                    .toList();
            int above = (int)
                    classes.stream().filter(grade -> grade.isWorseThan(basis)).count();
            if (above > 0) {
                rates.add(new ExceedanceRate(
                        item.factor(), item.name(), above, share(item.name(), above, classes.size(), day, working)));
            }
        }
        rates.sort(Comparator.comparing(ExceedanceRate::rate).reversed());
        return working.judged(rates.stream().limit(most).toList());
    }

    private BigDecimal share(Text label, int part, int whole, LocalDate day, Working working) {
        Rounding rounding = Rounding.halfEven(rules.getCount("share_decimals", day, working));
        BigDecimal exact =
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
        return working.step(label, part + "/" + whole + "×100", exact, rounding, "%");
    }

    private static boolean isInside(BigDecimal share, Rule row, String which) {
        Optional<BigDecimal> from = row.findNumber(which + "_from");
        Optional<BigDecimal> below = row.findNumber(which + "_below");
        return (from.isEmpty() || share.compareTo(from.get()) >= 0)
                && (below.isEmpty() || share.compareTo(below.get()) < 0);
    }
}
