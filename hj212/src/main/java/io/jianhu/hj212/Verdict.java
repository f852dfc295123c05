package io.jianhu.hj212;

/** What became of a frame, in one word. */
public enum Verdict {
    ACCEPTED("accepted"),
    ACCEPTED_WITH_FINDINGS("accepted-with-findings"),
    REJECTED("rejected");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The word in JSON: {@code accepted}, {@code accepted-with-findings}, {@code rejected}. */
    public String label() {
        return label;
    }
}
