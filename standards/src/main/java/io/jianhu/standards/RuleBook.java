package io.jianhu.standards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        for (RuleFile.Row row : RuleFile.read("tables").rows()) {
            RuleTable table = RuleFile.read(row.required("name")).toTable(row, catalogue);
            tables.put(table.name(), table);
            for (Rule rule : table.rows()) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalStateException(table.name() + ": a second rule has the id " + rule.id());
                }
            }
        }
        return new RuleBook(catalogue, tables, rules, Factors.load());
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
