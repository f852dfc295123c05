package io.jianhu.hj212;

/** Which text of the protocol a frame speaks. Dispatch on edition and command: 1001, 1014 and 3014 collide between them. */
public enum Edition {
    /** HJ/T 212-2005, in force 2006-02-01 to 2017-04-30, still on the wire. */
    HJT_212_2005("2005", 0),
    /** HJ 212-2017, in force 2017-05-01 to 2025-12-31. */
    HJ_212_2017("2017", 1),
    /** HJ 212-2025, in force from 2026-01-01. */
    HJ_212_2025("2025", 2),
    /** National surface-water station protocol (ST=21), which used Flag 8/9 years before HJ 212-2025 did. */
    SURFACE_WATER("surface-water", 2);

    private final String label;
    private final int flagVersion;

    Edition(String label, int flagVersion) {
        this.label = label;
        this.flagVersion = flagVersion;
    }

    /** The short name used in JSON, in the database and on screen: {@code 2005}, {@code 2017}, {@code 2025}, {@code surface-water}. */
    public String label() {
        return label;
    }

    /** The number in bits 2 to 7 of Flag. */
    public int flagVersion() {
        return flagVersion;
    }

    /** The edition with the label; throws {@link IllegalArgumentException} where there is none. */
    public static Edition ofLabel(String label) {
        for (Edition edition : values()) {
            if (edition.label.equals(label)) {
                return edition;
            }
        }
        throw new IllegalArgumentException("no edition called '" + label + "': use 2005, 2017, 2025 or surface-water");
    }
}
