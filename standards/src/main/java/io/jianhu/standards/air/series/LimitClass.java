package io.jianhu.standards.air.series;

/** The class of limits that holds in a zone, GB 3095 section 4. */
public enum LimitClass {
    /** Class 1: nature reserves, scenic areas and others that need special protection. */
    FIRST("class1"),
    /** Class 2: where people live, trade, work and farm. */
    SECOND("class2");

    private final String column;

    LimitClass(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
