package io.jianhu.standards.water;

import io.jianhu.standards.Text;

/** What the limits of GB 3838 table 1 distinguish: total phosphorus differs, total nitrogen is for lakes only. */
public enum WaterBody {
    RIVER("river", "河流", "river"),
    LAKE("lake", "湖、库", "lake or reservoir");

    private final String label;
    private final Text title;

    WaterBody(String label, String zh, String en) {
        this.label = label;
        this.title = new Text(zh, en);
    }

    /** The word in rule files and requests. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }
}
