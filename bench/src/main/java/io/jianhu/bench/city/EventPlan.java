package io.jianhu.bench.city;

import io.jianhu.hj212.Frame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What happens to one device: any day, past or future, from its key alone. Not thread-safe: one per logger. */
final class EventPlan {

    /** No event lasts longer, so a day is explained by itself and the three before it. */
    private static final int LONGEST_DAYS = 3;

    private static final int DAYS_KEPT = 64;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long BEIJING_SECONDS = Frame.BEIJING.getTotalSeconds();

    private final Device device;
    private final long parkKey;
    private final Map<Long, List<Event>> begunOn = new HashMap<>();
    private final Map<Long, List<Event>> liveOn = new HashMap<>();
    private final Map<Long, List<Event>> clockErrorsNear = new HashMap<>();

    EventPlan(Device device, long seed) {
        this.device = device;
        this.parkKey = Noise.mix(seed, device.park().name());
    }

    /** Every event that covers the instant, in the order of the kinds. */
    List<Event> listAt(long epochSecond) {
        List<Event> candidates = listOn(dayOf(epochSecond));
        List<Event> live = List.of();
        for (Event event : candidates) {
            if (event.covers(epochSecond)) {
                if (live.isEmpty()) {
                    live = new ArrayList<>(4);
                }
                live.add(event);
            }
        }
        return live;
    }

    /** Every event that begins on the day, Beijing time. */
    List<Event> listBegunOn(LocalDate day) {
        return begunOn(day.toEpochDay());
    }

    /** Whether one of the kind covers the instant. */
    boolean isHappening(EventKind kind, long epochSecond) {
        for (Event event : listOn(dayOf(epochSecond))) {
            if (event.kind() == kind && event.covers(epochSecond)) {
                return true;
            }
        }
        return false;
    }

    /** Every clock error of the day of the instant and of its neighbours. */
    List<Event> listClockErrorsNear(long epochSecond) {
        long day = dayOf(epochSecond);
        List<Event> known = clockErrorsNear.get(day);
        if (known != null) {
            return known;
        }
        Set<Event> errors = new LinkedHashSet<>();
        for (long near = day - 1; near <= day + 1; near++) {
            for (Event event : listOn(near)) {
                if (event.kind() == EventKind.CLOCK_ERROR) {
                    errors.add(event);
                }
            }
        }
        List<Event> result = List.copyOf(errors);
        clockErrorsNear.put(day, result);
        return result;
    }

    /** The next second, after the given one, at which power, network or clock change; at most an hour ahead. */
    long nextBoundary(long epochSecond) {
        long next = epochSecond + 3_600;
        for (long day : new long[] {dayOf(epochSecond), dayOf(epochSecond + 3_600)}) {
            for (Event event : listOn(day)) {
                switch (event.kind()) {
                    case POWER_CUT, NETWORK_CUT, CLOCK_ERROR -> {
                        next = earlier(next, event.start().getEpochSecond(), epochSecond);
                        next = earlier(next, event.end().getEpochSecond(), epochSecond);
                    }
                    default -> {}
                }
            }
        }
        return next;
    }

    private static long earlier(long best, long candidate, long after) {
        return candidate > after && candidate < best ? candidate : best;
    }

    private static long dayOf(long epochSecond) {
        return Math.floorDiv(epochSecond + BEIJING_SECONDS, SECONDS_PER_DAY);
    }

    private List<Event> listOn(long day) {
        List<Event> known = liveOn.get(day);
        if (known != null) {
            return known;
        }
        if (liveOn.size() > DAYS_KEPT) {
            liveOn.clear();
            begunOn.clear();
            clockErrorsNear.clear();
        }
        List<Event> all = new ArrayList<>();
        for (long from = day - LONGEST_DAYS; from <= day; from++) {
            for (Event event : begunOn(from)) {
                if (dayOf(event.end().getEpochSecond() - 1) >= day) {
                    all.add(event);
                }
            }
        }
        all.sort(Comparator.comparing(Event::kind).thenComparing(Event::start));
        List<Event> result = List.copyOf(all);
        liveOn.put(day, result);
        return result;
    }

    private List<Event> begunOn(long day) {
        return begunOn.computeIfAbsent(day, this::draw);
    }

    private List<Event> draw(long day) {
        List<Event> events = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.NETWORK_CUT) {
                draw(events, kind, Noise.mix(Noise.mix(device.key(), kind.label()), day), day, device.mn());
            }
        }
        draw(
                events,
                EventKind.NETWORK_CUT,
                Noise.mix(parkKey, day),
                day,
                device.park().name());
        return List.copyOf(events);
    }

    private void draw(List<Event> events, EventKind kind, long key, long day, String whose) {
        if (Noise.uniform(key) >= kind.perDay()) {
            return;
        }
        long midnight = day * SECONDS_PER_DAY - BEIJING_SECONDS;
        long start = midnight + 30L * Noise.between(Noise.mix(key, "start"), 0, 2_879);
        long minutes = Noise.between(Noise.mix(key, "length"), kind.shortestMinutes(), kind.longestMinutes());
        Event event = new Event(
                String.format(Locale.ROOT, "%s/%s/%s", kind.label(), whose, LocalDate.ofEpochDay(day)),
                kind,
                device.mn(),
                kind.isOfOneFactor() ? drawFactor(kind, key) : "",
                drawSize(kind, Noise.uniform(Noise.mix(key, "size"))),
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(start + 60 * minutes));
        events.add(event);
        if (kind == EventKind.STOP) {
            long warm = Noise.between(
                    Noise.mix(key, "warm"), EventKind.START_UP.shortestMinutes(), EventKind.START_UP.longestMinutes());
            events.add(new Event(
                    event.cause(),
                    EventKind.START_UP,
                    device.mn(),
                    "",
                    0,
                    event.end(),
                    event.end().plusSeconds(60 * warm)));
        }
    }

    private String drawFactor(EventKind kind, long key) {
        boolean needsLimit = kind == EventKind.EXCEEDANCE || kind == EventKind.CAPPED;
        List<FactorModel> suitable = device.factors().stream()
                .filter(factor -> factor.isConcentration() && (!needsLimit || factor.limit() > 0))
                .toList();
        return suitable.get(Noise.between(Noise.mix(key, "factor"), 0, suitable.size() - 1))
                .code();
    }

    private static double drawSize(EventKind kind, double drawn) {
        return switch (kind) {
            case EXCEEDANCE -> 1.12 + 0.9 * drawn;
            case SPIKE -> 4 + 14 * drawn;
            case DRIFT -> (drawn < 0.5 ? -1 : 1) * (0.12 + 0.4 * Math.abs(drawn - 0.5));
            case CLOCK_ERROR -> Math.rint((drawn < 0.5 ? -1 : 1) * (90 + 2_000 * Math.abs(drawn - 0.5)));
            default -> 0;
        };
    }
}
