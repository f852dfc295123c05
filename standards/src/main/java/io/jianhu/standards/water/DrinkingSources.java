package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Surface drinking-water sources by GB 3838 tables 1 to 3: table 1 without COD against class III, tables 2 and 3 against
 * their limits; water temperature, total nitrogen and faecal coliforms are reported only.
 */
public final class DrinkingSources {

    private static final String FAMILY = "饮用水水源评价";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WaterRules rules;

    public DrinkingSources(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /** Every item of tables 1 to 3 that a sample may hold. */
    public List<WaterItem> listItems() {
        List<WaterItem> items = new ArrayList<>(SurfaceLimits.listItems(rules).stream()
                .filter(item -> !item.factor().equals(SurfaceLimits.SATURATION))
                .toList());
        rules.listAll("water-source-limits")
                .forEach(row -> items.add(limitsOf(row).toItem()));
        return List.copyOf(items);
    }

    /** The items that every source has: table 1 without COD and reference items, and table 2. */
    public Set<String> listBasicItems(WaterBody body, LocalDate day) {
        return Stream.concat(
                        SurfaceLimits.of(rules, body, day).listAll().stream()
                                .filter(item -> SurfaceLimits.drinkingRole(item).equals("yes"))
                                .map(ItemLimits::factor),
                        rules.listOn("water-source-limits", day).stream()
                                .filter(row -> row.text("group").equals("supplementary"))
                                .map(row -> row.text("factor")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The verdict on one source and month.
     *
     * @param items the items that the monitoring plan asks for; {@link #listBasicItems} and those of table 3 chosen for
     *     the place. Items of the sample outside the plan are judged as well, unless they are no item of sources.
     */
    public Judgement<SourceMonth> judgeMonth(
            Map<String, Reading> sample, WaterBody body, Set<String> items, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.GB_3838, day, working)
                || !rules.hasEdition(FAMILY, day, working)
                || !isPossible(sample, working)) {
            return working.notJudged();
        }
        Map<String, Bound> bounds = new LinkedHashMap<>();
        Map<String, ItemLimits> limits = new LinkedHashMap<>();
        int passClass = rules.getCount("source_class", day, working);
        for (ItemLimits item : SurfaceLimits.of(rules, body, day).listAll()) {
            if (SurfaceLimits.drinkingRole(item).equals("yes")) {
                limits.put(item.factor(), item);
                bounds.put(item.factor(), item.bounds().get(passClass - 1));
            }
        }
        for (Rule row : rules.listOn("water-source-limits", day)) {
            ItemLimits item = limitsOf(row);
            limits.put(item.factor(), item);
            bounds.put(item.factor(), item.bounds().getFirst());
        }
        List<MainItem> exceeding = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, ItemLimits> entry : limits.entrySet()) {
            Reading reading = sample.get(entry.getKey());
            Bound bound = bounds.get(entry.getKey());
            if (reading != null && bound != null) {
                Verdict verdict = verdict(entry.getValue(), bound, reading, day, working);
                judged += verdict.open() ? 0 : 1;
                verdict.exceeding().ifPresent(exceeding::add);
            }
        }
        List<String> missing = items.stream()
                .filter(item -> !sample.containsKey(item))
                .sorted()
                .toList();
        working.completeness(new Completeness(judged, items.size(), items.size()));
        if (judged == 0) {
            working.finding(WaterFinding.NO_ITEM_JUDGED, "", "", "");
            return working.notJudged();
        }
        if (!missing.isEmpty()) {
            working.finding(WaterFinding.ITEMS_MISSING, String.join(",", missing), "", "");
        }
        return working.judged(new SourceMonth(
                exceeding.isEmpty(), List.copyOf(exceeding), reference(sample, body, day, working), judged));
    }

    /** Attainment by source-months and by water volume, percent with one decimal. */
    public Judgement<SourceRates> judgeRates(List<SourceSupply> supplies, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (supplies.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        for (SourceSupply supply : supplies) {
            if (supply.volume().signum() < 0) {
                working.finding(
                        CommonFinding.NEGATIVE,
                        supply.source(),
                        "≥ 0",
                        supply.volume().toPlainString());
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        List<SourceSupply> attaining =
                supplies.stream().filter(SourceSupply::attains).toList();
        BigDecimal volume = volumeOf(supplies);
        BigDecimal bySources = rate(
                new Text("按水源达标率", "attainment by sources"),
                BigDecimal.valueOf(attaining.size()),
                BigDecimal.valueOf(supplies.size()),
                day,
                working);
        Optional<BigDecimal> byVolume = volume.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        rate(new Text("按水量达标率", "attainment by volume"), volumeOf(attaining), volume, day, working));
        return working.judged(new SourceRates(bySources, byVolume));
    }

    /**
     * @param exceeding present when the limit is not met
     * @param open whether the detection limit is too high to tell
     */
    private record Verdict(Optional<MainItem> exceeding, boolean open) {}

    private Verdict verdict(ItemLimits limits, Bound bound, Reading reading, LocalDate day, Working working) {
        working.cite(limits.rule());
        Reading judged = grader(day).judged(limits, reading, working);
        if (judged instanceof Reading.Measured measured) {
            String verdict = (bound.admits(measured.value()) ? "" : "not ") + bound.written();
            Grader.note(limits, reading, judged, verdict, working);
        }
        return switch (judged) {
            case Reading.BelowDetection below -> {
                if (bound.surelyAdmitsBelow(below.detectionLimit())) {
                    yield new Verdict(Optional.empty(), false);
                }
                if (!bound.mayAdmitBelow(below.detectionLimit())) {
                    yield new Verdict(Optional.of(exceeding(limits, Optional.empty())), false);
                }
                Grader.detectionTooHigh(limits, bound, below, working);
                yield new Verdict(Optional.empty(), true);
            }
            case Reading.Measured measured -> {
                if (bound.admits(measured.value())) {
                    yield new Verdict(Optional.empty(), false);
                }
                Optional<BigDecimal> multiple =
                        bound.upperLimit().map(limit -> multiple(limits, measured.value(), limit, day, working));
                yield new Verdict(Optional.of(exceeding(limits, multiple)), false);
            }
        };
    }

    private BigDecimal multiple(ItemLimits limits, BigDecimal value, BigDecimal limit, LocalDate day, Working working) {
        return working.step(
                new Text(limits.name().zh() + " 超标倍数", limits.name().en() + ", multiple"),
                "(C - S)/S",
                value.subtract(limit).divide(limit, MathContext.DECIMAL128),
                Rounding.halfEven(rules.getCount("multiple_decimals", day, working)),
                "");
    }

    private static MainItem exceeding(ItemLimits limits, Optional<BigDecimal> multiple) {
        return new MainItem(limits.factor(), limits.name(), Optional.empty(), multiple);
    }

    private List<ItemGrade<WaterClass>> reference(
            Map<String, Reading> sample, WaterBody body, LocalDate day, Working working) {
        List<ItemGrade<WaterClass>> grades = new ArrayList<>();
        for (ItemLimits item : SurfaceLimits.of(rules, body, day).listWith(SurfaceLimits.Role.REFERENCE)) {
            Reading reading = sample.get(item.factor());
            if (reading != null) {
                grader(day).findGrade(item, reading, working).ifPresent(grades::add);
            }
        }
        return List.copyOf(grades);
    }

    private boolean isPossible(Map<String, Reading> sample, Working working) {
        Set<String> known = listItems().stream().map(WaterItem::factor).collect(Collectors.toSet());
        if (sample.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        sample.forEach((factor, reading) -> {
            if (!known.contains(factor)) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, factor, "", factor);
            } else {
                Grader.isPossible(factor, reading, working);
            }
        });
        return !working.hasFindings();
    }

    private BigDecimal rate(Text label, BigDecimal part, BigDecimal whole, LocalDate day, Working working) {
        return working.step(
                label,
                part.toPlainString() + "/" + whole.toPlainString() + "×100",
                part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128),
                Rounding.halfEven(rules.getCount("source_rate_decimals", day, working)),
                "%");
    }

    private static BigDecimal volumeOf(List<SourceSupply> supplies) {
        return supplies.stream().map(SourceSupply::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ItemLimits limitsOf(Rule row) {
        return ItemLimits.of(row, List.of("limit"));
    }

    private Grader<WaterClass> grader(LocalDate day) {
        return new Grader<>(List.of(WaterClass.values()), WaterClass::label, rules.decimalsOn(day, "decimals"));
    }
}
