package io.jianhu.standards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every rule the library ships, read once from its files: load, hand to the calculators, share freely (immutable).
 *
 * <p>A defect in a rule file is a bug of ours: loading throws with file, line and what is wrong.
 */
public final class RuleBook {

    private final Catalogue catalogue;
    private final Map<String, RuleTable> tables;
    private final Map<String, Rule> rules;
    private final Factors factors;

    private RuleBook(Catalogue catalogue, Map<String, RuleTable> tables, Map<String, Rule> rules, Factors factors) {
        this.catalogue = catalogue;
        this.factors = factors;
        this.tables = tables;
        this.rules = rules;
    }

    /** @throws IllegalStateException when a file is defective */
    public static RuleBook load() {
        Catalogue catalogue = CatalogueFiles.read();
        Map<String, RuleTable> tables = new LinkedHashMap<>();
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, List<String>> keys = RuleFile.read("keys").rows().stream()
                .collect(Collectors.toMap(
                        row -> row.required("table"),
                        row -> List.of(row.required("columns").split(" ", -1))));
        for (RuleFile.Row row : RuleFile.read("tables").rows()) {
            RuleTable table = table(row, keys.getOrDefault(row.required("name"), List.of()), catalogue);
            tables.put(table.name(), table);
            for (Rule rule : table.rows()) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalStateException(table.name() + ": a second rule has the id " + rule.id());
                }
            }
        }
        return new RuleBook(catalogue, tables, rules, Factors.load());
    }

    /** A table from its line in {@code tables.tsv}, its key columns from {@code keys.tsv}, its rows from its own file. */
    private static RuleTable table(RuleFile.Row line, List<String> keyColumns, Catalogue catalogue) {
        RuleFile file = RuleFile.read(line.required("name"));
        List<String> columns = file.ownColumns();
        if (!columns.containsAll(keyColumns)) {
            throw new IllegalStateException(file.path() + ": no columns " + keyColumns + " among " + columns);
        }
        return new RuleTable(
                line.required("name"),
                line.required("domain"),
                new Text(line.required("title_zh"), line.required("title_en")),
                columns,
                keyColumns,
                file.rows().stream().map(row -> row.toRule(catalogue)).toList());
    }

    /** The editions, by id and by date. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** What is measured: keys, names, codes, molar masses. */
    public Factors factors() {
        return factors;
    }

    /** @throws IllegalArgumentException when there is no such table */
    public RuleTable getTable(String name) {
        RuleTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name + " among " + tables.keySet());
        }
        return table;
    }

    public List<RuleTable> listTables() {
        return List.copyOf(tables.values());
    }

    public Optional<Rule> findRule(String id) {
        return Optional.ofNullable(rules.get(id));
    }
}
