package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Worst-item grading, the same for every water standard.
 *
 * @param classes of the standard, best first, with the one that has no limits last
 * @param label of a class in a line of working
 */
record Grader<C extends Enum<C>>(List<C> classes, Function<C, String> label, Decimals decimals) {

    private static final BigDecimal PH_MOST = BigDecimal.valueOf(14);
    private static final MathContext ONE_DIGIT = new MathContext(1);

    /** The decimals at which a value of an item is judged. */
    @FunctionalInterface
    interface Decimals {

        /** Empty where the value is judged as given. The rule, if any, is cited. */
        Optional<Integer> findDecimals(String factor, Working working);
    }

    /** Notes what cannot be a value of the item. */
    static boolean isPossible(String factor, Reading reading, Working working) {
        return switch (reading) {
            case Reading.Measured measured -> {
                BigDecimal value = measured.value();
                if (value.signum() < 0 && !factor.equals("water_temp")) {
                    working.finding(CommonFinding.NEGATIVE, factor, "≥ 0", value.toPlainString());
                    yield false;
                }
                if (factor.equals("pH") && value.compareTo(PH_MOST) > 0) {
                    working.finding(CommonFinding.OUT_OF_RANGE, factor, "0~14", value.toPlainString());
                    yield false;
                }
                yield true;
            }
            case Reading.BelowDetection below -> {
                if (factor.equals("pH") || factor.equals("water_temp")) {
                    working.finding(
                            WaterFinding.BELOW_DETECTION_HAS_NO_MEANING,
                            factor,
                            "",
                            below.detectionLimit().toPlainString() + "L");
                    yield false;
                }
                yield true;
            }
        };
    }

    /** The reading at the decimals of judgement; a number that would vanish keeps one digit. */
    Reading judged(ItemLimits limits, Reading reading, Working working) {
        return switch (reading) {
            case Reading.BelowDetection below -> below;
            case Reading.Measured measured ->
                decimals.findDecimals(limits.factor(), working)
                        .<Reading>map(places -> new Reading.Measured(
                                rounding(measured.value(), places).round(measured.value())))
                        .orElse(measured);
        };
    }

    /** One line of working: the value, its rounding and what came of it. */
    static void note(ItemLimits limits, Reading reading, Reading judged, String verdict, Working working) {
        if (reading instanceof Reading.Measured exact && judged instanceof Reading.Measured value) {
            String formula = value.value().toPlainString() + " " + verdict;
            if (exact.equals(value)) {
                working.step(limits.name(), formula, exact.value(), limits.unit());
            } else {
                Rounding rounding = Rounding.halfEven(value.value().scale());
                working.step(limits.name(), formula, exact.value(), rounding, limits.unit());
            }
        }
    }

    static Rounding rounding(BigDecimal value, int decimals) {
        Rounding rounding = Rounding.halfEven(decimals);
        boolean vanishes = value.signum() != 0 && rounding.round(value).signum() == 0;
        return vanishes ? Rounding.halfEven(value.round(ONE_DIGIT).scale()) : rounding;
    }

    /** The class of one item, empty with a finding when its detection limit is too high to tell. */
    Optional<ItemGrade<C>> findGrade(ItemLimits limits, Reading reading, Working working) {
        Graded graded = grade(limits, reading, working);
        if (!graded.ranks().isCertain()) {
            detectionTooHigh(limits, limits.bounds().getFirst(), reading, working);
            return Optional.empty();
        }
        return Optional.of(toItem(graded));
    }

    /** The class of the sample, empty with a finding when no item of it has a class. */
    Optional<SampleGrade<C>> findGrade(Map<ItemLimits, Reading> sample, Working working) {
        List<Graded> all = new ArrayList<>();
        sample.forEach((limits, reading) -> all.add(grade(limits, reading, working)));
        List<Graded> certain =
                all.stream().filter(graded -> graded.ranks().isCertain()).toList();
        List<Graded> open =
                all.stream().filter(graded -> !graded.ranks().isCertain()).toList();
        int rank = all.stream().mapToInt(graded -> graded.ranks().best()).max().orElse(0);
        for (Graded graded : open) {
            if (graded.ranks().worst() > rank || certain.isEmpty()) {
                ItemLimits limits = graded.limits();
                detectionTooHigh(limits, limits.bounds().getFirst(), graded.judged(), working);
            }
        }
        if (certain.isEmpty()) {
            working.finding(WaterFinding.NO_ITEM_JUDGED, "", "", "");
            return Optional.empty();
        }
        List<ItemGrade<C>> items = certain.stream().map(this::toItem).toList();
        C grade = classes.get(rank);
        return Optional.of(new SampleGrade<>(
                grade,
                items,
                items.stream().filter(item -> item.grade() == grade).toList(),
                open.stream().map(this::toUndecided).toList()));
    }

    private Graded grade(ItemLimits limits, Reading reading, Working working) {
        working.cite(limits.rule());
        Reading judged = judged(limits, reading, working);
        ItemLimits.Ranks ranks = limits.ranks(judged);
        String bound = ranks.best() < limits.bounds().size()
                ? limits.bounds().get(ranks.best()).written()
                : "not " + limits.bounds().getLast().written();
        note(limits, reading, judged, bound + " → " + label.apply(classes.get(ranks.best())), working);
        return new Graded(limits, judged, ranks);
    }

    private ItemGrade<C> toItem(Graded graded) {
        ItemLimits limits = graded.limits();
        return new ItemGrade<>(
                limits.factor(),
                limits.name(),
                graded.judged(),
                classes.get(graded.ranks().best()));
    }

    private UndecidedItem<C> toUndecided(Graded graded) {
        ItemLimits limits = graded.limits();
        return new UndecidedItem<>(
                limits.factor(),
                limits.name(),
                classes.get(graded.ranks().best()),
                classes.get(graded.ranks().worst()));
    }

    /** Notes that a value below detection cannot be held against a bound. */
    static void detectionTooHigh(ItemLimits limits, Bound bound, Reading reading, Working working) {
        if (reading instanceof Reading.BelowDetection below) {
            working.finding(
                    WaterFinding.DETECTION_LIMIT_TOO_HIGH,
                    limits.factor(),
                    bound.written(),
                    below.detectionLimit().toPlainString() + "L");
        }
    }

    private record Graded(ItemLimits limits, Reading judged, ItemLimits.Ranks ranks) {}
}
