package io.jianhu.bench.city;

import java.time.Instant;

/**
 * Something that happens to one device. Several events may have one cause: a cut cable takes a park.
 *
 * @param cause id of what is behind it
 * @param factor 2017 code; empty where the whole device is concerned
 * @param size times the limit (exceedance), times the value (spike), part of the value a day (drift), seconds the clock
 *     is fast (clock error); 0 otherwise
 * @param end exclusive
 */
record Event(String cause, EventKind kind, String mn, String factor, double size, Instant start, Instant end) {

    boolean covers(long epochSecond) {
        return start.getEpochSecond() <= epochSecond && epochSecond < end.getEpochSecond();
    }

    boolean concerns(FactorModel model) {
        return factor.isEmpty() || factor.equals(model.code());
    }

    /** Rises from 0 to 1 in the first fifth, falls back in the last. */
    double shape(long epochSecond) {
        double length = end.getEpochSecond() - start.getEpochSecond();
        double position = (epochSecond - start.getEpochSecond()) / length;
        return Math.min(1, Math.min(position, 1 - position) * 5);
    }

    double hoursSinceStart(long epochSecond) {
        return (epochSecond - start.getEpochSecond()) / 3600.0;
    }
}
