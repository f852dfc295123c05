package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.telemetry.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Which frames of a device.
 *
 * @param from first time of receipt
 * @param to end of the time of receipt, not included
 */
public record FrameFilter(Optional<String> cn, Optional<Verdict> verdict, Instant from, Instant to) {

    /** Before any frame. */
    public static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    /** After any frame. */
    public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** Whether most frames of a day may be passed over. */
    boolean isSparse() {
        return cn.isPresent() || verdict.isPresent();
    }
}
