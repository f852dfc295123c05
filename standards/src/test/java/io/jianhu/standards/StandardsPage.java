package io.jianhu.standards;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/STANDARDS.md} from the rules and from the annotations of the tests. */
final class StandardsPage {

    private final MarkdownPage page = new MarkdownPage();
    private final RuleBook rules;
    private final TestedClauses tested;
    private final Map<String, List<Rule>> rulesByEdition;

    private StandardsPage(RuleBook rules, TestedClauses tested) {
        this.rules = rules;
        this.tested = tested;
        this.rulesByEdition = rules.listTables().stream()
                .flatMap(table -> table.rows().stream())
                .collect(Collectors.groupingBy(rule -> rule.edition().id()));
    }

    static MarkdownPage write(RuleBook rules, TestedClauses tested) {
        StandardsPage standards = new StandardsPage(rules, tested);
        standards.introduction();
        for (Catalogue.Domain domain : rules.catalogue().listDomains()) {
            standards.summary(domain);
        }
        standards.unverified();
        standards.undated();
        return standards.page;
    }

    private List<Rule> rulesOf(Edition edition) {
        return rulesByEdition.getOrDefault(edition.id(), List.of());
    }

    private void introduction() {
        page.line("""
                # Standards: editions, clauses, rules, confidence, tests

                Written from the rules of module `standards` and from the `@Clause` annotations of its tests. Do not edit: change
                `standards/src/main/resources/io/jianhu/standards/rules/*.tsv` and run
                `./mvnw -pl standards test -Dtest=StandardsPageTest -Djianhu.docs=write`.

                Every rule is a row with an id, an edition, a clause, the days on which it holds, a source and a confidence. Rules are
                chosen by the date of the data (+08:00). Rules of confidence **m** and **x** are unverified: every judgement that
                leans on one says so, and none raises an alarm until a person switches the rule on.

                The links lead to the clauses of an edition, with every row, what it was read in and the tests that prove it.
                """);
        page.tableHead(List.of("Mark", "Confidence", "Meaning", "Rules"));
        List<Rule> all = rulesByEdition.values().stream().flatMap(List::stream).toList();
        for (Confidence confidence : Confidence.values()) {
            page.row(
                    Marks.of(confidence),
                    "`" + confidence.label() + "`",
                    confidence.title().en() + " · " + confidence.title().zh(),
                    Marks.count(all, confidence));
        }
        page.line("");
        page.line(all.size() + " rules of " + rulesByEdition.size() + " editions in "
                + rules.listTables().size() + " tables; compared with what is in force on "
                + rules.catalogue().asOf() + ". What is measured is listed in [FACTORS.md](FACTORS.md).");
    }

    private void summary(Catalogue.Domain domain) {
        page.heading(2, domain.title().en() + " · " + domain.title().zh());
        page.tableHead(
                List.of("Edition", "Title", "From", "To", "Dates", "Rules", "2", "1", "c", "**m**", "**x**", "Tests"));
        for (Edition edition : domain.editions()) {
            List<Rule> held = rulesOf(edition);
            String name = held.isEmpty()
                    ? edition.id()
                    : "[" + edition.id() + "](" + DomainPage.name(domain) + "#" + MarkdownPage.anchor(edition.id())
                            + ")";
            List<Object> cells = Stream.<Object>of(
                            name,
                            edition.title().zh(),
                            edition.validity().from(),
                            edition.validity().to().map(Object::toString).orElse(""),
                            Marks.of(edition.confidence()))
                    .collect(Collectors.toList());
            cells.add(held.isEmpty() ? "listed only" : held.size());
            for (Confidence confidence : Confidence.values()) {
                long count = Marks.count(held, confidence);
                cells.add(count == 0 ? "" : count);
            }
            cells.add(tested.count(edition) == 0 ? "" : tested.count(edition));
            page.row(cells.toArray());
        }
    }

    private void unverified() {
        page.heading(2, "Unverified rules");
        page.line("Each row in full: what it says, where it was read, why it is doubted.");
        for (RuleTable table : rules.listTables()) {
            List<Rule> doubted = table.rows().stream()
                    .filter(rule -> !rule.confidence().isVerified())
                    .toList();
            if (doubted.isEmpty()) {
                continue;
            }
            page.heading(3, table.title().en() + " · " + table.title().zh());
            page.tableHead(List.of("Rule", "Says", "Source", "Evidence", ""));
            List<String> columns = DomainPage.shown(table, doubted);
            for (Rule rule : doubted) {
                page.row(
                        "`" + rule.id() + "`",
                        columns.stream()
                                .filter(column -> !rule.text(column).isEmpty())
                                .map(column -> column + " " + rule.text(column))
                                .collect(Collectors.joining("; ")),
                        rule.source(),
                        rule.evidence(),
                        Marks.of(rule.confidence()));
            }
        }
    }

    private void undated() {
        page.heading(2, "Known, but in no catalogue of days");
        page.line("No rule is chosen by these: the day from which they hold, or their text, was not seen.");
        page.line("");
        page.tableHead(List.of("Document", "Title", "What is missing", "Source"));
        for (RuleFile.Row row : RuleFile.read("undated").rows()) {
            page.row(row.required("id"), row.required("title_zh"), row.required("missing_en"), row.required("source"));
        }
    }
}
