package io.jianhu.platform.database.internal;

import java.time.Duration;

/** A bound on waiting, unmoved by a change of the wall clock. */
record Deadline(long nanoTime) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - nanoTime > 0;
    }
}
