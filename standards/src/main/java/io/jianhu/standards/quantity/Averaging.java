package io.jianhu.standards.quantity;

/** The period over which a value was averaged, or the statistic it is. */
public enum Averaging {
    INSTANT("instant"),
    FIVE_MINUTES("5min"),
    HOUR("1h"),
    EIGHT_HOURS("8h"),
    /** The largest moving 8 h mean of a day, ozone. */
    DAY_MAX_EIGHT_HOURS("day-max-8h"),
    DAY("24h"),
    MONTH("month"),
    QUARTER("quarter"),
    YEAR("year");

    private final String label;

    Averaging(String label) {
        this.label = label;
    }

    /** The word in the rule files. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no period has the label */
    public static Averaging ofLabel(String label) {
        for (Averaging averaging : values()) {
            if (averaging.label.equals(label)) {
                return averaging;
            }
        }
        throw new IllegalArgumentException("no averaging period called " + label);
    }
}
