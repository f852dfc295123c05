package io.jianhu.standards.air;

import io.jianhu.standards.Text;

/** The two classes of limits of GB 3095, by function zone. */
public enum AirClass {
    /** 一级: nature reserves, scenic areas and others of special protection. */
    FIRST("1", new Text("一级", "first class")),
    /** 二级: where people live, trade, work and farm. */
    SECOND("2", new Text("二级", "second class"));

    private final String label;
    private final Text title;

    AirClass(String label, Text title) {
        this.label = label;
        this.title = title;
    }

    /** The word in requests: {@code 1} or {@code 2}. */
    public String label() {
        return label;
    }

    public Text title() {
        return title;
    }

    /** @throws IllegalArgumentException when no class has the label */
    public static AirClass ofLabel(String label) {
        for (AirClass airClass : values()) {
            if (airClass.label.equals(label)) {
                return airClass;
            }
        }
        throw new IllegalArgumentException("no class called " + label);
    }
}
