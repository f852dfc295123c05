package io.jianhu.bench.city;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.QnRtn;
import io.jianhu.hj212.Replies;
import io.jianhu.hj212.Times;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Carries out what the platform asks of one logger: 9011, the data, 9012 for a request; 9013 for a notification. What a
 * logger of its edition does not know it refuses with the reason.
 */
final class CommandDesk {

    private static final Set<Integer> MINUTES_ALLOWED = Set.of(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30);
    private static final int LONGEST_ANSWER = 10_000;
    private static final int INTERVALS_PER_TICK = 20;
    private static final int MOST_UNANSWERED = 60;
    private static final long KEPT_SECONDS = 366 * 86_400L;

    /** What a logger does with the time the platform sends. */
    enum TimePolicy {
        /** Sets its clock to it. */
        TAKE_PLATFORM_TIME,
        /** Sets its clock right: in a city that runs at another pace the platform's time is not the city's. */
        SET_RIGHT
    }

    private final DataLogger logger;
    private final TimePolicy timePolicy;
    private final Deque<Answer> answers = new ArrayDeque<>();

    CommandDesk(DataLogger logger, TimePolicy timePolicy) {
        this.logger = logger;
        this.timePolicy = timePolicy;
    }

    /** A request for history that is being answered, interval by interval. */
    private static final class Answer {
        private final Frame request;
        private final UploadKind kind;
        private final int period;
        private final long end;
        private long next;
        private int sent;

        private Answer(Frame request, UploadKind kind, int period, long begin, long end) {
            this.request = request;
            this.kind = kind;
            this.period = period;
            this.next = begin;
            this.end = end;
        }
    }

    /** The connection is gone, and with it whoever waited for an answer. */
    void forget() {
        answers.clear();
    }

    void received(Frame request, Moment now) {
        Optional<Command> command =
                Commands.find(request.edition(), request.cn()).filter(Command::isWorkOrder);
        if (command.flatMap(Command::downward).equals(Optional.of(Command.Downward.NOTIFICATION))) {
            notified(request, now);
            return;
        }
        QnRtn result = check(request, command);
        logger.report(now, result == QnRtn.READY ? "obeys" : "refuses", request.cn() + " " + result);
        if (request.flag().answerWanted()) {
            logger.reply(Replies.requestAck(request, result));
        }
        if (result == QnRtn.READY) {
            carryOut(request, now).ifPresent(outcome -> finish(request, outcome));
        }
    }

    /** Goes on with long answers; true while one is unfinished. */
    boolean work(Moment now) {
        Answer answer = answers.peekFirst();
        if (answer == null) {
            return false;
        }
        for (int i = 0; i < INTERVALS_PER_TICK && answer.next <= answer.end; i++) {
            if (logger.unanswered() > MOST_UNANSWERED) {
                return true;
            }
            Outbox.Interval interval = new Outbox.Interval(answer.kind, answer.next, answer.next + answer.period);
            if (logger.sendInterval(interval, now, DataLogger.Backfill.ASKED)) {
                answer.sent++;
            }
            answer.next += answer.period;
        }
        if (answer.next > answer.end) {
            answers.removeFirst();
            finish(answer.request, answer.sent > 0 ? ExeRtn.SUCCESS : ExeRtn.NO_DATA);
        }
        return !answers.isEmpty();
    }

    private void finish(Frame request, ExeRtn outcome) {
        if (request.flag().answerWanted()) {
            logger.reply(Replies.executionResult(request, outcome));
        }
    }

    private QnRtn check(Frame request, Optional<Command> command) {
        if (!request.mn().equals(logger.device().mn())) {
            return QnRtn.BAD_MN;
        }
        if (!request.pw().equals(logger.settings().password)) {
            return QnRtn.BAD_PASSWORD;
        }
        if (command.isEmpty()) {
            return QnRtn.BAD_CN;
        }
        return switch (request.cn()) {
            case "1000", "1011", "1012", "1061", "1062", "1063", "1064", "1072" -> QnRtn.READY;
            case "2011", "2021", "2031", "2041", "2051", "2061" -> QnRtn.READY;
            case "3011", "3012", "3013", "3015", "3017", "3018", "3019", "3020", "3021" -> QnRtn.READY;
            default -> QnRtn.REFUSED;
        };
    }

