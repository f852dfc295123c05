package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.telemetry.internal.store.Received.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes frames. It takes what has come, writes it in one transaction, and only after the commit lets
 * the acknowledgements go. Start → (run) → stop, which writes what is queued first.
 *
 * <p><b>When a commit fails.</b> The batch is kept and tried again, with growing pauses, until it is stored: nothing is
 * acknowledged and nothing is dropped; meanwhile the queue fills and connections stop reading. If the database refuses the
 * content of the batch, the batch is halved until the frame at fault is alone; that frame is then stored as bytes with a
 * finding. If the answer to a commit was lost, the database is asked first whether the batch is there.
 */
public final class FrameWriter {

    private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

    static final int MAX_BATCH = 2_000;
    /** A batch this large shows load enough to wait a little for company. */
    private static final int BUSY = 24;

    private static final int ENOUGH = 400;
    private static final long LINGER_MICROS = 4_000;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    /** What is told about a batch once it is durable. Called on the writer thread; must not block. */
    public interface Committed {
        void committed(List<Received> batch);

        /** Room again in the queue: connections may read on. */
        void relieved();
    }

    private final FrameQueue queue;
    private final DataSource dataSource;
    private final Chains chains;
    private final BatchTransaction transaction;
    private final DeviceLookup devices;
    private final Committed committed;
    private final StoredFrames stored;
    private final IngestMeter meter;

    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private @Nullable WriterSession session;

    public FrameWriter(
            FrameQueue queue,
            DataSource dataSource,
            StoreParts parts,
            DeviceLookup devices,
            Committed committed,
            StoredFrames stored,
            IngestMeter meter) {
        this.queue = queue;
        this.dataSource = dataSource;
        this.chains = new Chains();
        this.transaction = new BatchTransaction(chains, parts.partitions(), parts.clock());
        this.devices = devices;
        this.committed = committed;
        this.stored = stored;
        this.meter = meter;
    }

    /**
     * Takes the writer's lock, waiting up to {@code patience} for the session of a killed predecessor to end, and starts.
     *
     * @throws IllegalStateException another gateway writes, or the database cannot be reached
     */
    public void start(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (session == null) {
            try {
                session = WriterSession.open(dataSource);
            } catch (SQLException e) {
                if (System.nanoTime() >= deadline) {
                    throw new IllegalStateException("the gateway cannot write: " + e.getMessage(), e);
                }
                pause(FIRST_PAUSE_MILLIS);
            }
        }
        thread = Thread.ofPlatform().name("frame-writer").start(this::run);
    }

    /** Stores what is queued and ends; gives up after the time, which loses nothing that was acknowledged. */
    public void stop(Duration patience) throws InterruptedException {
        stopping = true;
        queue.wake();
        Thread running = thread;
        if (running != null && !running.join(patience)) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        List<Received> batch = new ArrayList<>(MAX_BATCH);
        boolean busy = false;
        try {
            while (!stopping || queue.size() > 0) {
                batch.clear();
                queue.take(batch, MAX_BATCH);
                if (batch.isEmpty()) {
                    continue;
                }
                if (busy && batch.size() < ENOUGH && !stopping) {
                    queue.takeMore(batch, MAX_BATCH - batch.size(), ENOUGH - batch.size(), LINGER_MICROS);
                }
                busy = batch.size() >= BUSY;
                commit(batch);
                if (!queue.aboveHighMark()) {
                    committed.relieved();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            closeSession();
        }
    }

    /** Commits the frames, whatever it takes; returns when each of them is stored, a re-send, or given up as unstorable. */
    private void commit(List<Received> frames) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        Optional<Received> doubtful = Optional.empty();
        while (true) {
            long start = System.nanoTime();
            try {
                WriterSession open = session();
                int rows;
                if (doubtful.isPresent() && open.holds(doubtful.get())) {
                    rows = (int) frames.stream()
                            .filter(f -> f.outcome != Outcome.RESEND)
                            .count();
                } else {
                    doubtful = Optional.empty();
                    frames.forEach(frame -> frame.seq = 0);
                    devices.resolve(frames);
                    rows = transaction.store(open.connection(), frames);
                }
                meter.committed(frames, rows, System.nanoTime() - start);
                settle(frames);
                return;
            } catch (SQLException | RuntimeException e) {
                chains.forgetAll();
                WriterSession failed = session;
                boolean alive = failed != null && failed.rollback();
                if (failed != null && !alive) {
                    doubtful = doubtful.or(() -> frames.stream()
                            .filter(f -> f.outcome != Outcome.RESEND && f.seq > 0)
                            .findFirst());
                    closeSession();
                }
                if (alive && Failures.blameContent(e)) {
                    isolate(frames, e);
                    return;
                }
                meter.stalled(Failures.describe(e));
                LOG.warn("Frames wait for the database ({}); next try in {} ms", Failures.describe(e), pause);
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** Finds the frame the database refuses by halving, so that it stops nobody else's. */
    private void isolate(List<Received> frames, Exception refusal) throws InterruptedException {
        if (frames.size() > 1) {
            int middle = frames.size() / 2;
            commit(new ArrayList<>(frames.subList(0, middle)));
            commit(new ArrayList<>(frames.subList(middle, frames.size())));
            return;
        }
        Received frame = frames.getFirst();
        if (!frame.stripped) {
            LOG.warn("A frame from {} is stored as bytes only: {}", frame.source.peer(), Failures.describe(refusal));
            frame.stripped = true;
            commit(frames);
            return;
        }
        meter.unstorable();
        LOG.error("A frame of {} bytes from {} cannot be stored", frame.length(), frame.source.peer(), refusal);
        frame.outcome = Outcome.UNSTORABLE;
        settle(frames);
    }

    private void settle(List<Received> frames) {
        committed.committed(frames);
        stored.publish(frames);
    }

    private WriterSession session() throws SQLException {
        WriterSession open = session;
        if (open == null) {
            open = WriterSession.open(dataSource);
            session = open;
        }
        return open;
    }

    private void closeSession() {
        WriterSession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }
}
