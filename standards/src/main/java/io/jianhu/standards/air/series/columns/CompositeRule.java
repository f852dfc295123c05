package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.EvaluationItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The composite index of the ranking as one sum of whole numbers: with L the common multiple of all limits, ΣC/S = ΣC·(L/S) / L.
 *
 * @param parts one a factor
 * @param common L
 * @param decimals of the result
 */
record CompositeRule(List<Part> parts, long common, int decimals) {

    private static final String FORM = "ranking";
    private static final String MEAN = "mean";

    /**
     * One sub-index.
     *
     * @param mean whether its mean counts, else its percentile
     * @param factor L / S · weight
     */
    record Part(int column, boolean mean, long factor) {}

    private record Sub(int column, boolean mean, long limit, long weight) {}

    static CompositeRule of(RuleBook rules, LocalDate day, List<ItemRules> items) {
        List<Sub> subs = new ArrayList<>();
        long common = 1;
        for (Rule row : rules.getTable("air-composite").listOn(day)) {
            if (row.text("form").equals(FORM)) {
                int column = column(items, row.text("factor"));
                if (column < 0) {
                    return new CompositeRule(List.of(), 1, 0);
                }
                boolean mean = row.text("statistic").equals(MEAN);
                ItemRules item = items.get(column);
                long limit = limit(rules, row, item.item(), day);
                subs.add(new Sub(column, mean, limit, row.getNumber("weight").longValueExact()));
                common = Exact.leastCommonMultiple(common, limit);
            }
        }
        long multiple = common;
        return new CompositeRule(
                subs.stream()
                        .map(sub -> new Part(sub.column(), sub.mean(), multiple / sub.limit() * sub.weight()))
                        .toList(),
                common,
                decimals(rules));
    }

    /** The class 2 limit that the index is relative to, in the last decimal of the evaluation. */
    private static long limit(RuleBook rules, Rule row, EvaluationItem item, LocalDate day) {
        BigDecimal limit = rules.getTable("air-limits").listOn(day).stream()
                .filter(limitRow -> limitRow.text("factor").equals(item.factor())
                        && limitRow.text("averaging").equals(row.text("limit_averaging")))
                .findFirst()
                .orElseThrow()
                .getNumber("class2");
        return ItemRules.scaled(limit, item);
    }

    private static int column(List<ItemRules> items, String factor) {
        for (int column = 0; column < items.size(); column++) {
            if (items.get(column).item().factor().equals(factor)) {
                return column;
            }
        }
        return -1;
    }

    private static int decimals(RuleBook rules) {
        return rules.getTable("air-index-terms").rows().stream()
                .filter(row -> row.text("term").equals("composite-decimals"))
                .findFirst()
                .orElseThrow()
                .getNumber("value")
                .intValueExact();
    }

    /** The index in its last decimal; -1 when a factor is missing or its year not valid. */
    long of(ColumnItem[] items) {
        if (parts.isEmpty()) {
            return -1;
        }
        long sum = 0;
        for (Part part : parts) {
            ColumnItem item = items[part.column()];
            if (!item.valid()) {
                return -1;
            }
            sum += (part.mean() ? item.mean() : item.percentile()) * part.factor();
        }
        return Exact.roundHalfEven(sum * Exact.powerOfTen(decimals), common);
    }
}
