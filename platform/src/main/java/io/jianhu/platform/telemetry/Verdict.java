package io.jianhu.platform.telemetry;

/** What became of a piece of a device's byte stream. Stored by {@link #code()}. */
public enum Verdict {
    /** Sound and without deviation. */
    ACCEPTED(0, "accepted"),
    /** Length and CRC are right, something deviates. Used and acknowledged. */
    ACCEPTED_WITH_FINDINGS(1, "accepted-with-findings"),
    /** Length, CRC or a policy refuses it. Stored, never used, never acknowledged. */
    REJECTED(2, "rejected"),
    /** Bytes that belong to no frame. Stored, never acknowledged. */
    JUNK(3, "junk");

    private final int code;
    private final String label;

    Verdict(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The number in the column {@code frame.verdict}. */
    public int code() {
        return code;
    }

    /** The name in JSON. */
    public String label() {
        return label;
    }

    /** True for the two verdicts whose content may be used as data. */
    public boolean usable() {
        return code <= 1;
    }

    /** The verdict with the number; throws {@link IllegalArgumentException} where there is none. */
    public static Verdict getByCode(int code) {
        for (Verdict verdict : values()) {
            if (verdict.code == code) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict has the number " + code);
    }
}
