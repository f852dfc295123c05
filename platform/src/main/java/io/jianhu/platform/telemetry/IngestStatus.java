package io.jianhu.platform.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the front door is doing right now. */
public interface IngestStatus {

    Snapshot snapshot();

    /**
     * @param acknowledgedPerSecond mean of the last 10 seconds
     * @param commitP50 time from the start of a batch to its commit, last minute; zero without commits
     * @param queue frames received and not yet committed
     * @param connections open TCP connections
     * @param stalledSince when commits began to fail; empty while they succeed
     * @param lastError why the last commit failed; empty where none did or it was overcome
     */
    record Snapshot(
            double acknowledgedPerSecond,
            Duration commitP50,
            Duration commitP99,
            int queue,
            int connections,
            Optional<Instant> stalledSince,
            Optional<String> lastError) {}
}
