package io.jianhu.standards.water;

/** What the limits of man-made warming of the sea distinguish. */
public enum Season {
    SUMMER("summer"),
    OTHER("other");

    private final String label;

    Season(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
