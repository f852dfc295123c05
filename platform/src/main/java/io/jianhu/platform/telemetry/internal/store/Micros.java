package io.jianhu.platform.telemetry.internal.store;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Instants as microseconds since 1970 UTC, the resolution of the database. */
public final class Micros {

    private static final long BEIJING_OFFSET = TimeUnit.HOURS.toMicros(8);
    private static final long DAY = TimeUnit.DAYS.toMicros(1);

    private Micros() {}

    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /** The Beijing date as days since 1970-01-01. */
    static int day(long micros) {
        return (int) Math.floorDiv(micros + BEIJING_OFFSET, DAY);
    }
}