    private void notified(Frame notification, Moment now) {
        switch (notification.cn()) {
            case "2012" -> logger.settings().sendsRealtime = false;
            case "2022" -> logger.settings().sendsState = false;
            default -> {}
        }
        logger.report(now, "obeys", notification.cn());
        if (notification.flag().answerWanted()) {
            logger.reply(Replies.notificationAck(notification));
        }
    }

    /** The outcome, or empty where the answer takes longer. */
    private Optional<ExeRtn> carryOut(Frame request, Moment now) {
        return switch (request.cn()) {
            case "1000" -> Optional.of(setRetry(request));
            case "1011" -> answer(request, now, "SystemTime", Uploads.time(logger.label(now)));
            case "1012" -> Optional.of(setTime(request, now));
            case "1061" -> answer(request, now, "RtdInterval", Integer.toString(logger.settings().realtimeSeconds));
            case "1062" -> Optional.of(setRealtimeInterval(request, now));
            case "1063" -> answer(request, now, "MinInterval", Integer.toString(logger.settings().minuteSeconds / 60));
            case "1064" -> Optional.of(setMinuteInterval(request, now));
            case "1072" -> Optional.of(setPassword(request));
            case "2011" -> {
                logger.settings().sendsRealtime = true;
                logger.rescheduled(UploadKind.REALTIME, now);
                yield Optional.of(ExeRtn.SUCCESS);
            }
            case "2021" -> {
                logger.settings().sendsState = true;
                logger.rescheduled(UploadKind.STATE, now);
                yield Optional.of(ExeRtn.SUCCESS);
            }
            case "2031" -> history(request, UploadKind.DAY, 86_400, now);
            case "2041" -> history(request, UploadKind.RUN_TIME, 86_400, now);
            case "2051" -> history(request, UploadKind.MINUTE, logger.settings().minuteSeconds, now);
            case "2061" -> history(request, UploadKind.HOUR, hourSeconds(), now);
            case "3015" -> {
                logger.sendAsked(
                        logger.begin("3015")
                                .field("DataTime", Uploads.time(logger.label(now)))
                                .field("VaseNo", "1"),
                        now);
                yield Optional.of(ExeRtn.SUCCESS);
            }
            case "3017" -> {
                logger.sendAsked(
                        about(request, "3017").field("CstartTime", "000000").with("Ctime", "2"), now);
                yield Optional.of(ExeRtn.SUCCESS);
            }
            case "3018" -> answer(request, now, "Stime", "40");
            case "3019" -> {
                String factor = factor(request);
                String serial =
                        String.format(Locale.ROOT, "EX%010d", logger.device().number());
                yield answer(request, now, factor + "-SN", serial);
            }
            case "3020" -> info(request, now);
            default -> Optional.of(ExeRtn.SUCCESS);
        };
    }

    private int hourSeconds() {
        return Math.max(
                3_600, logger.settings().period(UploadKind.HOUR, logger.device().edition()));
    }

    private ExeRtn setRetry(Frame request) {
        OptionalInt timeout = findNumber(request, "OverTime");
        OptionalInt resends = findNumber(request, "ReCount");
        if (timeout.isEmpty() || resends.isEmpty() || timeout.getAsInt() < 1 || resends.getAsInt() < 1) {
            return ExeRtn.BAD_CONDITION;
        }
        logger.settings().timeoutSeconds = timeout.getAsInt();
        logger.settings().resends = resends.getAsInt();
        return ExeRtn.SUCCESS;
    }

    private ExeRtn setTime(Frame request, Moment now) {
        if (request.findField("PolId").isPresent()) {
            return ExeRtn.SUCCESS;
        }
        Optional<LocalDateTime> time = request.findField("SystemTime").flatMap(Times::findTime);
        if (time.isEmpty()) {
            return ExeRtn.BAD_CONDITION;
        }
        long platform = time.get().toEpochSecond(Frame.BEIJING);
        long offset = timePolicy == TimePolicy.SET_RIGHT ? 0 : platform - now.trueSecond();
        long wasOff = logger.clock().offsetAt(now.trueSecond());
        logger.clock().set(now.trueSecond(), offset);
        logger.report(now, "clock-set", "was off by " + wasOff + " s, now by " + offset + " s");
        return ExeRtn.SUCCESS;
    }

