package io.jianhu.platform.support;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Data loggers that do what HJ 212-2017 6.5 asks: send, wait for the acknowledgement, send again under the same QN when it does
 * not come, connect again when the line breaks. Every acknowledgement heard is remembered.
 */
public final class Fleet implements AutoCloseable {

    private static final DateTimeFormatter QN = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final int port;
    private final Duration patience;
    private final Duration pause;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Semaphore acknowledgements = new Semaphore(0);
    private volatile boolean stopping;

    /**
     * @param patience how long a device waits before it sends again
     * @param pause between an acknowledgement and the next frame
     */
    public Fleet(int port, Duration patience, Duration pause) {
        this.port = port;
        this.patience = patience;
        this.pause = pause;
    }

    /** Switches devices on: MN is the prefix and a number. */
    public Fleet start(String prefix, int devices) {
        for (int i = 0; i < devices; i++) {
            String mn = prefix + String.format("%06d", i);
            threads.add(Thread.ofVirtual().name(mn).start(() -> live(mn)));
        }
        return this;
    }

    /** Waits until so many more acknowledgements have been heard. */
    public void awaitAcknowledgements(int count, Duration limit) throws InterruptedException {
        if (!acknowledgements.tryAcquire(count, limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("fewer than " + count + " acknowledgements within " + limit + ", only "
                    + acknowledgements.availablePermits());
        }
    }

    /** Forgets the acknowledgements nobody waited for; returns how many they were. */
    public int forgetAcknowledgements() {
        return acknowledgements.drainPermits();
    }

    /** QNs by MN for which 9014 came. */
    public Map<String, Set<String>> acknowledged() {
        return acknowledged;
    }

    public int acknowledgedCount() {
        return acknowledged.values().stream().mapToInt(Set::size).sum();
    }

    /** From sending to acknowledgement, nanoseconds, of frames that were sent once; forgets them. */
    public List<Long> drainLatencies() {
        List<Long> drained = new ArrayList<>();
        for (Long next = latencies.poll(); next != null; next = latencies.poll()) {
            drained.add(next);
        }
        return drained;
    }

    /** Switches all off at once, in the middle of whatever they do. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void live(String mn) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.now(), Frame.BEIJING);
        @Nullable Wire wire = null;
        while (!stopping) {
            time = time.plusNanos(1_000_000);
            byte[] frame = frame(mn, time);
            wire = deliver(mn, QN.format(time), frame, wire);
            LockSupport.parkNanos(pause.toNanos());
        }
        hangUp(wire);
    }

    /** Sends until it is acknowledged or the device is switched off. */
    private @Nullable Wire deliver(String mn, String qn, byte[] frame, @Nullable Wire wire) {
        @Nullable Wire open = wire;
        for (int attempt = 0; !stopping; attempt++) {
            try {
                if (open == null) {
                    open = new Wire(port);
                }
                long sent = System.nanoTime();
                open.send(frame);
                if (hears(open, qn)) {
                    acknowledged
                            .computeIfAbsent(mn, key -> ConcurrentHashMap.newKeySet())
                            .add(qn);
                    acknowledgements.release();
                    if (attempt == 0) {
                        latencies.add(System.nanoTime() - sent);
                    }
                    return open;
                }
            } catch (IOException broken) {
                hangUp(open);
                open = null;
                LockSupport.parkNanos(100_000_000);
            }
        }
        return open;
    }

    private boolean hears(Wire wire, String qn) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Frame> answer = wire.find(Duration.ofNanos(deadline - System.nanoTime()));
            if (answer.isEmpty()) {
                return false;
            }
            if (answer.get().cn().equals("9014") && answer.get().qn().equals(qn)) {
                return true;
            }
        }
    }

    /** A real-time frame of a waste-water outlet that wants an answer. */
    public static byte[] frame(String mn, LocalDateTime time) {
        return Outgoing.to(Edition.HJ_212_2017, "32", "2011")
                .qn(QN.format(time))
                .pw("123456")
                .mn(mn)
                .answerWanted()
                .field("DataTime", SECOND.format(time))
                .field("w01018-Rtd", "36.91")
                .with("w01018-Flag", "N")
                .field("w21003-Rtd", "1.803")
                .with("w21003-Flag", "N")
                .build()
                .toBytes();
    }

    private static void hangUp(@Nullable Wire wire) {
        if (wire != null) {
            try {
                wire.close();
            } catch (IOException alreadyBroken) {
                // The line is gone, which is what hanging up is for.
            }
        }
    }
}
