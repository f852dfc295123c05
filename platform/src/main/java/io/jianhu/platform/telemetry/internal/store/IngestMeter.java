package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.telemetry.IngestStatus;
import io.jianhu.platform.telemetry.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what the writer does: for Prometheus, for health, and for the page that shows the front door. */
public final class IngestMeter implements IngestStatus {

    private static final int SECONDS = 10;
    private static final int COMMITS = 4_096;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Clock clock;
    private final FrameQueue queue;
    private final IntSupplier connections;
    private final Map<Verdict, Counter> frames = new EnumMap<>(Verdict.class);
    private final Counter acknowledgements;
    private final Counter resends;
    private final Counter junkBytes;
    private final Counter failedCommits;
    private final Counter unstorable;
    private final DistributionSummary batchFrames;
    private final Timer commits;

    private final long[] commitNanos = new long[COMMITS];
    private final long[] commitAt = new long[COMMITS];
    private int commitCount;
    private final long[] acknowledgedIn = new long[SECONDS + 1];
    private long currentSecond;
    private @Nullable Instant stalledSince;
    private @Nullable String lastError;

    public IngestMeter(MeterRegistry meters, Clock clock, FrameQueue queue, IntSupplier connections) {
        this.clock = clock;
        this.queue = queue;
        this.connections = connections;
        this.currentSecond = clock.instant().getEpochSecond();
        for (Verdict verdict : Verdict.values()) {
            frames.put(
                    verdict,
                    Counter.builder("jianhu.frames")
                            .description("Frames and runs of junk stored")
                            .tag("verdict", verdict.label())
                            .register(meters));
        }
        acknowledgements = Counter.builder("jianhu.acknowledgements")
                .description("Replies due after a commit")
                .register(meters);
        resends = Counter.builder("jianhu.resends")
                .description("Frames that were stored before, byte for byte")
                .register(meters);
        junkBytes = Counter.builder("jianhu.junk")
                .description("Bytes that belong to no frame")
                .baseUnit("bytes")
                .register(meters);
        failedCommits = Counter.builder("jianhu.commit.failures")
                .description("Batches that had to be tried again")
                .register(meters);
        unstorable = Counter.builder("jianhu.frames.unstorable")
                .description("Frames the database refuses in any form")
                .register(meters);
        batchFrames = DistributionSummary.builder("jianhu.batch.frames")
                .description("Frames in one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        commits = Timer.builder("jianhu.commit")
                .description("From the start of a batch to its commit")
                .publishPercentileHistogram()
                .register(meters);
        meters.gauge("jianhu.queue.frames", queue, FrameQueue::size);
    }

    void committed(List<Received> batch, int stored, long nanos) {
        int due = 0;
        for (Received received : batch) {
            if (received.reply != null) {
                due++;
            }
            if (received.outcome == Received.Outcome.RESEND) {
                continue;
            }
            counterOf(received.finalVerdict()).increment();
            if (received.verdict == Verdict.JUNK) {
                junkBytes.increment(received.length());
            }
        }
        acknowledgements.increment(due);
        resends.increment(batch.size() - stored);
        batchFrames.record(batch.size());
        commits.record(nanos, TimeUnit.NANOSECONDS);
        remember(due, nanos);
    }

    private Counter counterOf(Verdict verdict) {
        return java.util.Objects.requireNonNull(frames.get(verdict));
    }

    private synchronized void remember(int acknowledged, long nanos) {
        stalledSince = null;
        lastError = null;
        commitNanos[commitCount % COMMITS] = nanos;
        commitAt[commitCount % COMMITS] = System.nanoTime();
        commitCount++;
        advance();
        acknowledgedIn[(int) (currentSecond % acknowledgedIn.length)] += acknowledged;
    }

    synchronized void stalled(String error) {
        failedCommits.increment();
        if (stalledSince == null) {
            stalledSince = clock.instant();
        }
        lastError = error;
    }

    void unstorable() {
        unstorable.increment();
    }

    @Override
    public synchronized Snapshot snapshot() {
        advance();
        long acknowledged =
                Arrays.stream(acknowledgedIn).sum() - acknowledgedIn[(int) (currentSecond % acknowledgedIn.length)];
        long now = System.nanoTime();
        int filled = Math.min(commitCount, COMMITS);
        long[] lastMinute = new long[filled];
        int count = 0;
        for (int i = 0; i < filled; i++) {
            if (now - commitAt[i] <= MINUTE_NANOS) {
                lastMinute[count++] = commitNanos[i];
            }
        }
        Arrays.sort(lastMinute, 0, count);
        return new Snapshot(
                acknowledged / (double) SECONDS,
                quantile(lastMinute, count, 0.50),
                quantile(lastMinute, count, 0.99),
                queue.size(),
                connections.getAsInt(),
                Optional.ofNullable(stalledSince),
                Optional.ofNullable(lastError));
    }

    private static Duration quantile(long[] sorted, int count, double quantile) {
        return count == 0 ? Duration.ZERO : Duration.ofNanos(sorted[Math.min(count - 1, (int) (count * quantile))]);
    }

    /** Empties the seconds that have passed since the last call. */
    private void advance() {
        long second = clock.instant().getEpochSecond();
        long passed = Math.min(Math.max(second - currentSecond, 0), acknowledgedIn.length);
        for (long i = 1; i <= passed; i++) {
            acknowledgedIn[(int) ((currentSecond + i) % acknowledgedIn.length)] = 0;
        }
        if (second > currentSecond) {
            currentSecond = second;
        }
    }
}
