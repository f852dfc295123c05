package io.jianhu.standards.water;

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
import java.util.Optional;

/**
 * The items worse than a class in the order of 环办[2011]22号: cyanide and heavy metals first, then the worst class, then
 * the largest multiple, items without a multiple after those with one, then the order of the table.
 */
final class Exceedances {

    private final WaterRules rules;
    private final SurfaceLimits limits;
    private final LocalDate day;

    private Exceedances(WaterRules rules, SurfaceLimits limits, LocalDate day) {
        this.rules = rules;
        this.limits = limits;
        this.day = day;
    }

    static Exceedances of(WaterRules rules, SurfaceLimits limits, LocalDate day) {
        return new Exceedances(rules, limits, day);
    }

    /** The items of the sample that are worse than the class, all of them, with multiples against its limits. */
    List<MainItem> listWorseThan(SampleGrade<WaterClass> sample, WaterClass basis, Working working) {
        Rounding rounding = Rounding.halfEven(rules.getCount("multiple_decimals", day, working));
        List<Exceedance> exceeding = new ArrayList<>();
        for (ItemGrade<WaterClass> item : sample.items()) {
            if (item.grade().isWorseThan(basis)) {
                ItemLimits itemLimits = limits.find(item.factor()).orElseThrow();
                exceeding.add(
                        new Exceedance(item, SurfaceLimits.hasPriority(itemLimits), multiple(item, itemLimits, basis)));
            }
        }
        for (UndecidedItem<WaterClass> item : sample.undecided()) {
            if (item.worst().isWorseThan(basis)) {
                noteUndecided(item, basis, working);
            }
        }
        exceeding.sort(ORDER);
        return exceeding.stream()
                .map(exceedance -> toMainItem(exceedance, basis, rounding, working))
                .toList();
    }

    private static final Comparator<Exceedance> ORDER = Comparator.comparing((Exceedance e) -> !e.priority())
            .thenComparing(e -> e.item().grade(), Comparator.reverseOrder())
            .thenComparing(e -> e.multiple().orElse(BigDecimal.ONE.negate()), Comparator.reverseOrder());

    private static Optional<BigDecimal> multiple(ItemGrade<WaterClass> item, ItemLimits limits, WaterClass basis) {
        if (!SurfaceLimits.hasMultiple(limits) || !(item.reading() instanceof Reading.Measured measured)) {
            return Optional.empty();
        }
        return limits.bounds()
                .get(basis.ordinal())
                .upperLimit()
                .map(limit -> measured.value().subtract(limit).divide(limit, MathContext.DECIMAL128));
    }

    private static MainItem toMainItem(Exceedance exceedance, WaterClass basis, Rounding rounding, Working working) {
        ItemGrade<WaterClass> item = exceedance.item();
        Optional<BigDecimal> multiple = exceedance
                .multiple()
                .map(exact -> working.step(
                        new Text(item.name().zh() + " 超标倍数", item.name().en() + ", multiple"),
                        "(C - S)/S, " + basis.label(),
                        exact,
                        rounding,
                        ""));
        return new MainItem(item.factor(), item.name(), Optional.of(item.grade()), multiple);
    }

    private void noteUndecided(UndecidedItem<WaterClass> item, WaterClass basis, Working working) {
        ItemLimits itemLimits = limits.find(item.factor()).orElseThrow();
        working.finding(
                WaterFinding.DETECTION_LIMIT_TOO_HIGH,
                item.factor(),
                itemLimits.bounds().get(basis.ordinal()).written(),
                "");
    }

    private record Exceedance(ItemGrade<WaterClass> item, boolean priority, Optional<BigDecimal> multiple) {}
}
