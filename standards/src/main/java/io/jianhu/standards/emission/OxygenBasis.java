package io.jianhu.standards.emission;

/** How a measured concentration becomes the one that a limit means. */
public enum OxygenBasis {
    /** As measured. */
    NONE(""),
    /** C × (21 − reference)/(21 − O2). */
    AIR("21"),
    /** C × (21 − reference)/(φ0 − O2), φ0 the oxygen of the combustion air. */
    COMBUSTION_AIR("phi0"),
    /** C × α/α reference. */
    EXCESS_AIR("alpha"),
    /** The facts that decide it are missing. */
    UNDECIDED("?");

    private final String label;

    OxygenBasis(String label) {
        this.label = label;
    }

    /** The word in the rule files. */
    public String label() {
        return label;
    }

    static OxygenBasis ofLabel(String label) {
        for (OxygenBasis basis : values()) {
            if (basis.label.equals(label)) {
                return basis;
            }
        }
        throw new IllegalArgumentException("no oxygen basis called " + label);
    }
}
