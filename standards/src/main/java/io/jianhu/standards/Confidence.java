package io.jianhu.standards;

/** How well a rule row is founded. Only verified rows are law: the others are shipped, shown and marked. */
public enum Confidence {
    /** Two independent sources agree. */
    TWO_SOURCES("two-sources", new Text("两处来源一致", "two sources agree")),
    /** One source. */
    ONE_SOURCE("one-source", new Text("一处来源", "one source")),
    /** Computed here from its definition, so that no source is needed. */
    COMPUTED("computed", new Text("按定义计算", "computed from its definition")),
    /** No source that can be cited; to be checked against the official text. */
    FROM_MEMORY("from-memory", new Text("未核实", "unverified")),
    /** Sources disagree and none is official. */
    CONTRADICTED("contradicted", new Text("来源相互矛盾", "sources disagree"));

    private final String label;
    private final Text title;

    Confidence(String label, Text title) {
        this.label = label;
        this.title = title;
    }

    /** The word in the rule files and in the reference page. */
    public String label() {
        return label;
    }

    /** The words on screen. */
    public Text title() {
        return title;
    }

    /** Whether a judgement by such a row may raise an alarm without a person's consent. */
    public boolean isVerified() {
        return switch (this) {
            case TWO_SOURCES, ONE_SOURCE, COMPUTED -> true;
            case FROM_MEMORY, CONTRADICTED -> false;
        };
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
