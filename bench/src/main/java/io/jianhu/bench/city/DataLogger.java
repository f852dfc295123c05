package io.jianhu.bench.city;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One data logger: what is due, what waits for an answer, what was asked of it. Life cycle: {@code start} once, then
 * {@code tick}, {@code connected}, {@code received} and {@code disconnected} in any order, all from one thread. It opens no
 * connection and reads no clock: both are given to it, and the same calls always give the same bytes.
 */
final class DataLogger {

    private static final int BACKLOG_PER_TICK = 10;
    private static final int TICK_WHILE_BUSY_MILLIS = 200;
    private static final long LONGEST_CATCH_UP_SECONDS = 86_400 * 2;
    private static final int SECONDS_UNTIL_CLOCK_IS_DOUBTED = 120;

    private final Device device;
    private final Deeds deeds;
    private final EventPlan events;
    private final LoggerClock clock;
    private final History history;
    private final Uploads uploads;
    private final Firmware firmware;
    private final Settings settings;
    private final Outbox outbox = new Outbox();
    private final QnCounter qns = new QnCounter();
    private final CommandDesk desk;
    private final Map<UploadKind, Long> lastLabels = new EnumMap<>(UploadKind.class);
    private @Nullable Link link;
    private long eventsSeenUntil;
    private long powerLostAt = Long.MIN_VALUE;
    private OptionalLong restarted = OptionalLong.empty();
    private long offsetDoubtedSince;
    private boolean askedForTime;

    DataLogger(Device device, long seed, int realtimeSeconds, Deeds deeds, CommandDesk.TimePolicy timePolicy) {
        this.device = device;
        this.deeds = deeds;
        this.events = new EventPlan(device, seed);
        this.clock = new LoggerClock(events);
        this.history = new History(device, events, clock);
        this.uploads = new Uploads(device);
        this.firmware = new Firmware(device);
        this.settings = new Settings(device, realtimeSeconds);
        this.desk = new CommandDesk(this, timePolicy);
    }

    /** Begins at the moment: nothing before it is sent unasked. */
    void start(Moment now) {
        long label = clock.labelAt(now.trueSecond());
        for (UploadKind kind : UploadKind.values()) {
            lastLabels.put(kind, floor(label, settings.period(kind, device.edition())));
        }
        eventsSeenUntil = now.trueSecond();
    }

    Device device() {
        return device;
    }

    /** Whether the logger has power and cable, so that a connection can be tried. */
    boolean canConnect(Moment now) {
        long second = now.trueSecond();
        return !events.isHappening(EventKind.POWER_CUT, second) && !events.isHappening(EventKind.NETWORK_CUT, second);
    }

    void connected(Link opened, Moment now) {
        link = opened;
        regainPower(now);
        deeds.done(device, now, "connected", "");
        if (restarted.isPresent() && device.edition() != Edition.HJT_212_2005) {
            Outgoing.Builder frame = begin("2081");
            uploads.powerOn(frame, label(now), restarted.getAsLong());
            send(frame, StandardCharsets.UTF_8, Optional.empty(), now, answersStatistics());
        }
        restarted = OptionalLong.empty();
    }

    void disconnected(Moment now) {
        if (link != null) {
            link = null;
            outbox.lose();
            desk.forget();
            deeds.done(device, now, "disconnected", "");
        }
    }

    void received(Decoded decoded, Moment now) {
        if (decoded instanceof Decoded.Rejected || decoded.findFrame().isEmpty()) {
            return;
        }
        Frame frame = decoded.findFrame().get();
        switch (frame.cn()) {
            case "9013", "9014", "9022" -> frame.findExchange().ifPresent(outbox::answered);
            default -> desk.received(frame, now);
        }
    }

    /** Does what is due. Answers how many milliseconds of true time later it wants to be called again. */
    long tick(Moment now) {
        long second = now.trueSecond();
        if (events.isHappening(EventKind.POWER_CUT, second)) {
            losePower(second, now);
            return Math.max(1_000, events.nextBoundary(second) * 1_000 - now.trueMillis());
        }
        regainPower(now);
        if (events.isHappening(EventKind.NETWORK_CUT, second) && link != null) {
            cut(now);
        }
        long next = Math.min(3_600_000, events.nextBoundary(second) * 1_000 - now.trueMillis());
        for (UploadKind kind : UploadKind.values()) {
            next = Math.min(next, produceDue(kind, now));
        }
        writeLog(second, now);
        doubtClock(second, now);
        if (link != null && (sendBacklog(now) | desk.work(now))) {
            next = Math.min(next, TICK_WHILE_BUSY_MILLIS);
        }
        resend(now);
        return Math.max(1, next);
    }

    /** When an unanswered frame must be sent again, by the steady clock. */
    long nextDeadline() {
        return outbox.nextDeadline();
    }

