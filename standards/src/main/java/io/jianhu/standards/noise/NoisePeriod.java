package io.jianhu.standards.noise;

import io.jianhu.standards.Text;

/** Day (昼间) or night (夜间). */
public enum NoisePeriod {
    DAY("day", new Text("昼间", "day")),
    NIGHT("night", new Text("夜间", "night"));

    private final String column;
    private final Text title;

    NoisePeriod(String column, Text title) {
        this.column = column;
        this.title = title;
    }

    /** The column of the tables of limits and the word in the table of grades. */
    String column() {
        return column;
    }

    public Text title() {
        return title;
    }
}