    private ExeRtn setRealtimeInterval(Frame request, Moment now) {
        OptionalInt seconds = findNumber(request, "RtdInterval");
        if (seconds.isEmpty() || seconds.getAsInt() < 1 || seconds.getAsInt() > 3_600) {
            return ExeRtn.BAD_CONDITION;
        }
        logger.settings().realtimeSeconds = seconds.getAsInt();
        logger.rescheduled(UploadKind.REALTIME, now);
        return ExeRtn.SUCCESS;
    }

    private ExeRtn setMinuteInterval(Frame request, Moment now) {
        OptionalInt minutes = findNumber(request, "MinInterval");
        if (minutes.isEmpty() || !MINUTES_ALLOWED.contains(minutes.getAsInt())) {
            return ExeRtn.BAD_CONDITION;
        }
        logger.settings().minuteSeconds = minutes.getAsInt() * 60;
        logger.rescheduled(UploadKind.MINUTE, now);
        return ExeRtn.SUCCESS;
    }

    private ExeRtn setPassword(Frame request) {
        Optional<String> password = request.findField("NewPW").or(() -> request.findField("PW"));
        if (password.isEmpty() || password.get().isEmpty() || password.get().length() > 6) {
            return ExeRtn.BAD_CONDITION;
        }
        logger.settings().password = password.get();
        return ExeRtn.SUCCESS;
    }

    private Optional<ExeRtn> history(Frame request, UploadKind kind, int period, Moment now) {
        OptionalLong begin = findTime(request, "BeginTime");
        OptionalLong end = findTime(request, "EndTime");
        if (begin.isEmpty() || end.isEmpty() || end.getAsLong() < begin.getAsLong()) {
            return Optional.of(ExeRtn.BAD_CONDITION);
        }
        long label = logger.label(now);
        long oldest = Math.max(begin.getAsLong(), label - KEPT_SECONDS);
        long first = ceiling(oldest, period);
        long last = Math.min(end.getAsLong(), label - period);
        if ((last - first) / period > LONGEST_ANSWER) {
            return Optional.of(ExeRtn.BAD_CONDITION);
        }
        answers.addLast(new Answer(request, kind, period, first, last));
        return Optional.empty();
    }

    /** Beijing midnight is where days begin. */
    private static long ceiling(long label, int period) {
        long beijing = label + Frame.BEIJING.getTotalSeconds();
        return Math.ceilDiv(beijing, (long) period) * period - Frame.BEIJING.getTotalSeconds();
    }

    private Optional<ExeRtn> info(Frame request, Moment now) {
        String info = request.findField("InfoId").orElse("i11001");
        String text = info.startsWith("i11") || info.startsWith("i21") ? "//设备运行正常//" : "0";
        Outgoing.Builder frame = logger.begin("3020")
                .text(logger.uploads().charset())
                .field("DataTime", Uploads.time(logger.label(now)))
                .field("PolId", factor(request))
                .with(info + "-Info", text);
        logger.sendAsked(frame, now);
        return Optional.of(ExeRtn.SUCCESS);
    }

    private Optional<ExeRtn> answer(Frame request, Moment now, String key, String value) {
        logger.sendAsked(about(request, request.cn()).field(key, value), now);
        return Optional.of(ExeRtn.SUCCESS);
    }

    /** Data that repeat the factor the request was about. */
    private Outgoing.Builder about(Frame request, String cn) {
        Outgoing.Builder frame = logger.begin(cn);
        request.findField("PolId").ifPresent(factor -> frame.field("PolId", factor));
        return frame;
    }

    private String factor(Frame request) {
        Device device = logger.device();
        return request.findField("PolId")
                .orElseGet(() -> device.codeOf(device.factors().getFirst()));
    }

    private static OptionalInt findNumber(Frame request, String key) {
        String text = request.findField(key).orElse("");
        return text.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static OptionalLong findTime(Frame request, String key) {
        Optional<LocalDateTime> time = request.findField(key).flatMap(Times::findTime);
        return time.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(time.get().toEpochSecond(Frame.BEIJING));
    }
}
