package io.jianhu.platform.telemetry.internal.live;

import java.time.Clock;
import java.time.Instant;

/** Counts events of the last minute, second by second. Thread-safe. */
final class RateMeter {

    private static final int SECONDS = 60;

    private final Clock clock;
    private final long[] counts = new long[SECONDS];
    private final long[] seconds = new long[SECONDS];

    RateMeter(Clock clock) {
        this.clock = clock;
    }

    synchronized void mark(Instant at) {
        long second = at.getEpochSecond();
        int slot = (int) Math.floorMod(second, (long) SECONDS);
        if (seconds[slot] != second) {
            if (seconds[slot] > second) {
                return;
            }
            seconds[slot] = second;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    synchronized long lastMinute() {
        long now = clock.instant().getEpochSecond();
        long sum = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (seconds[slot] > now - SECONDS && seconds[slot] <= now) {
                sum += counts[slot];
            }
        }
        return sum;
    }
}