    private void regainPower(Moment now) {
        if (powerLostAt != Long.MIN_VALUE) {
            restarted = OptionalLong.of(label(now));
            powerLostAt = Long.MIN_VALUE;
        }
    }

    private void losePower(long second, Moment now) {
        if (powerLostAt == Long.MIN_VALUE) {
            powerLostAt = second;
            cut(now);
        }
    }

    private void cut(Moment now) {
        Link open = link;
        if (open != null) {
            disconnected(now);
            open.close();
        }
    }

    /** Sends every upload of the kind that is due; answers the milliseconds until the next one. */
    private long produceDue(UploadKind kind, Moment now) {
        int period = settings.period(kind, device.edition());
        if (period == 0) {
            return Long.MAX_VALUE;
        }
        long labelMillis = now.trueMillis() + clock.offsetAt(now.trueSecond()) * 1_000;
        long delay = device.delayMillis() + kind.extraDelayMillis();
        long dueUntil = floor(Math.floorDiv(labelMillis - delay, 1_000), period);
        long last = lastLabels.getOrDefault(kind, dueUntil);
        if (last > dueUntil + period || last < dueUntil - LONGEST_CATCH_UP_SECONDS) {
            last = dueUntil;
        }
        for (long label = floor(last, period) + period; label <= dueUntil; label += period) {
            produce(kind, label, period, now);
        }
        lastLabels.put(kind, Math.max(last, dueUntil));
        return (dueUntil + period) * 1_000 + delay - labelMillis;
    }

    private void produce(UploadKind kind, long label, int period, Moment now) {
        if (kind.isStatistic()) {
            Outbox.Interval interval = new Outbox.Interval(kind, label - period, label);
            if (link == null) {
                outbox.keep(interval);
            } else {
                sendInterval(interval, now, Backfill.LIVE);
            }
        } else if (link != null) {
            sendInstant(kind, label, now);
        }
    }

    private void sendInstant(UploadKind kind, long label, Moment now) {
        OptionalLong trueSecond = clock.findTrueTime(label);
        if (trueSecond.isEmpty()) {
            return;
        }
        Outgoing.Builder frame = begin(kind.cn());
        switch (kind) {
            case REALTIME -> {
                Optional<Sample> sample = history.findSample(label);
                if (sample.isEmpty()) {
                    return;
                }
                uploads.realtime(frame, label, trueSecond.getAsLong(), sample.get(), history.signal());
            }
            case STATE -> uploads.state(frame, label, history.state(trueSecond.getAsLong()));
            default -> {}
        }
        boolean wanted = kind == UploadKind.HEARTBEAT
                ? answersStatistics()
                : device.answerPolicy() == Device.AnswerPolicy.EVERYTHING;
        long sentAt = label * 1_000 + device.delayMillis() + kind.extraDelayMillis();
        send(frame, StandardCharsets.UTF_8, Optional.empty(), now, wanted, sentAt);
    }

    /** Whether an interval is sent when it is due, or later. */
    enum Backfill {
        LIVE,
        /** After an interruption: RF=1 where the edition has it. */
        LATE,
        /** Because the platform asked for it. */
        ASKED
    }

    /** Sends the statistics of an interval; false where nothing was measured in it. */
    boolean sendInterval(Outbox.Interval interval, Moment now, Backfill backfill) {
        Optional<Outgoing.Builder> frame = findIntervalFrame(interval);
        if (frame.isEmpty()) {
            return false;
        }
        if (backfill == Backfill.LATE && device.edition() == Edition.HJ_212_2025) {
            frame.get().backfilled();
        }
        long sentAt = backfill == Backfill.LIVE
                ? interval.end() * 1_000
                        + device.delayMillis()
                        + interval.kind().extraDelayMillis()
                : labelMillis(now);
        send(frame.get(), StandardCharsets.UTF_8, Optional.of(interval), now, answersStatistics(), sentAt);
        return true;
    }

    private Optional<Outgoing.Builder> findIntervalFrame(Outbox.Interval interval) {
        Outgoing.Builder frame = begin(interval.kind().cn());
        if (interval.kind() == UploadKind.RUN_TIME) {
            uploads.runTime(frame, interval.start(), history.runningHours(interval.start()));
            return Optional.of(frame);
        }
        return history.findSummary(interval.start(), interval.end()).map(summary -> {
            uploads.summary(frame, interval.start(), summary);
            return frame;
        });
    }

    /** Lines in the analyser's log when somebody or something works at it. */
    private void writeLog(long second, Moment now) {
        if (device.edition() == Edition.HJ_212_2017 || device.edition() == Edition.HJ_212_2025) {
            for (Event event : events.listAt(second)) {
                boolean isWork = event.kind() == EventKind.CALIBRATION || event.kind() == EventKind.MAINTENANCE;
                if (isWork && event.start().getEpochSecond() > eventsSeenUntil && link != null) {
                    Outgoing.Builder frame = begin("3020");
                    long label = clock.labelAt(event.start().getEpochSecond());
                    String factor = device.factors().get(2).code();
                    String text = event.kind() == EventKind.CALIBRATION ? "零点跨度校准开始" : "运维人员进站维护";
                    uploads.log(frame, label, factor, text);
                    send(frame, uploads.charset(), Optional.empty(), now, answersStatistics());
                }
            }
        }
        eventsSeenUntil = second;
    }

