package io.jianhu.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The editions of every standard the library knows, chosen by id or by the date of the data. */
public final class Catalogue {

    /** The editions of one part of the field, such as water, in the order of its file. */
    public record Domain(String name, Text title, List<Edition> editions) {}

    private final Map<String, Edition> editions;
    private final List<Domain> domains;

    private Catalogue(Map<String, Edition> editions, List<Domain> domains) {
        this.editions = editions;
        this.domains = List.copyOf(domains);
    }

    static Catalogue load() {
        Map<String, Edition> editions = new LinkedHashMap<>();
        List<Domain> domains = new ArrayList<>();
        for (RuleFile.Row domain : RuleFile.read("domains").rows()) {
            String name = domain.required("name");
            List<Edition> ofDomain = new ArrayList<>();
            for (RuleFile.Row row : RuleFile.read("editions-" + name).rows()) {
                Edition edition = edition(row);
                if (editions.put(edition.id(), edition) != null) {
                    throw new IllegalStateException(row.place() + ": a second edition " + edition.id());
                }
                ofDomain.add(edition);
            }
            domains.add(new Domain(
                    name, new Text(domain.required("title_zh"), domain.required("title_en")), List.copyOf(ofDomain)));
        }
        for (Edition edition : editions.values()) {
            edition.predecessor().ifPresent(id -> {
                if (!editions.containsKey(id)) {
                    throw new IllegalStateException(edition.id() + " replaces " + id + ", which is not there");
                }
            });
        }
        return new Catalogue(editions, domains);
    }

    private static Edition edition(RuleFile.Row row) {
        LocalDate from =
                row.findDate("from").orElseThrow(() -> new IllegalStateException(row.place() + ": empty from"));
        return new Edition(
                row.required("id"),
                row.required("family"),
                new Text(row.required("title_zh"), row.required("title_en")),
                row.findDate("published"),
                new Validity(from, row.findDate("to")),
                row.findText("predecessor"),
                row.required("region"),
                row.findText("industry_zh").map(zh -> new Text(zh, row.required("industry_en"))),
                LegalStatus.valueOf(row.required("status").toUpperCase(Locale.ROOT)),
                row.required("source"),
                row.confidence(),
                new Text(row.text("note_zh"), row.text("note_en")));
    }

    public Optional<Edition> findEdition(String id) {
        return Optional.ofNullable(editions.get(id));
    }

    public List<Domain> listDomains() {
        return domains;
    }

    public List<Edition> listEditions() {
        return List.copyOf(editions.values());
    }

    /** The editions of a family, oldest first. */
    public List<Edition> listEditions(String family) {
        return editions.values().stream()
                .filter(edition -> edition.family().equals(family))
                .sorted((a, b) -> a.validity().from().compareTo(b.validity().from()))
                .toList();
    }

    /**
     * The edition of a family that data of the day are judged by. Before the first edition and after the last there is
     * none: the working gets a finding that names the days it could have been asked for.
     */
    public Optional<Edition> findEdition(String family, LocalDate day, Working working) {
        List<Edition> known = listEditions(family);
        Optional<Edition> edition =
                known.stream().filter(e -> e.validity().covers(day)).findFirst();
        if (edition.isEmpty()) {
            working.finding(CommonFinding.NO_EDITION_ON_DATE, "date", describe(known), day.toString());
        }
        return edition;
    }

    private static String describe(List<Edition> editions) {
        return String.join(
                ", ",
                editions.stream()
                        .map(e -> e.id() + " " + e.validity().from() + ".."
                                + e.validity().to().map(LocalDate::toString).orElse(""))
                        .toList());
    }
}
