package io.jianhu.standards.noise;

import io.jianhu.standards.Text;

/** What makes a maximum level at night. */
public enum PeakKind {
    /** 频发噪声: often, such as a blower that starts and stops; only GB 12348 tells it apart. */
    FREQUENT("frequent", new Text("频发噪声", "frequent")),
    /** 突发噪声, 偶发噪声: sudden or occasional. */
    SUDDEN("sudden", new Text("突发或偶发噪声", "sudden or occasional"));

    private final String label;
    private final Text title;

    PeakKind(String label, Text title) {
        this.label = label;
        this.title = title;
    }

    /** The word in the rule file. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }
}
