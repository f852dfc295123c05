package io.jianhu.platform.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an organisation is, and under what it may stand. */
public enum OrganisationKind {
    CITY("city"),
    DISTRICT("district", CITY),
    TOWNSHIP("township", DISTRICT),
    GRID("grid", TOWNSHIP),
    DEPARTMENT("department", CITY, DISTRICT, TOWNSHIP),
    ENTERPRISE("enterprise", CITY, DISTRICT, TOWNSHIP),
    PUBLIC("public");

    private final String label;
    private final Set<OrganisationKind> parents;

    OrganisationKind(String label, OrganisationKind... parents) {
        this.label = label;
        this.parents = parents.length == 0 ? Set.of() : Set.copyOf(Arrays.asList(parents));
    }

    /** The name in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The kinds one of which it stands under; none for what stands alone. A department may also stand under another. */
    public Set<OrganisationKind> parents() {
        if (this != DEPARTMENT) {
            return parents;
        }
        EnumSet<OrganisationKind> all = EnumSet.copyOf(parents);
        all.add(DEPARTMENT);
        return all;
    }

    /** The kind of that label, if there is one. */
    public static Optional<OrganisationKind> find(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
