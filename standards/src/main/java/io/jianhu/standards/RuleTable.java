package io.jianhu.standards;

import java.time.LocalDate;
import java.util.List;

/**
 * The rows of one kind, of every edition.
 *
 * @param name file name without its ending, such as {@code air-limits}
 * @param domain the package that judges by it, such as {@code air}
 * @param columns the columns of its own, without those that every table has
 * @param keyColumns those of its columns that tell what a row is about, so that rows of two editions can be set side by side; empty
 *     where the ids do
 * @param rows in the order of the file
 */
public record RuleTable(
        String name, String domain, Text title, List<String> columns, List<String> keyColumns, List<Rule> rows) {

    /** The rows that hold on the day of the data. */
    public List<Rule> listOn(LocalDate day) {
        return rows.stream().filter(rule -> rule.validity().covers(day)).toList();
    }
}
