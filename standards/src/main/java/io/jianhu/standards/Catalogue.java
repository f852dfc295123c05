package io.jianhu.standards;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The editions of every standard the library knows, chosen by id or by the date of the data. */
public final class Catalogue {

    /** The editions of one part of the field, such as water, in the order of its file. */
    public record Domain(String name, Text title, List<Edition> editions) {}

    private final Map<String, Edition> editions = new LinkedHashMap<>();
    private final List<Domain> domains;
    private final LocalDate asOf;
    private final RuleVersion ruleVersions;

    /** @throws IllegalStateException when two editions have one id, or a predecessor is not there */
    Catalogue(List<Domain> domains, LocalDate asOf) {
        this.domains = List.copyOf(domains);
        this.asOf = asOf;
        for (Domain domain : domains) {
            for (Edition edition : domain.editions()) {
                if (editions.put(edition.id(), edition) != null) {
                    throw new IllegalStateException("a second edition " + edition.id());
                }
            }
        }
        for (Edition edition : editions.values()) {
            edition.predecessor().filter(id -> !editions.containsKey(id)).ifPresent(id -> {
                throw new IllegalStateException(edition.id() + " replaces " + id + ", which is not there");
            });
        }
        this.ruleVersions = new RuleVersion(editions.values(), asOf);
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

    /** The edition that names this one as its predecessor. */
    public Optional<Edition> findSuccessor(Edition edition) {
        return editions.values().stream()
                .filter(other ->
                        other.predecessor().filter(edition.id()::equals).isPresent())
                .findFirst();
    }

    /** The family that is named so, or of which an edition is; an unknown name leaves a finding with like ones. */
    public Optional<String> findFamily(String name, Working working) {
        Optional<String> family = ruleVersions.findFamily(name);
        if (family.isEmpty()) {
            working.finding(
                    CommonFinding.UNKNOWN_RULE_VERSION,
                    "family",
                    String.join(", ", NearNames.of(name, listFamilies())),
                    name);
        }
        return family;
    }

    /** Every family, in the order of the files. */
    public List<String> listFamilies() {
        return editions.values().stream().map(Edition::family).distinct().toList();
    }

    /**
     * The edition of a family that data of the day are judged by. Before the first edition that the library holds and after
     * the last there is none: the working gets a finding that names the days it could have been asked for.
     */
    public Optional<Edition> findEdition(String family, LocalDate day, Working working) {
        Optional<Edition> edition =
                findEditionInForce(family, day).filter(known -> known.extent() == Edition.Extent.RULES);
        if (edition.isEmpty()) {
            working.finding(CommonFinding.NO_EDITION_ON_DATE, "date", describe(family), day.toString());
        }
        return edition;
    }

    /** The edition of a family that was in force on the day, even where the library holds its title only. */
    public Optional<Edition> findEditionInForce(String family, LocalDate day) {
        return listEditions(family).stream()
                .filter(edition -> edition.validity().covers(day))
                .findFirst();
    }

    /**
     * A day inside the rules that the text names: an edition, several joined, with or without a phase, a family, or a lone
     * year. Of an edition in force it is the day {@link #asOf}, so that its amendments count; of one that has ended its last
     * day; of a year its last day. Empty when the text names no edition of the catalogue, or some that never held together.
     */
    public Optional<LocalDate> findDay(String ruleVersion) {
        return ruleVersions.findDay(ruleVersion);
    }

    /** The day on which the rules of this library were last compared with what is in force. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The editions of a family with their days, for a message. */
    String describe(String family) {
        return listEditions(family).stream()
                .map(edition -> edition.id() + " " + edition.validity().from() + ".."
                        + edition.validity().to().map(LocalDate::toString).orElse("")
                        + (edition.extent() == Edition.Extent.LISTED ? " (listed only)" : ""))
                .collect(Collectors.joining(", "));
    }
}
