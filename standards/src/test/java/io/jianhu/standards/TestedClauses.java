package io.jianhu.standards;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which tests say that they prove which clause, by their {@link Clause} annotations. */
final class TestedClauses {

    /** The key of what names an edition as a whole. */
    static final String WHOLE = "";

    /** Tests by edition id and clause. */
    private final Map<String, Map<String, Set<String>>> tests = new LinkedHashMap<>();

    private TestedClauses() {}

    /** @throws IllegalStateException when an annotation names no edition of the catalogue */
    static TestedClauses read(Catalogue catalogue) {
        TestedClauses tested = new TestedClauses();
        for (JavaClass type : new ClassFileImporter().importPackages("io.jianhu.standards")) {
            type.tryGetAnnotationOfType(Clause.class)
                    .ifPresent(clause -> tested.add(catalogue, clause, type.getSimpleName()));
            for (JavaMethod method : type.getMethods()) {
                method.tryGetAnnotationOfType(Clause.class)
                        .ifPresent(
                                clause -> tested.add(catalogue, clause, type.getSimpleName() + "." + method.getName()));
            }
        }
        return tested;
    }

    private void add(Catalogue catalogue, Clause clause, String test) {
        for (String text : clause.value()) {
            Edition edition = edition(catalogue, text)
                    .orElseThrow(() -> new IllegalStateException(test + ": no edition is named in " + text));
            tests.computeIfAbsent(edition.id(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(text.substring(edition.id().length()).strip(), _ -> new TreeSet<>())
                    .add(test);
        }
    }

    private static Optional<Edition> edition(Catalogue catalogue, String text) {
        return catalogue.listEditions().stream()
                .filter(edition -> text.equals(edition.id()) || text.startsWith(edition.id() + " "))
                .max(Comparator.comparingInt(edition -> edition.id().length()));
    }

    /** The tests of a clause; of {@link #WHOLE} those of the edition as a whole. */
    List<String> list(Edition edition, String clause) {
        return List.copyOf(tests.getOrDefault(edition.id(), Map.of()).getOrDefault(clause, Set.of()));
    }

    /** The clauses that tests name, in no order to rely on. */
    Set<String> clauses(Edition edition) {
        return tests.getOrDefault(edition.id(), Map.of()).keySet();
    }

    int count(Edition edition) {
        return tests.getOrDefault(edition.id(), Map.of()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }
}
