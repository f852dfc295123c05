package io.jianhu.bench.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frames that wait: for their answer, or for a connection. An unanswered frame is sent again with the same QN as often as
 * the settings say; then the link counts as dead (HJ 212-2017 6.1).
 */
final class Outbox {

    private static final int LONGEST_BACKLOG = 5_000;

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Deque<Interval> backlog = new ArrayDeque<>();

    /** Statistics that could not be delivered, by kind and start of the interval. */
    record Interval(UploadKind kind, long start, long end) {}

    private record Waiting(byte[] bytes, Optional<Interval> interval, int sent, long deadline) {}

    void await(Firmware.Written frame, Optional<Interval> interval, long deadline) {
        waiting.put(frame.qn(), new Waiting(frame.bytes(), interval, 1, deadline));
    }

    /** The platform has answered. */
    boolean answered(String qn) {
        return waiting.remove(qn) != null;
    }

    int waiting() {
        return waiting.size();
    }

    void keep(Interval interval) {
        if (!backlog.contains(interval)) {
            backlog.addLast(interval);
        }
        if (backlog.size() > LONGEST_BACKLOG) {
            backlog.removeFirst();
        }
    }

    Optional<Interval> takeBacklog() {
        return Optional.ofNullable(backlog.pollFirst());
    }

    boolean hasBacklog() {
        return !backlog.isEmpty();
    }

    /** The connection is gone: statistics that nobody confirmed join the backlog. */
    void lose() {
        for (Waiting lost : waiting.values()) {
            lost.interval.ifPresent(this::keep);
        }
        waiting.clear();
    }

    /** Sends again what has waited too long. Answers the intervals of the frames that were given up, empty for others. */
    List<Optional<Interval>> resend(Link link, Settings settings, long steadyMillis) {
        List<Optional<Interval>> givenUp = new ArrayList<>();
        List<Map.Entry<String, Waiting>> again = new ArrayList<>();
        for (Iterator<Map.Entry<String, Waiting>> all = waiting.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Waiting> entry = all.next();
            if (entry.getValue().deadline > steadyMillis) {
                continue;
            }
            if (entry.getValue().sent > settings.resends) {
                givenUp.add(entry.getValue().interval);
                all.remove();
            } else {
                again.add(entry);
            }
        }
        for (Map.Entry<String, Waiting> entry : again) {
            Waiting frame = entry.getValue();
            link.send(frame.bytes);
            entry.setValue(new Waiting(
                    frame.bytes, frame.interval, frame.sent + 1, steadyMillis + settings.timeoutSeconds * 1_000L));
        }
        return givenUp;
    }

    /** When the next frame has waited too long; a far future when none waits. */
    long nextDeadline() {
        long next = Long.MAX_VALUE;
        for (Waiting frame : waiting.values()) {
            next = Math.min(next, frame.deadline);
        }
        return next;
    }
}
