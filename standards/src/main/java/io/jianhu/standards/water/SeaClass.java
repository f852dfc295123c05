package io.jianhu.standards.water;

import io.jianhu.standards.Text;

/** Classes of sea water, GB 3097, best first. */
public enum SeaClass {
    FIRST("第一类", "class 1"),
    SECOND("第二类", "class 2"),
    THIRD("第三类", "class 3"),
    FOURTH("第四类", "class 4"),
    WORSE_THAN_FOURTH("劣四类", "worse than class 4");

    private final Text title;

    SeaClass(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
