package io.jianhu.standards.plan;

import io.jianhu.standards.Text;

/** The level of a heavy-pollution warning, from none to highest. */
public enum PollutionLevel {
    NONE("none", new Text("无预警", "none")),
    /** Only before 2024. */
    BLUE("blue", new Text("蓝色", "blue")),
    YELLOW("yellow", new Text("黄色", "yellow")),
    ORANGE("orange", new Text("橙色", "orange")),
    RED("red", new Text("红色", "red"));

    private final String label;
    private final Text title;

    PollutionLevel(String label, Text title) {
        this.label = label;
        this.title = title;
    }

    /** The word on the wire and in the rule file. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }

    static PollutionLevel ofLabel(String label) {
        for (PollutionLevel level : values()) {
            if (level.label.equals(label)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level called " + label);
    }
}
