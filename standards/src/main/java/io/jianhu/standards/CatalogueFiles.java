package io.jianhu.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the catalogue from {@code domains.tsv}, {@code editions-<domain>.tsv}, {@code phases.tsv}, {@code as-of.tsv}. */
final class CatalogueFiles {

    private CatalogueFiles() {}

    /** @throws IllegalStateException when a file is defective */
    static Catalogue read() {
        Map<String, List<Phase>> phases = RuleFile.read("phases").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.required("edition"),
                        Collectors.mapping(CatalogueFiles::phase, Collectors.toUnmodifiableList())));
        List<Catalogue.Domain> domains = RuleFile.read("domains").rows().stream()
                .map(row -> domain(row, phases))
                .toList();
        return new Catalogue(domains, from(RuleFile.read("as-of").rows().getFirst()));
    }

    private static Catalogue.Domain domain(RuleFile.Row domain, Map<String, List<Phase>> phases) {
        String name = domain.required("name");
        return new Catalogue.Domain(
                name,
                new Text(domain.required("title_zh"), domain.required("title_en")),
                RuleFile.read("editions-" + name).rows().stream()
                        .map(row -> edition(row, phases.getOrDefault(row.required("id"), List.of())))
                        .toList());
    }

    private static Edition edition(RuleFile.Row row, List<Phase> phases) {
        Validity validity = new Validity(from(row), row.findDate("to"));
        for (Phase phase : phases) {
            if (!validity.covers(phase.validity())) {
                throw new IllegalStateException(row.place() + ": the phase " + phase.name() + " is longer than it");
            }
        }
        return new Edition(
                row.required("id"),
                row.required("family"),
                new Text(row.required("title_zh"), row.required("title_en")),
                row.findDate("published"),
                validity,
                row.findText("predecessor"),
                phases,
                row.required("region"),
                row.findText("industry_zh").map(zh -> new Text(zh, row.required("industry_en"))),
                LegalStatus.valueOf(row.required("status").toUpperCase(Locale.ROOT)),
                row.required("source"),
                row.confidence(),
                new Text(row.text("note_zh"), row.text("note_en")));
    }

    private static Phase phase(RuleFile.Row row) {
        return new Phase(
                row.required("name"),
                new Text(row.required("title_zh"), row.required("title_en")),
                new Validity(from(row), row.findDate("to")));
    }

    private static LocalDate from(RuleFile.Row row) {
        return row.findDate("from").orElseThrow(() -> new IllegalStateException(row.place() + ": empty from"));
    }
}
