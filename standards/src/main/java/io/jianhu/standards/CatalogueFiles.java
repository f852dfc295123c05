package io.jianhu.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the catalogue from {@code domains.tsv}, {@code editions-<domain>.tsv}, {@code editions-listed.tsv}, {@code
 * phases.tsv}, {@code as-of.tsv}.
 */
final class CatalogueFiles {

    private final Map<String, List<Phase>> phases;
    /** By successor. */
    private final Map<String, String> predecessors;

    private final List<RuleFile.Row> listed;

    private CatalogueFiles(
            Map<String, List<Phase>> phases, Map<String, String> predecessors, List<RuleFile.Row> listed) {
        this.phases = phases;
        this.predecessors = predecessors;
        this.listed = listed;
    }

    /** @throws IllegalStateException when a file is defective */
    static Catalogue read() {
        Map<String, List<Phase>> phases = RuleFile.read("phases").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.required("edition"),
                        Collectors.mapping(CatalogueFiles::phase, Collectors.toUnmodifiableList())));
        List<RuleFile.Row> listed = RuleFile.read("editions-listed").rows();
        Map<String, String> predecessors = listed.stream()
                .filter(row -> row.findText("successor").isPresent())
                .collect(Collectors.toMap(row -> row.required("successor"), row -> row.required("id")));
        CatalogueFiles files = new CatalogueFiles(phases, predecessors, listed);
        return new Catalogue(
                RuleFile.read("domains").rows().stream().map(files::domain).toList(),
                from(RuleFile.read("as-of").rows().getFirst()));
    }

    private Catalogue.Domain domain(RuleFile.Row domain) {
        String name = domain.required("name");
        return new Catalogue.Domain(
                name,
                new Text(domain.required("title_zh"), domain.required("title_en")),
                Stream.concat(
                                RuleFile.read("editions-" + name).rows().stream()
                                        .map(row -> edition(row, Edition.Extent.RULES)),
                                listed.stream()
                                        .filter(row -> row.required("domain").equals(name))
                                        .map(row -> edition(row, Edition.Extent.LISTED)))
                        .toList());
    }

    private Edition edition(RuleFile.Row row, Edition.Extent extent) {
        Validity validity = new Validity(from(row), row.findDate("to"));
        String id = row.required("id");
        List<Phase> ofEdition = phases.getOrDefault(id, List.of());
        for (Phase phase : ofEdition) {
            if (!validity.covers(phase.validity())) {
                throw new IllegalStateException(row.place() + ": the phase " + phase.name() + " is longer than it");
            }
        }
        return new Edition(
                id,
                row.required("family"),
                new Text(row.required("title_zh"), row.required("title_en")),
                row.findDate("published"),
                validity,
                row.findText("predecessor").or(() -> Optional.ofNullable(predecessors.get(id))),
                ofEdition,
                row.required("region"),
                row.findText("industry_zh").map(zh -> new Text(zh, row.required("industry_en"))),
                LegalStatus.valueOf(row.required("status").toUpperCase(Locale.ROOT)),
                extent,
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
