package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.quantity.Rounding;

/**
 * A value that a report takes, and the scale it is laid on: under HJ 633-2026 the 1 h mean of PM2.5 lies on the 24 h scale.
 *
 * @param item the statistic that is given
 * @param scale the averaging time of the scale
 * @param standIn whether it counts only where the scale of another averaging time of the factor ends
 * @param rounding of the concentration before the index
 * @param value what the statistic is called
 */
public record IndexItem(
        Rule rule, Report report, AirItem item, AirItem scale, boolean standIn, Rounding rounding, Text value) {

    static IndexItem of(Rule rule) {
        String factor = rule.text("factor");
        return new IndexItem(
                rule,
                Report.ofLabel(rule.text("report")),
                new AirItem(factor, Averaging.ofLabel(rule.text("averaging"))),
                new AirItem(factor, Averaging.ofLabel(rule.text("scale"))),
                standIn(rule),
                Rounding.halfEven(rule.getNumber("decimals").intValueExact()),
                new Text(rule.text("value_zh"), rule.text("value_en")));
    }

    private static boolean standIn(Rule rule) {
        return switch (rule.text("role")) {
            case "index" -> false;
            case "instead" -> true;
            default -> throw new IllegalStateException(rule.id() + ": role " + rule.text("role"));
        };
    }
}
