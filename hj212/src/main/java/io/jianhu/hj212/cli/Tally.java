package io.jianhu.hj212.cli;

import io.jianhu.hj212.Verdict;
import java.util.Locale;

/** What a run has seen. */
final class Tally {

    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] frames = new long[Verdict.values().length];
    private long junkRuns;
    private long junkBytes;

    void count(Verdict verdict) {
        frames[verdict.ordinal()]++;
    }

    void countJunk(long bytes) {
        junkRuns++;
        junkBytes += bytes;
    }

    String summary(long bytes, long nanos) {
        long all = 0;
        for (long count : frames) {
            all += count;
        }
        double megabytes = bytes / BYTES_PER_MEGABYTE;
        double seconds = Math.max(nanos, 1) / NANOS_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%d frames: %d accepted, %d accepted with findings, %d rejected; %d runs of junk (%d bytes);"
                        + " %.2f MB in %.2f s, %.1f MB/s",
                all,
                frames[Verdict.ACCEPTED.ordinal()],
                frames[Verdict.ACCEPTED_WITH_FINDINGS.ordinal()],
                frames[Verdict.REJECTED.ordinal()],
                junkRuns,
                junkBytes,
                megabytes,
                seconds,
                megabytes / seconds);
    }
}
