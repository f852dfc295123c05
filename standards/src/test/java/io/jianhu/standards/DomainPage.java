package io.jianhu.standards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/standards/<domain>.md}: the editions of a domain with their clauses, rows and tests. */
final class DomainPage {

    /** A longer table is folded. */
    private static final int UNFOLDED_ROWS = 12;

    private final MarkdownPage page = new MarkdownPage();
    private final RuleBook rules;
    private final TestedClauses tested;

    private DomainPage(RuleBook rules, TestedClauses tested) {
        this.rules = rules;
        this.tested = tested;
    }

    /** The path of the page under {@code docs}. */
    static String name(Catalogue.Domain domain) {
        return "standards/" + domain.name() + ".md";
    }

    static MarkdownPage write(RuleBook rules, TestedClauses tested, Catalogue.Domain domain) {
        DomainPage standards = new DomainPage(rules, tested);
        standards.page.line("# " + domain.title().en() + " · " + domain.title().zh());
        standards.page.line("");
        standards.page.line("Generated with [STANDARDS.md](../STANDARDS.md), which explains the marks. Do not edit.");
        domain.editions().stream()
                .filter(edition -> rules.listTables().stream()
                        .flatMap(table -> table.rows().stream())
                        .anyMatch(rule -> rule.edition().id().equals(edition.id())))
                .forEach(standards::edition);
        return standards.page;
    }

    private void edition(Edition edition) {
        page.line("");
        page.line("<a id=\"" + MarkdownPage.anchor(edition.id()) + "\"></a>");
        page.heading(3, edition.id() + " " + edition.title().zh());
        page.line(edition.title().en() + ". " + dates(edition) + " "
                + edition.status().title().en() + ", "
                + (edition.region().equals("100000") ? "nation" : "region " + edition.region())
                + edition.industry().map(industry -> ", " + industry.en()).orElse("") + ". Dates: " + edition.source()
                + " (" + Marks.of(edition.confidence()) + ")."
                + (edition.note().en().isEmpty() ? "" : " " + edition.note().en()));
        List<String> whole = tested.list(edition, TestedClauses.WHOLE);
        if (!whole.isEmpty()) {
            page.line("");
            page.line("Tests: " + code(whole) + ".");
        }
        clauses(edition);
        for (RuleTable table : rules.listTables()) {
            List<Rule> rows = table.rows().stream()
                    .filter(rule -> rule.edition().id().equals(edition.id()))
                    .toList();
            if (!rows.isEmpty()) {
                rows(table, rows);
            }
        }
    }

    private String dates(Edition edition) {
        StringBuilder text =
                new StringBuilder("In force from " + edition.validity().from());
        edition.validity().to().ifPresent(to -> text.append(" to ").append(to));
        edition.predecessor().ifPresent(before -> text.append(", replaces ").append(before));
        rules.catalogue()
                .findSuccessor(edition)
                .ifPresent(after -> text.append(", replaced by ").append(after.id()));
        edition.phases()
                .forEach(phase -> text.append("; ")
                        .append(phase.title().en())
                        .append(" from ")
                        .append(phase.validity().from()));
        return text.append('.').toString();
    }

    private void clauses(Edition edition) {
        page.line("");
        page.tableHead(List.of("Clause", "Table", "Rules", "Confidence", "Tests"));
        TreeSet<String> untold = new TreeSet<>(tested.clauses(edition));
        untold.remove(TestedClauses.WHOLE);
        for (RuleTable table : rules.listTables()) {
            Map<String, List<Rule>> byClause = table.rows().stream()
                    .filter(rule -> rule.edition().id().equals(edition.id()))
                    .collect(Collectors.groupingBy(DomainPage::clause, LinkedHashMap::new, Collectors.toList()));
            byClause.forEach((clause, held) -> {
                untold.remove(clause);
                page.row(clause, table.title().en(), held.size(), Marks.of(held), code(tested.list(edition, clause)));
            });
        }
        for (String clause : untold) {
            page.row(clause, "", "", "", code(tested.list(edition, clause)));
        }
    }

    /** Without the item of a table: the clause of one row is that of its neighbours. */
    private static String clause(Rule rule) {
        return rule.clause().replaceFirst(" 第\\d+项$", "");
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private void rows(RuleTable table, List<Rule> rows) {
        page.line("");
        boolean folded = rows.size() > UNFOLDED_ROWS;
        page.line(
                folded
                        ? "<details><summary>" + table.title().en() + " (" + rows.size() + ")</summary>"
                        : "**" + table.title().en() + "**");
        page.line("");
        List<String> columns = shown(table, rows);
        page.tableHead(Stream.of(List.of("Rule"), columns, List.of("From", "To", ""))
                .flatMap(List::stream)
                .toList());
        for (Rule rule : rows) {
            List<Object> cells = Stream.concat(
                            Stream.of("`" + rule.id() + "`"), columns.stream().map(rule::text))
                    .collect(Collectors.toList());
            cells.add(unlessSame(rule, validity -> Optional.of(validity.from().toString())));
            cells.add(unlessSame(rule, validity -> validity.to().map(Object::toString)));
            cells.add(Marks.of(rule.confidence()));
            page.row(cells.toArray());
        }
        if (folded) {
            page.line("");
            page.line("</details>");
        }
    }

    private static String unlessSame(Rule rule, Function<Validity, Optional<String>> end) {
        Optional<String> own = end.apply(rule.validity());
        return own.equals(end.apply(rule.edition().validity())) ? "" : own.orElse("");
    }

    /** Without columns that are empty here, and of a text in two languages the English one. */
    static List<String> shown(RuleTable table, List<Rule> rows) {
        return table.columns().stream()
                .filter(column -> !column.endsWith("zh") || !table.columns().contains(column.replaceFirst("zh$", "en")))
                .filter(column ->
                        rows.stream().anyMatch(rule -> !rule.text(column).isEmpty()))
                .toList();
    }
}
