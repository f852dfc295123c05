package io.jianhu.bench.city;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The clock of a logger against true time. A label is what the logger writes: true time plus offset. The offset changes
 * when the clock fails ({@link EventKind#CLOCK_ERROR}) and when somebody sets it; the latest of these holds. Seconds.
 */
final class LoggerClock {

    private record Setting(long at, long offset) {}

    private final EventPlan events;
    private final List<Setting> settings = new ArrayList<>();

    LoggerClock(EventPlan events) {
        this.events = events;
    }

    /** Somebody sets the clock: from the true second on it is fast by so many seconds. */
    void set(long trueSecond, long offset) {
        settings.add(new Setting(trueSecond, offset));
    }

    long offsetAt(long trueSecond) {
        long since = Long.MIN_VALUE;
        long offset = 0;
        for (Setting setting : settings) {
            if (setting.at <= trueSecond && setting.at >= since) {
                since = setting.at;
                offset = setting.offset;
            }
        }
        for (Event event : events.listClockErrorsNear(trueSecond)) {
            long start = event.start().getEpochSecond();
            long end = event.end().getEpochSecond();
            if (start <= trueSecond && start > since) {
                since = start;
                offset = (long) event.size();
            }
            if (end <= trueSecond && end > since) {
                since = end;
                offset = 0;
            }
        }
        return offset;
    }

    long labelAt(long trueSecond) {
        return trueSecond + offsetAt(trueSecond);
    }

    /**
     * When the clock showed the label; the first time, where it was set back, and empty, where it was set forward over
     * the label.
     */
    OptionalLong findTrueTime(long label) {
        long best = Long.MAX_VALUE;
        for (long offset : offsetsNear(label)) {
            long candidate = label - offset;
            if (candidate < best && offsetAt(candidate) == offset) {
                best = candidate;
            }
        }
        return best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(best);
    }

    private Set<Long> offsetsNear(long label) {
        Set<Long> offsets = new LinkedHashSet<>();
        offsets.add(0L);
        for (Event event : events.listClockErrorsNear(label)) {
            offsets.add((long) event.size());
        }
        for (Setting setting : settings) {
            offsets.add(setting.offset);
        }
        return offsets;
    }
}
