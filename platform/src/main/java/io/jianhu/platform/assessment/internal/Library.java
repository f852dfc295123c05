package io.jianhu.platform.assessment.internal;

import io.jianhu.standards.Catalogue;
import io.jianhu.standards.Confidence;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds editions, tables and rules by what a reader knows of them. */
@Component
public class Library {

    /** A rule with the table it stands in. */
    public record Shelved(RuleTable table, Rule rule, String searchable) {}

    /**
     * What is looked for; what is empty admits everything.
     *
     * @param text every word of it occurs somewhere in the id, title, clause or cells, in either language
     * @param domain name of the domain of the edition
     * @param edition id
     * @param table name
     * @param day on which it holds
     */
    public record Wanted(
            Optional<String> text,
            Optional<String> domain,
            Optional<String> edition,
            Optional<String> table,
            Optional<Confidence> confidence,
            Optional<LocalDate> day) {}

    private final RuleBook rules;
    private final Map<String, Catalogue.Domain> domains = new HashMap<>();
    private final Map<String, Shelved> shelf = new LinkedHashMap<>();
    private final Map<String, List<Rule>> ofEdition = new HashMap<>();
    private final Map<String, String> successors = new HashMap<>();

    Library(RuleBook rules) {
        this.rules = rules;
        for (Catalogue.Domain domain : rules.catalogue().listDomains()) {
            for (Edition edition : domain.editions()) {
                domains.put(edition.id(), domain);
                edition.predecessor().ifPresent(older -> successors.put(older, edition.id()));
            }
        }
        for (RuleTable table : rules.listTables()) {
            for (Rule rule : table.rows()) {
                shelf.put(rule.id(), new Shelved(table, rule, searchable(table, rule)));
                ofEdition
                        .computeIfAbsent(rule.edition().id(), _ -> new ArrayList<>())
                        .add(rule);
            }
        }
    }

    public List<Catalogue.Domain> listDomains() {
        return rules.catalogue().listDomains();
    }

    public Optional<Edition> findEdition(String id) {
        return rules.catalogue().findEdition(id);
    }

    /** The domain in whose file the edition stands. */
    public Catalogue.Domain getDomain(Edition edition) {
        Catalogue.Domain domain = domains.get(edition.id());
        if (domain == null) {
            throw new IllegalArgumentException("of another library: " + edition.id());
        }
        return domain;
    }

    /** The id of the edition that replaces this one. */
    public Optional<String> findSuccessor(Edition edition) {
        return Optional.ofNullable(successors.get(edition.id()));
    }

    public List<Edition> listEditions(Wanted wanted) {
        Predicate<String> text = words(wanted.text());
        return rules.catalogue().listEditions().stream()
                .filter(edition -> admits(wanted.domain(), getDomain(edition).name()))
                .filter(edition -> wanted.confidence()
                        .map(confidence -> confidence == edition.confidence())
                        .orElse(true))
                .filter(edition -> wanted.day().map(edition.validity()::covers).orElse(true))
                .filter(edition -> text.test(searchable(edition)))
                .toList();
    }

    /** The rows of an edition, in the order of their tables. */
    public List<Rule> listRules(Edition edition) {
        return ofEdition.getOrDefault(edition.id(), List.of());
    }

    public List<Shelved> listRules(Wanted wanted) {
        Predicate<String> text = words(wanted.text());
        return shelf.values().stream()
                .filter(one ->
                        admits(wanted.domain(), getDomain(one.rule().edition()).name()))
                .filter(one -> admits(wanted.edition(), one.rule().edition().id()))
                .filter(one -> admits(wanted.table(), one.table().name()))
                .filter(one -> wanted.confidence()
                        .map(confidence -> confidence == one.rule().confidence())
                        .orElse(true))
                .filter(one -> wanted.day().map(one.rule().validity()::covers).orElse(true))
                .filter(one -> text.test(one.searchable()))
                .toList();
    }

    public Optional<Shelved> findRule(String id) {
        return Optional.ofNullable(shelf.get(id));
    }

    public List<RuleTable> listTables() {
        return rules.listTables();
    }

    public Optional<RuleTable> findTable(String name) {
        return rules.listTables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    private static boolean admits(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private static Predicate<String> words(Optional<String> text) {
        List<String> words = text.map(given ->
                        Arrays.asList(given.strip().toLowerCase(Locale.ROOT).split("\\s+")))
                .orElse(List.of());
        return searched -> words.stream().allMatch(searched::contains);
    }

    private static String searchable(Edition edition) {
        return String.join(
                        "\n",
                        edition.id(),
                        edition.title().zh(),
                        edition.title().en(),
                        edition.note().zh(),
                        edition.note().en(),
                        edition.industry()
                                .map(industry -> industry.zh() + "\n" + industry.en())
                                .orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private static String searchable(RuleTable table, Rule rule) {
        return String.join(
                        "\n",
                        table.title().zh(),
                        table.title().en(),
                        rule.edition().title().zh(),
                        rule.edition().title().en(),
                        String.join("\n", rule.cells().values()))
                .toLowerCase(Locale.ROOT);
    }
}
