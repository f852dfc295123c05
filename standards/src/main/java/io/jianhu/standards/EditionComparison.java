package io.jianhu.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two editions side by side: what of their rules was added, removed, changed. Rows are matched by the key columns of their
 * table, see {@link RuleTable#keyColumns}, or by what their ids have behind the edition where the table names none.
 *
 * @param tables the tables that hold rules of one of the two, in the order of the reference page
 */
public record EditionComparison(Side left, Side right, List<ComparedTable> tables) {

    /** The column that tells the phase of a row: two days of one edition differ in it by definition. */
    private static final String PHASE = "phase";

    /**
     * An edition on one of its days.
     *
     * @param day tells the phase and the amendments
     */
    public record Side(Edition edition, LocalDate day) {

        private boolean holds(Rule rule) {
            return rule.edition().id().equals(edition.id()) && rule.validity().covers(day);
        }
    }

    /** The compared rows of one table. */
    public record ComparedTable(RuleTable table, List<ComparedRow> rows) {

        /** How many rows are of the kind. */
        public long count(Change change) {
            return rows.stream().filter(row -> row.change() == change).count();
        }
    }

    /** What became of a row or of a cell. */
    public enum Change {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * A rule of the left with that of the right, or one that has no other.
     *
     * @param cells the columns that are no key, in the order of the table
     */
    public record ComparedRow(
            Map<String, String> key, Optional<Rule> left, Optional<Rule> right, List<ComparedCell> cells) {

        public Change change() {
            if (left.isEmpty()) {
                return Change.ADDED;
            }
            if (right.isEmpty()) {
                return Change.REMOVED;
            }
            return cells.stream().allMatch(cell -> cell.change() == Change.SAME) ? Change.SAME : Change.CHANGED;
        }
    }

    /** One column of both; empty where there is no such row or the cell is empty. */
    public record ComparedCell(String column, String left, String right) {

        /** Numbers are compared as numbers: 10 and 10.0 are the same. */
        public Change change() {
            if (Numbers.same(left, right)) {
                return Change.SAME;
            }
            if (left.isEmpty()) {
                return Change.ADDED;
            }
            return right.isEmpty() ? Change.REMOVED : Change.CHANGED;
        }
    }

    /** Compares the rules of the left side with those of the right. */
    public static EditionComparison of(RuleBook rules, Side left, Side right) {
        List<ComparedTable> tables = rules.listTables().stream()
                .filter(table -> table.rows().stream().anyMatch(rule -> left.holds(rule) || right.holds(rule)))
                .map(table -> new ComparedTable(table, rows(table, left, right)))
                .toList();
        return new EditionComparison(left, right, tables);
    }

    private static List<ComparedRow> rows(RuleTable table, Side left, Side right) {
        Map<Key, Rule> before = byKey(table, left::holds);
        Map<Key, Rule> after = byKey(table, right::holds);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(key -> row(table, key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
                .toList();
    }

    /** The cells of the key columns; repeated ones are told apart by their order. */
    private record Key(Map<String, String> cells, int repetition) {}

    private static Map<Key, Rule> byKey(RuleTable table, Predicate<Rule> held) {
        Map<Key, Rule> byKey = new LinkedHashMap<>();
        for (Rule rule : table.rows()) {
            if (held.test(rule)) {
                Map<String, String> cells = key(table, rule);
                int repetition = 0;
                while (byKey.containsKey(new Key(cells, repetition))) {
                    repetition++;
                }
                byKey.put(new Key(cells, repetition), rule);
            }
        }
        return byKey;
    }

    private static Map<String, String> key(RuleTable table, Rule rule) {
        if (table.keyColumns().isEmpty()) {
            return Map.of("id", rule.id().substring(rule.id().indexOf('/') + 1));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        table.keyColumns().forEach(column -> cells.put(column, rule.text(column)));
        return cells;
    }

    private static ComparedRow row(RuleTable table, Key key, Optional<Rule> left, Optional<Rule> right) {
        List<ComparedCell> cells = new ArrayList<>();
        for (String column : table.columns()) {
            if (!table.keyColumns().contains(column) && !column.equals(PHASE)) {
                cells.add(new ComparedCell(column, cell(left, column), cell(right, column)));
            }
        }
        return new ComparedRow(key.cells(), left, right, List.copyOf(cells));
    }

    private static String cell(Optional<Rule> rule, String column) {
        return rule.map(it -> it.text(column)).orElse("");
    }
}
