package io.jianhu.bench.city;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Replies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One logger lives through a stretch of time in an instant, connected to a platform that only keeps what it hears. */
final class Run {

    private static final long SEED = 1;

    private final DataLogger logger;
    private final Device device;
    private final PlatformSide platform;
    private final Answering answering;
    private final List<String> deeds = new ArrayList<>();
    private long trueMillis;
    private boolean open;

    /** Whether the platform acknowledges what it is sent. */
    enum Answering {
        ALWAYS,
        NEVER
    }

    Run(Device device, Instant from, Answering answering) {
        this.device = device;
        this.answering = answering;
        this.trueMillis = from.toEpochMilli();
        this.platform = new PlatformSide();
        this.logger = new DataLogger(
                device,
                SEED,
                30,
                (who, moment, what, detail) -> deeds.add((what + " " + detail).strip()),
                CommandDesk.TimePolicy.SET_RIGHT);
        logger.start(now());
    }

    /** A device of the default city that fits, and on which nothing happens in the days after the instant. */
    static Device quietDevice(Predicate<Device> fits, Instant from, int days) {
        return CityPlan.of(SEED, new CityPlan.Size(2_000, 800, 10)).devices().stream()
                .filter(fits)
                .filter(device -> isQuiet(device, from, days))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such device in the city"));
    }

    private static boolean isQuiet(Device device, Instant from, int days) {
        EventPlan events = new EventPlan(device, SEED);
        for (long second = from.getEpochSecond(); second < from.getEpochSecond() + days * 86_400L; second += 120) {
            if (!events.listAt(second).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    EventPlan events() {
        return new EventPlan(device, SEED);
    }

    Run connect() {
        open = true;
        logger.connected(platform, now());
        return this;
    }

    /** The connection breaks; the platform hears nothing until the next {@link #connect}. */
    Run disconnect() {
        open = false;
        logger.disconnected(now());
        return this;
    }

    Run live(Duration length) {
        long end = trueMillis + length.toMillis();
        while (trueMillis < end) {
            long wait = logger.tick(now());
            platform.deliverAnswers();
            long untilResend = Math.max(1, logger.nextDeadline() - trueMillis);
            trueMillis += Math.min(Math.min(wait, untilResend), end - trueMillis);
            if (!open && platform.closed && logger.canConnect(now())) {
                platform.closed = false;
                connect();
            }
        }
        return this;
    }

    /** The platform sends a command. */
    Run command(Outgoing request) {
        receive(request.toBytes());
        return live(Duration.ofSeconds(2));
    }

    private void receive(byte[] bytes) {
        logger.received(decode(bytes), now());
    }

    private Decoded decode(byte[] bytes) {
        DeviceProfile profile = new DeviceProfile(Optional.of(device.edition()), Optional.empty());
        return new FrameDecoder(FrameLimits.DEFAULT).decode(bytes, 0, bytes.length, profile);
    }

    private Moment now() {
        return new Moment(trueMillis, trueMillis);
    }

    long trueSecond() {
        return trueMillis / 1_000;
    }

    List<String> deeds() {
        return deeds;
    }

    /** Everything sent, byte for byte, one entry a call of send. */
    List<byte[]> sent() {
        return platform.sent;
    }

    List<Decoded> decoded() {
        return platform.decoded;
    }

    /** The sound frames of a command, as the platform reads them. */
    List<Frame> frames(String cn) {
        return platform.decoded.stream()
                .filter(decoded -> !(decoded instanceof Decoded.Rejected))
                .flatMap(decoded -> decoded.findFrame().stream())
                .filter(frame -> frame.cn().equals(cn))
                .toList();
    }

    void forgetSent() {
        platform.sent.clear();
        platform.decoded.clear();
    }

    private final class PlatformSide implements Link, FrameSink {
        private final List<byte[]> sent = new ArrayList<>();
        private final List<Decoded> decoded = new ArrayList<>();
        private final List<byte[]> answers = new ArrayList<>();
        private final FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        private boolean closed;

        @Override
        public void send(byte[] frame) {
            sent.add(frame);
            splitter.feed(frame, 0, frame.length, this);
            splitter.expire(this);
        }

        @Override
        public void close() {
            open = false;
            closed = true;
        }

        @Override
        public void frame(byte[] buffer, int offset, int length, long streamOffset) {
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            Decoded frame = decode(bytes);
            decoded.add(frame);
            if (answering == Answering.ALWAYS && !(frame instanceof Decoded.Rejected)) {
                frame.findFrame().flatMap(Replies::findReplyTo).ifPresent(reply -> answers.add(reply.toBytes()));
            }
        }

        @Override
        public void junk(byte[] buffer, int offset, int length, long streamOffset) {
            throw new AssertionError(
                    "a logger sent junk: " + new String(buffer, offset, length, StandardCharsets.UTF_8));
        }

        private void deliverAnswers() {
            List<byte[]> due = List.copyOf(answers);
            answers.clear();
            due.forEach(Run.this::receive);
        }
    }
}
