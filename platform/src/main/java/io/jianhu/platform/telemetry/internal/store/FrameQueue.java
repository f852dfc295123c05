package io.jianhu.platform.telemetry.internal.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames received and not yet taken by the writer. It takes everything offered; senders are told when to stop reading by
 * {@link #aboveHighMark()}, and memory is bounded because a connection reads at most one more buffer after that.
 */
public final class FrameQueue {

    /**
     * @param highFrames reading stops above so many frames
     * @param highBytes or above so many bytes
     */
    public record Marks(int highFrames, long highBytes) {
        public Marks {
            if (highFrames < 1 || highBytes < 1) {
                throw new IllegalArgumentException("marks must be positive: " + highFrames + ", " + highBytes);
            }
        }
    }

    private final Marks marks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final ArrayDeque<Received> frames = new ArrayDeque<>();
    private long bytes;
    private boolean woken;
    private volatile boolean aboveHighMark;
    private volatile int size;

    public FrameQueue(Marks marks) {
        this.marks = marks;
    }

    /** Adds frames of one connection, in their order. */
    public void offerAll(List<Received> received) {
        lock.lock();
        try {
            for (Received frame : received) {
                frames.addLast(frame);
                bytes += frame.length();
            }
            measure();
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves up to {@code max} frames into {@code target}, waiting for the first one as long as it takes; returns without any
     * after {@link #wake()}.
     */
    void take(List<Received> target, int max) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (frames.isEmpty() && !woken) {
                notEmpty.await();
            }
            woken = false;
            move(target, max);
        } finally {
            lock.unlock();
        }
    }

    /** Moves up to {@code max} frames into {@code target}, waiting up to the time for the queue to hold so many. */
    void takeMore(List<Received> target, int max, int enough, long waitMicros) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MICROSECONDS.toNanos(waitMicros);
            while (frames.size() < enough && left > 0 && !woken) {
                left = notEmpty.awaitNanos(left);
            }
            move(target, max);
        } finally {
            lock.unlock();
        }
    }

    /** Lets a waiting {@link #take} return. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether connections should stop reading. Becomes false again at half of both marks. */
    public boolean aboveHighMark() {
        return aboveHighMark;
    }

    public int size() {
        return size;
    }

    private void move(List<Received> target, int max) {
        for (int i = 0; i < max; i++) {
            Received frame = frames.pollFirst();
            if (frame == null) {
                break;
            }
            bytes -= frame.length();
            target.add(frame);
        }
        measure();
    }

    private void measure() {
        size = frames.size();
        if (size > marks.highFrames() || bytes > marks.highBytes()) {
            aboveHighMark = true;
        } else if (size <= marks.highFrames() / 2 && bytes <= marks.highBytes() / 2) {
            aboveHighMark = false;
        }
    }
}
