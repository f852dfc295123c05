package io.jianhu.standards.water;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of one item over the classes of its standard, best class first: a typed row.
 *
 * @param bounds one per class that has limits; a value that meets none has the rank after the last
 */
record ItemLimits(Rule rule, String factor, Text name, String unit, List<Bound> bounds) {

    /**
     * The classes that a reading can have, as places in the order of the classes.
     *
     * @param best equal to worst for a number; for a value below detection the best that it may be
     * @param worst the worst that it may be
     */
    record Ranks(int best, int worst) {

        boolean isCertain() {
            return best == worst;
        }
    }

    static ItemLimits of(Rule rule, List<String> classColumns) {
        String direction = rule.text("direction");
        List<Bound> bounds = classColumns.stream()
                .flatMap(column -> rule.findText(column).stream())
                .map(cell -> Bound.parse(direction, cell))
                .toList();
        return new ItemLimits(
                rule,
                rule.text("factor"),
                new Text(rule.text("name_zh"), rule.text("name_en")),
                rule.text("unit"),
                bounds);
    }

    /** Where the limits of adjacent classes are equal, the better class counts. */
    int rank(BigDecimal value) {
        int rank = 0;
        while (rank < bounds.size() && !bounds.get(rank).admits(value)) {
            rank++;
        }
        return rank;
    }

    /** The classes of a reading whose number, if it has one, is already at the decimals of judgement. */
    Ranks ranks(Reading reading) {
        return switch (reading) {
            case Reading.Measured measured -> {
                int rank = rank(measured.value());
                yield new Ranks(rank, rank);
            }
            case Reading.BelowDetection below -> {
                int best = 0;
                while (best < bounds.size() && !bounds.get(best).mayAdmitBelow(below.detectionLimit())) {
                    best++;
                }
                int worst = best;
                while (worst < bounds.size() && !bounds.get(worst).surelyAdmitsBelow(below.detectionLimit())) {
                    worst++;
                }
                yield new Ranks(best, worst);
            }
        };
    }

    /** The same item where its best class is met in another way than by the number. */
    ItemLimits meetingBest() {
        List<Bound> met = new ArrayList<>(bounds);
        met.set(0, new Bound.NoLimit());
        return new ItemLimits(rule, factor, name, unit, List.copyOf(met));
    }

    WaterItem toItem() {
        return new WaterItem(factor, name, unit);
    }
}
