package io.jianhu.bench.city;

import java.util.Optional;
import java.util.OptionalLong;

/** What one logger has measured, by the labels of its own clock; any interval, past or present, as often as it is asked. */
final class History {

    private static final int DAY_SECONDS = 86_400;

    private final Device device;
    private final EventPlan events;
    private final Signal signal;
    private final LoggerClock clock;

    History(Device device, EventPlan events, LoggerClock clock) {
        this.device = device;
        this.events = events;
        this.signal = new Signal(device, events);
        this.clock = clock;
    }

    Signal signal() {
        return signal;
    }

    /** The values shown when the clock showed the label; empty where it never did, or without power. */
    Optional<Sample> findSample(long label) {
        OptionalLong trueSecond = clock.findTrueTime(label);
        return trueSecond.isEmpty() ? Optional.empty() : signal.findSample(trueSecond.getAsLong());
    }

    /** The statistics of {@code from} to {@code to}, exclusive; empty where nothing was measured. */
    Optional<Summary> findSummary(long from, long to) {
        return Statistics.summarise(device, from, to, this::findSample);
    }

    Uploads.FacilityState state(long trueSecond) {
        if (events.isHappening(EventKind.STOP, trueSecond)) {
            return Uploads.FacilityState.OFF;
        }
        if (events.isHappening(EventKind.MAINTENANCE, trueSecond)) {
            return Uploads.FacilityState.MAINTAINED;
        }
        return events.isHappening(EventKind.CALIBRATION, trueSecond)
                ? Uploads.FacilityState.CALIBRATING
                : Uploads.FacilityState.RUNNING;
    }

    /** Hours the facilities ran in the day that begins at the label. */
    double runningHours(long dayLabel) {
        int running = 0;
        int step = 600;
        for (long label = dayLabel; label < dayLabel + DAY_SECONDS; label += step) {
            OptionalLong trueSecond = clock.findTrueTime(label);
            if (trueSecond.isPresent() && state(trueSecond.getAsLong()) != Uploads.FacilityState.OFF) {
                running++;
            }
        }
        return running * step / 3_600.0;
    }
}
