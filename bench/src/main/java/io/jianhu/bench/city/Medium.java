package io.jianhu.bench.city;

/** What an outlet discharges, or what a station watches. */
enum Medium {
    /** ST=32. */
    WASTE_WATER("waste-water", "32", 600),
    /** ST=31. */
    FLUE_GAS("flue-gas", "31", 600),
    /** ST=21, in the national surface-water dialect. */
    SURFACE_WATER("surface-water", "21", 600);

    private final String label;
    private final String st;
    private final int minuteSeconds;

    Medium(String label, String st, int minuteSeconds) {
        this.label = label;
        this.st = st;
        this.minuteSeconds = minuteSeconds;
    }

    /** As the platform's interface names it. */
    String label() {
        return label;
    }

    /** System code, HJ 212-2017 table 5. */
    String st() {
        return st;
    }

    /** Length of a "minute" value before anybody sets it, seconds. */
    int minuteSeconds() {
        return minuteSeconds;
    }
}
