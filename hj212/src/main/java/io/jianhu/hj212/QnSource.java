package io.jianhu.hj212;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Gives one device its QNs, each later than the one before: within one millisecond and after a step back of the clock it
 * counts on from the last. Thread-safe. One per device: shared by many it would run ahead of the time.
 */
public final class QnSource implements Supplier<String> {

    private final Clock clock;
    private final AtomicLong lastMillis;

    /** A source for a device that has not been spoken to. */
    public QnSource(Clock clock) {
        this(clock, Instant.EPOCH);
    }

    /** A source that goes on after a restart: every QN is later than {@code last}. */
    public QnSource(Clock clock, Instant last) {
        this.clock = clock;
        this.lastMillis = new AtomicLong(last.toEpochMilli());
    }

    /** The next QN: now, or one millisecond after the last. */
    @Override
    public String get() {
        long now = clock.millis();
        long next = lastMillis.updateAndGet(last -> Math.max(now, last + 1));
        return Qn.of(Instant.ofEpochMilli(next));
    }
}
