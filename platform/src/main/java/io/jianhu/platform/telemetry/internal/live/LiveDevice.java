package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one device right now. Thread-safe. */
final class LiveDevice {

    private static final Duration LEAST_LIVE = Duration.ofSeconds(120);
    private static final Duration LATE = Duration.ofMinutes(30);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(6);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);

    /** An averaged value stands in for a real-time one that is older than this. */
    private static final Duration REALTIME_LASTS = Duration.ofDays(1);

    /** A time further ahead than this is a wrong clock, and does not keep later values out. */
    private static final Duration PLAUSIBLY_AHEAD = Duration.ofHours(1);

    /** Whether a device can be reached. */
    enum Link {
        UP,
        DOWN
    }

    /** The device as it is at one moment. */
    record Snapshot(
            @Nullable Instant lastHeardAt,
            @Nullable FrameRef lastFrame,
            @Nullable Duration clockOffset,
            long frames,
            long framesToday,
            long rejectedToday,
            long findingsToday,
            List<Sample> samples) {}

    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final long[] gapsMillis = new long[3];
    private long gaps;
    private @Nullable Instant lastHeardAt;
    private @Nullable Instant lastRealtimeAt;
    private @Nullable FrameRef lastFrame;
    private @Nullable Duration clockOffset;
    private boolean lastRejected;
    private LocalDate day = LocalDate.EPOCH;
    private long framesToday;
    private long rejectedToday;
    private long findingsToday;

    /** Takes a frame unless it, or a later one, was taken before. Returns whether it was taken. */
    synchronized boolean take(BoardFrame frame) {
        if (lastFrame != null && frame.ref().seq() <= lastFrame.seq()) {
            return false;
        }
        lastFrame = frame.ref();
        lastHeardAt = frame.receivedAt();
        lastRejected = frame.verdict() == Verdict.REJECTED;
        clockOffset = frame.clockOffset().orElse(clockOffset);
        if (frame.carriesNewRealtime()) {
            learnInterval(frame.receivedAt());
        }
        for (Sample sample : frame.samples()) {
            keep(sample, frame.receivedAt());
        }
        return true;
    }

    /** Counts a frame among those of its day. */
    synchronized void count(BoardFrame frame) {
        turnTo(Beijing.day(frame.receivedAt()));
        framesToday++;
        rejectedToday += frame.verdict() == Verdict.REJECTED ? 1 : 0;
        findingsToday += frame.findings();
    }

    /** Sets what the database has counted for a day. */
    synchronized void counted(LocalDate of, long frames, long rejected, long findings) {
        day = of;
        framesToday = frames;
        rejectedToday = rejected;
        findingsToday = findings;
    }

    /** @param link whether there is a connection to it */
    synchronized DeviceState state(Instant now, Link link) {
        if (lastHeardAt == null) {
            return DeviceState.NEVER;
        }
        if (link == Link.UP && lastRejected) {
            return DeviceState.FAULTY;
        }
        Duration age = Duration.between(lastHeardAt, now);
        Duration live = liveFor();
        if (age.compareTo(live) <= 0) {
            return DeviceState.LIVE;
        }
        return age.compareTo(LATE.compareTo(live) > 0 ? LATE : live) <= 0 ? DeviceState.LATE : DeviceState.OFFLINE;
    }

    synchronized Snapshot snapshot(Instant now) {
        turnTo(Beijing.day(now));
        return new Snapshot(
                lastHeardAt,
                lastFrame,
                clockOffset,
                lastFrame == null ? 0 : lastFrame.seq(),
                framesToday,
                rejectedToday,
                findingsToday,
                List.copyOf(samples.values()));
    }

    synchronized long lastSeq() {
        return lastFrame == null ? 0 : lastFrame.seq();
    }

    /** Two reporting intervals, as the device has kept them of late; at least two minutes. */
    private Duration liveFor() {
        if (gaps < gapsMillis.length) {
            return LEAST_LIVE;
        }
        long[] sorted = gapsMillis.clone();
        Arrays.sort(sorted);
        Duration twice = Duration.ofMillis(2 * sorted[1]);
        return twice.compareTo(LEAST_LIVE) > 0 ? twice : LEAST_LIVE;
    }

    private void learnInterval(Instant receivedAt) {
        if (lastRealtimeAt != null) {
            Duration gap = Duration.between(lastRealtimeAt, receivedAt);
            if (gap.compareTo(SHORTEST_INTERVAL) < 0) {
                return;
            }
            if (gap.compareTo(LONGEST_INTERVAL) <= 0) {
                gapsMillis[(int) (gaps % gapsMillis.length)] = gap.toMillis();
                gaps++;
            }
        }
        lastRealtimeAt = receivedAt;
    }

    private void keep(Sample sample, Instant receivedAt) {
        Sample before = samples.get(sample.name().factor());
        if (before == null || replaces(sample, before, receivedAt)) {
            samples.put(sample.name().factor(), sample);
        }
    }

    private static boolean replaces(Sample sample, Sample before, Instant receivedAt) {
        if (before.time().isAfter(receivedAt.plus(PLAUSIBLY_AHEAD))) {
            return true;
        }
        if (before.realtime() && !sample.realtime()) {
            return before.time().plus(REALTIME_LASTS).isBefore(sample.time());
        }
        if (!before.realtime() && sample.realtime()) {
            return !sample.time().plus(REALTIME_LASTS).isBefore(before.time());
        }
        return !sample.time().isBefore(before.time());
    }

    private void turnTo(LocalDate today) {
        if (today.isAfter(day)) {
            day = today;
            framesToday = 0;
            rejectedToday = 0;
            findingsToday = 0;
        }
    }
}
