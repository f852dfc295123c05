package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.DecimalMath;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Means of surface water values over time, points and sections (环办[2011]22号, 环办监测函[2020]82号).
 *
 * <p>A value below detection enters with half its detection limit. pH is averaged as hydrogen ion concentration. A mean of
 * means is computed from unrounded means and rounded once.
 */
public final class SectionStatistics {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final WaterRules rules;

    public SectionStatistics(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /**
     * The mean of one factor over a period of a section or point.
     *
     * @param values of the month or quarter, or the monthly values of the year
     */
    public Judgement<MeanValue> judgePeriod(String factor, List<Reading> values, Period period, LocalDate day) {
        return judgeLake(factor, values.stream().map(List::of).toList(), period, day);
    }

    /**
     * The mean of one factor over a period of a lake: over the points of each time first, then over time, so that a time
     * with more points weighs no more.
     *
     * @param times the values of all points, one list per time
     */
    public Judgement<MeanValue> judgeLake(String factor, List<List<Reading>> times, Period period, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)
                || !arePossible(factor, times.stream().flatMap(List::stream).toList(), working)) {
            return working.notJudged();
        }
        List<List<Reading>> sampled =
                times.stream().filter(points -> !points.isEmpty()).toList();
        int usual = rules.getCount(period.usual(), day, working);
        int least = rules.getCount(period.least(), day, working);
        working.completeness(new Completeness(sampled.size(), Math.max(usual, sampled.size()), least));
        if (sampled.size() < least) {
            working.finding(CommonFinding.NOT_ENOUGH_DATA, factor, "≥ " + least, Integer.toString(sampled.size()));
            return working.notJudged();
        }
        if (sampled.size() < usual) {
            working.finding(WaterFinding.SHORT_YEAR, factor, Integer.toString(usual), Integer.toString(sampled.size()));
        }
        return working.judged(mean(factor, sampled, day, working));
    }

    /**
     * The mean of each item over sections, for {@link SurfaceWater#judgeSection}. An item enters with the sections that
     * have it; a section without it is a finding.
     */
    public Judgement<Map<String, Reading>> meansOver(List<Map<String, Reading>> sections, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        Map<String, List<List<Reading>>> byFactor = new LinkedHashMap<>();
        for (Map<String, Reading> section : sections) {
            section.forEach((factor, reading) ->
                    byFactor.computeIfAbsent(factor, _ -> new ArrayList<>()).add(List.of(reading)));
        }
        if (byFactor.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "sections", "", "");
        }
        byFactor.forEach((factor, values) ->
                arePossible(factor, values.stream().flatMap(List::stream).toList(), working));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Map<String, Reading> means = new LinkedHashMap<>();
        byFactor.forEach((factor, values) -> {
            means.put(factor, mean(factor, values, day, working).reading());
            if (values.size() < sections.size()) {
                working.finding(
                        CommonFinding.MISSING_INPUT,
                        factor,
                        Integer.toString(sections.size()),
                        Integer.toString(values.size()));
            }
        });
        return working.judged(means);
    }

    /**
     * The values of a section that has an automatic station: monthly means of the station for its nine parameters where
     * they exist, manual samples for everything else (环办监测函[2020]82号).
     */
    public Judgement<Map<String, Reading>> judgeMerge(
            Map<String, Reading> manual, Map<String, Reading> automatic, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition("环办监测函[2020]82号", day, working)) {
            return working.notJudged();
        }
        if (manual.isEmpty() && automatic.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
            return working.notJudged();
        }
        Map<String, Reading> merged = new LinkedHashMap<>(manual);
        for (Rule row : rules.listOn("water-automatic", day)) {
            Reading reading = automatic.get(row.text("factor"));
            if (reading != null) {
                working.cite(row);
                merged.put(row.text("factor"), reading);
            }
        }
        return working.judged(merged);
    }

    private MeanValue mean(String factor, List<List<Reading>> groups, LocalDate day, Working working) {
        boolean allBelow = groups.stream().flatMap(List::stream).allMatch(Reading.BelowDetection.class::isInstance);
        BigDecimal exact = factor.equals("pH")
                ? meanOfPh(groups, day, working)
                : meanOfMeans(groups.stream()
                        .map(group -> group.stream()
                                .map(reading -> number(reading, day, working))
                                .toList())
                        .toList());
        BigDecimal value = rounded(factor, exact, day, working);
        Reading reading = allBelow ? new Reading.BelowDetection(largestLimit(groups)) : new Reading.Measured(value);
        return new MeanValue(factor, value, reading, groups.size());
    }

    /** Relative to the smallest value, so that equal values give exactly themselves. */
    private BigDecimal meanOfPh(List<List<Reading>> groups, LocalDate day, Working working) {
        rules.getMethod("ph_mean_by_hydrogen_ions", day, working);
        List<List<BigDecimal>> values = groups.stream()
                .map(group -> group.stream()
                        .map(reading -> number(reading, day, working))
                        .toList())
                .toList();
        BigDecimal least =
                values.stream().flatMap(List::stream).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal ions = meanOfMeans(values.stream()
                .map(group -> group.stream()
                        .map(value -> DecimalMath.pow10(least.subtract(value)))
                        .toList())
                .toList());
        return least.subtract(DecimalMath.log10(ions));
    }

    private static BigDecimal meanOfMeans(List<List<BigDecimal>> groups) {
        return meanOf(groups.stream().map(SectionStatistics::meanOf).toList());
    }

    private static BigDecimal meanOf(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), EXACT);
    }

    private BigDecimal number(Reading reading, LocalDate day, Working working) {
        return switch (reading) {
            case Reading.Measured measured -> measured.value();
            case Reading.BelowDetection below ->
                below.detectionLimit().multiply(rules.getMethod("below_detection_share", day, working));
        };
    }

    private static BigDecimal largestLimit(List<List<Reading>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .map(reading -> ((Reading.BelowDetection) reading).detectionLimit())
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    private BigDecimal rounded(String factor, BigDecimal exact, LocalDate day, Working working) {
        Text label = new Text(factor + " 均值", "mean of " + factor);
        Optional<Integer> decimals = rules.decimalsOn(day, "mean_decimals").findDecimals(factor, working);
        if (decimals.isEmpty()) {
            return working.step(label, "Σ/n", exact, "");
        }
        Rounding rounding = Grader.rounding(exact, decimals.get());
        return working.step(label, "Σ/n", exact, rounding, "");
    }

    private static boolean arePossible(String factor, List<Reading> values, Working working) {
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, factor, "", "");
            return false;
        }
        boolean possible = true;
        for (Reading reading : values) {
            possible &= Grader.isPossible(factor, reading, working);
        }
        return possible;
    }
}
