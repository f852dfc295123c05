package io.jianhu.hj212;

/** How well a catalogue row is founded. */
public enum Confidence {
    /** Read in the official text of HJ 212-2017. */
    OFFICIAL_2017("official-2017"),
    /** Two independent sources agree. */
    TWO_SOURCES("two-sources"),
    /** One source only. */
    ONE_SOURCE("one-source"),
    /** No source that can be cited; to be checked against the official text. */
    UNVERIFIED("unverified");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    /** The word in the catalogue files and in the reference page. */
    public String label() {
        return label;
    }

    static Confidence ofLabel(String label) {
        for (Confidence confidence : values()) {
            if (confidence.label.equals(label)) {
                return confidence;
            }
        }
        throw new IllegalArgumentException("no confidence called " + label);
    }
}
