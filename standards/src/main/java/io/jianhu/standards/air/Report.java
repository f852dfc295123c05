package io.jianhu.standards.air;

/** The two reports of HJ 633. They take different statistics of the same factors. */
public enum Report {
    /** 实时报. */
    HOURLY("hourly"),
    /** 日报. */
    DAILY("daily");

    private final String label;

    Report(String label) {
        this.label = label;
    }

    /** The word in the rule files and in requests. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no report has the label */
    public static Report ofLabel(String label) {
        for (Report report : values()) {
            if (report.label.equals(label)) {
                return report;
            }
        }
        throw new IllegalArgumentException("no report called " + label);
    }
}
