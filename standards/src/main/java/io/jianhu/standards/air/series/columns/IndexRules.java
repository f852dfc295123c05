package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.IndexItem;
import io.jianhu.standards.air.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the daily index is made by, over a span of days of one edition.
 *
 * @param from first day of the span, 0 for 1 January
 * @param to behind its last day
 * @param tables in the order of the standard
 * @param least the least index that is printed
 * @param primaryAbove the index above which there are primary pollutants
 * @param publishAbove the index above which a day counts although an item is missing; never, where the edition has no such
 *     rule
 */
record IndexRules(int from, int to, List<IndexTable> tables, int least, int primaryAbove, int publishAbove) {

    /** The spans of a year. */
    static List<IndexRules> ofYear(RuleBook rules, List<Column> columns, LocalDate[] ruleDays) {
        AirIndex index = AirIndex.of(rules);
        List<IndexRules> spans = new ArrayList<>();
        int from = 0;
        for (int day = 1; day <= ruleDays.length; day++) {
            boolean ends = day == ruleDays.length
                    || !index.listItems(ruleDays[day], Report.DAILY)
                            .equals(index.listItems(ruleDays[from], Report.DAILY));
            if (ends) {
                spans.add(of(rules, index, columns, ruleDays[from], from, day));
                from = day;
            }
        }
        return List.copyOf(spans);
    }

    private static IndexRules of(
            RuleBook rules, AirIndex index, List<Column> columns, LocalDate day, int from, int to) {
        List<IndexTable> tables = new ArrayList<>();
        for (IndexItem item : index.listItems(day, Report.DAILY)) {
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).factor().equals(item.item().factor()) && !item.standIn()) {
                    tables.add(IndexTable.of(index, item, day, column));
                }
            }
        }
        return new IndexRules(
                from,
                to,
                List.copyOf(tables),
                term(rules, day, "aqi-min").orElse(0),
                term(rules, day, "primary-above").orElseThrow(),
                term(rules, day, "publish-above").orElse(Integer.MAX_VALUE));
    }

    private static Optional<Integer> term(RuleBook rules, LocalDate day, String term) {
        return rules.getTable("air-index-terms").listOn(day).stream()
                .filter(row -> row.text("term").equals(term))
                .findFirst()
                .map(row -> row.getNumber("value").intValueExact());
    }
}
