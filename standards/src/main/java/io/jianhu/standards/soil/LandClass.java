package io.jianhu.standards.soil;

import io.jianhu.standards.Text;

/** The two classes of development land (GB 36600-2018 clause 4). */
public enum LandClass {
    FIRST(new Text("第一类用地", "first class of land"), "1"),
    SECOND(new Text("第二类用地", "second class of land"), "2");

    private final Text title;
    private final String column;

    LandClass(Text title, String column) {
        this.title = title;
        this.column = column;
    }

    public Text title() {
        return title;
    }

    /** How the columns of the table of limits end. */
    String column() {
        return column;
    }
}
