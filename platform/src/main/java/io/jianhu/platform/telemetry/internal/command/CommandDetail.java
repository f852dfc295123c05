package io.jianhu.platform.telemetry.internal.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A work order with its history, in one JSON object. */
public record CommandDetail(@JsonUnwrapped CommandView order, List<Event> events) {

    /**
     * One thing that happened to it.
     *
     * @param what stable
     * @param text the frame sent, with secrets hidden, or a remark
     * @param frameId the frame received
     */
    public record Event(
            Instant at,
            String what,
            String whatZh,
            String whatEn,
            @Nullable String text,
            @Nullable String frameId) {}
}