    /** A logger of 2017 or later compares its clock with its carrier's and asks for the time when they differ. */
    private void doubtClock(long second, Moment now) {
        boolean canAsk = device.edition() == Edition.HJ_212_2017 || device.edition() == Edition.HJ_212_2025;
        if (!canAsk || Math.abs(clock.offsetAt(second)) < 30) {
            offsetDoubtedSince = second;
            askedForTime = false;
            return;
        }
        if (!askedForTime && link != null && second - offsetDoubtedSince >= SECONDS_UNTIL_CLOCK_IS_DOUBTED) {
            askedForTime = true;
            send(begin("1013"), StandardCharsets.UTF_8, Optional.empty(), now, answersStatistics());
        }
    }

    private boolean sendBacklog(Moment now) {
        for (int i = 0; i < BACKLOG_PER_TICK && outbox.hasBacklog(); i++) {
            outbox.takeBacklog().ifPresent(interval -> sendInterval(interval, now, Backfill.LATE));
        }
        return outbox.hasBacklog();
    }

    private void resend(Moment now) {
        Link open = link;
        if (open == null) {
            return;
        }
        List<Optional<Outbox.Interval>> givenUp = outbox.resend(open, settings, now.steadyMillis());
        if (!givenUp.isEmpty()) {
            deeds.done(device, now, "gave-up", givenUp.size() + " frames without an answer");
            // Firmware that has never heard an answer in its life has learned to live without.
            if (!device.has(Quirk.MODBUS_CRC)) {
                givenUp.stream().flatMap(Optional::stream).forEach(outbox::keep);
                cut(now);
            }
        }
    }

    // What the command desk works with.

    Settings settings() {
        return settings;
    }

    LoggerClock clock() {
        return clock;
    }

    History history() {
        return history;
    }

    Uploads uploads() {
        return uploads;
    }

    void report(Moment now, String what, String detail) {
        deeds.done(device, now, what, detail);
    }

    Outgoing.Builder begin(String cn) {
        return uploads.begin(cn, settings.password);
    }

    /** Frames sent that the platform has not answered yet. */
    int unanswered() {
        return outbox.waiting();
    }

    long label(Moment now) {
        return clock.labelAt(now.trueSecond());
    }

    /** Sends a reply, which nobody answers. */
    void reply(Outgoing reply) {
        Link open = link;
        if (open != null) {
            for (Firmware.Written written : firmware.write(reply, StandardCharsets.UTF_8, () -> "")) {
                open.send(written.bytes());
            }
        }
    }

    /** Sends data somebody asked for. */
    void sendAsked(Outgoing.Builder frame, Moment now) {
        send(frame, StandardCharsets.UTF_8, Optional.empty(), now, answersStatistics());
    }

    /** From now on the kind is sent at the new interval. */
    void rescheduled(UploadKind kind, Moment now) {
        lastLabels.put(kind, floor(label(now), settings.period(kind, device.edition())));
    }

    private boolean answersStatistics() {
        return device.answerPolicy() != Device.AnswerPolicy.NOTHING;
    }

    private void send(
            Outgoing.Builder frame, Charset charset, Optional<Outbox.Interval> interval, Moment now, boolean answer) {
        send(frame, charset, interval, now, answer, labelMillis(now));
    }

    private void send(
            Outgoing.Builder frame,
            Charset charset,
            Optional<Outbox.Interval> interval,
            Moment now,
            boolean answer,
            long sentAtLabelMillis) {
        Link open = link;
        if (open == null) {
            interval.ifPresent(outbox::keep);
            return;
        }
        if (!device.has(Quirk.MUTE)) {
            frame.qn(qns.next(sentAtLabelMillis));
        }
        if (answer) {
            frame.answerWanted();
        }
        long deadline = now.steadyMillis() + settings.timeoutSeconds * 1_000L;
        for (Firmware.Written written : firmware.write(frame.build(), charset, () -> qns.next(sentAtLabelMillis))) {
            open.send(written.bytes());
            if (answer) {
                outbox.await(written, interval, deadline);
            }
        }
    }

    private long labelMillis(Moment now) {
        return now.trueMillis() + clock.offsetAt(now.trueSecond()) * 1_000;
    }

    private static long floor(long label, int period) {
        int seconds = Math.max(1, period);
        long beijing = label + Frame.BEIJING.getTotalSeconds();
        return Math.floorDiv(beijing, seconds) * seconds - Frame.BEIJING.getTotalSeconds();
    }
}
