package io.jianhu.bench.city;

/** What can happen to an outlet or its logger, and how often. */
enum EventKind {
    /** The plant stands: mark F. */
    STOP("stop", 0.06, 2 * 60, 16 * 60),
    /** The plant comes back: odd values without a mark. Follows every stop. */
    START_UP("start-up", 0, 40, 120),
    /** Zero, then span: mark C. */
    CALIBRATION("calibration", 0.45, 20, 45),
    /** Somebody works at the analyser: mark M. */
    MAINTENANCE("maintenance", 0.05, 30, 180),
    /** A factor repeats one value and says N. */
    FLAT_LINE("flat-line", 0.035, 3 * 60, 20 * 60),
    /** A factor walks away from the truth and says N. */
    DRIFT("drift", 0.02, 24 * 60, 70 * 60),
    /** A few wild values. */
    SPIKE("spike", 0.22, 1, 3),
    /** The discharge itself is above its limit: what the platform is for. */
    EXCEEDANCE("exceedance", 0.05, 5 * 60, 9 * 60),
    /** A factor never passes just below its limit: what a doctored analyser looks like. */
    CAPPED("capped", 0.012, 8 * 60, 40 * 60),
    /** Mark D. */
    INSTRUMENT_FAULT("instrument-fault", 0.03, 30, 8 * 60),
    /** Logger and analyser do not hear each other: mark B. */
    COMMS_FAULT("comms-fault", 0.04, 5, 90),
    /** Mark T. */
    OVER_RANGE("over-range", 0.02, 5, 40),
    /** Neither values nor connection; CN=2081 when the power is back. */
    POWER_CUT("power-cut", 0.04, 8, 150),
    /** No connection for a whole park; what was measured is sent later. Counted per park. */
    NETWORK_CUT("network-cut", 0.35, 4, 45),
    /** The logger's clock is off until the platform sets it, or until the operator does at the end. */
    CLOCK_ERROR("clock-error", 0.03, 12 * 60, 24 * 60);

    private final String label;
    private final double perDay;
    private final int shortestMinutes;
    private final int longestMinutes;

    EventKind(String label, double perDay, int shortestMinutes, int longestMinutes) {
        this.label = label;
        this.perDay = perDay;
        this.shortestMinutes = shortestMinutes;
        this.longestMinutes = longestMinutes;
    }

    String label() {
        return label;
    }

    /** Mean number a day. */
    double perDay() {
        return perDay;
    }

    int shortestMinutes() {
        return shortestMinutes;
    }

    int longestMinutes() {
        return longestMinutes;
    }

    boolean isOfOneFactor() {
        return switch (this) {
            case FLAT_LINE, DRIFT, SPIKE, EXCEEDANCE, CAPPED, INSTRUMENT_FAULT, COMMS_FAULT, OVER_RANGE -> true;
            case STOP, START_UP, CALIBRATION, MAINTENANCE, POWER_CUT, NETWORK_CUT, CLOCK_ERROR -> false;
        };
    }
}
