package io.jianhu.standards.air;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the annual evaluation asks of one factor, HJ 663 table 1.
 *
 * @param rule the row, to cite
 * @param daily the kind of its daily value
 * @param mean the limit for its mean; empty for CO and ozone, which are evaluated by the percentile alone
 * @param percentile of its daily values
 * @param rounding of mean, percentile and daily value
 */
public record EvaluationItem(
        Rule rule,
        String factor,
        Averaging daily,
        Optional<Averaging> mean,
        BigDecimal percentile,
        Rounding rounding,
        String unit) {

    /** The items that are evaluated by the rules of the day, in the order of the table. */
    public static List<EvaluationItem> listOn(LocalDate day, RuleBook rules) {
        return rules.getTable("air-evaluation-items").listOn(day).stream()
                .map(EvaluationItem::of)
                .toList();
    }

    /** The row of a factor that holds on the day; empty where the evaluation does not know the factor. */
    public static Optional<EvaluationItem> find(String factor, LocalDate day, RuleBook rules) {
        return listOn(day, rules).stream()
                .filter(item -> item.factor().equals(factor))
                .findFirst();
    }

    /** The rows of one factor, of every edition. */
    public static List<EvaluationItem> list(String factor, RuleBook rules) {
        return list(rules).stream().filter(item -> item.factor().equals(factor)).toList();
    }

    private static EvaluationItem of(Rule rule) {
        return new EvaluationItem(
                rule,
                rule.text("factor"),
                Averaging.ofLabel(rule.text("daily")),
                rule.findText("mean").map(Averaging::ofLabel),
                rule.getNumber("percentile"),
                Rounding.halfEven(rule.getNumber("decimals").intValueExact()),
                rule.text("unit"));
    }

    /** The rows of every edition. */
    static List<EvaluationItem> list(RuleBook rules) {
        return rules.getTable("air-evaluation-items").rows().stream()
                .map(EvaluationItem::of)
                .toList();
    }

    /** The statistics it consists of: an item attains when each of them does. */
    public List<AirStatistic> listStatistics() {
        AirStatistic ofDays = AirStatistic.percentile(factor, percentile.intValueExact());
        return mean.isPresent() ? List.of(AirStatistic.mean(factor), ofDays) : List.of(ofDays);
    }

    /** What one of its statistics is compared with. */
    AirItem limitOf(AirStatistic statistic) {
        return new AirItem(factor, statistic.percentile().isPresent() ? daily : mean.orElseThrow());
    }
}
