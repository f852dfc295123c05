package io.jianhu.bench.city;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** The time of the simulated city: starts anywhere, runs at any pace. Thread-safe. */
final class CityClock {

    private final long fromMillis;
    private final double speed;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * @param speed seconds of the city per second of this machine
     * @param nanos a steady clock
     */
    CityClock(Instant from, double speed, LongSupplier nanos) {
        this.fromMillis = from.toEpochMilli();
        this.speed = speed;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    Moment now() {
        long elapsedNanos = nanos.getAsLong() - startNanos;
        return new Moment(fromMillis + (long) (elapsedNanos / 1e6 * speed), elapsedNanos / 1_000_000);
    }

    /** How long this machine must wait for so much time of the city to pass. */
    Duration toReal(long cityMillis) {
        return Duration.ofNanos((long) (cityMillis * 1e6 / speed));
    }
}
