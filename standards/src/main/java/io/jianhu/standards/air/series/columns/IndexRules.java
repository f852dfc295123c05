package io.jianhu.standards.air.series.columns;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.IndexItem;
import io.jianhu.standards.air.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the daily index of one day is made by.
 *
 * @param tables in the order of the standard
 * @param least the least index that is printed
 * @param primaryAbove the index above which there are primary pollutants
 * @param publishAbove the index above which a day counts although an item is missing; never, where the edition has no such
 *     rule
 */
record IndexRules(List<IndexTable> tables, int least, int primaryAbove, int publishAbove) {

    /** For every day of a year; days of one edition share one object. */
    static IndexRules[] ofYear(RuleBook rules, List<Column> columns, LocalDate[] ruleDays) {
        AirIndex index = AirIndex.of(rules);
        IndexRules[] byDay = new IndexRules[ruleDays.length];
        List<IndexItem> before = List.of();
        for (int day = 0; day < byDay.length; day++) {
            List<IndexItem> items = index.listItems(ruleDays[day], Report.DAILY);
            if (day == 0 || !items.equals(before)) {
                byDay[day] = of(rules, index, items, columns, ruleDays[day]);
                before = items;
            } else {
                byDay[day] = byDay[day - 1];
            }
        }
        return byDay;
    }

    private static IndexRules of(
            RuleBook rules, AirIndex index, List<IndexItem> items, List<Column> columns, LocalDate day) {
        List<IndexTable> tables = new ArrayList<>();
        for (IndexItem item : items) {
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column).factor().equals(item.item().factor()) && !item.standIn()) {
                    tables.add(IndexTable.of(index, item, day, column));
                }
            }
        }
        return new IndexRules(
                tables,
                term(rules, day, "aqi-min").orElse(0),
                term(rules, day, "primary-above").orElseThrow(),
                term(rules, day, "publish-above").orElse(Integer.MAX_VALUE));
    }

    private static Optional<Integer> term(RuleBook rules, LocalDate day, String term) {
        return rules.getTable("air-index-terms").listOn(day).stream()
                .filter((Rule row) -> row.text("term").equals(term))
                .findFirst()
                .map(row -> row.getNumber("value").intValueExact());
    }
}
