package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameStored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Every device as it is right now, in memory.
 *
 * <p>Fed by every stored frame. At the start, and again after frames were dropped because this listener was too slow, it
 * is rebuilt from the database: frames that come meanwhile wait and are then taken on top, each once, because a frame
 * has its place in the chain of its device.
 */
@Component
public class LiveBoard implements FrameListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoard.class);

    private final BoardRows rows;
    private final DeviceDirectory directory;
    private final Clock clock;
    private final Map<Integer, LiveDevice> devices = new ConcurrentHashMap<>();
    private final Map<Integer, RateMeter> rates = new ConcurrentHashMap<>();

    private final ReentrantLock rebuildLock = new ReentrantLock();
    private final Object waitingLock = new Object();
    private final List<BoardFrame> waiting = new ArrayList<>();
    private boolean rebuilding = true;

    LiveBoard(BoardRows rows, DeviceDirectory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("live-board-rebuild").start(this::rebuild);
    }

    /** Reads everything anew from the database. */
    public void rebuild() {
        rebuildLock.lock();
        try {
            synchronized (waitingLock) {
                rebuilding = true;
            }
            Instant begun = clock.instant();
            rows.read(clock.instant(), directory.listAll(), this::device);
            LOG.debug(
                    "The live board was read in {} ms",
                    begun.until(clock.instant()).toMillis());
        } catch (RuntimeException failure) {
            LOG.error("The live board could not be read; it shows what comes in from now on", failure);
        } finally {
            takeWaiting();
            rebuildLock.unlock();
        }
    }

    private void takeWaiting() {
        synchronized (waitingLock) {
            rebuilding = false;
            waiting.forEach(this::take);
            waiting.clear();
        }
    }

    @Override
    public String listenerName() {
        return "live-board";
    }

    @Override
    public void frameStored(FrameStored frame) {
        BoardFrame taken = BoardFrame.of(frame);
        rates.computeIfAbsent(frame.ref().deviceId(), any -> new RateMeter(clock))
                .mark(frame.receivedAt());
        synchronized (waitingLock) {
            if (rebuilding) {
                waiting.add(taken);
                return;
            }
        }
        take(taken);
    }

    @Override
    public void framesDropped(long count) {
        LOG.warn("The live board missed {} frames and is read anew", count);
        Thread.ofVirtual().name("live-board-rebuild").start(this::rebuild);
    }

    /** The device as it is now; one never heard of where nothing is known. */
    LiveDevice device(int deviceId) {
        return devices.computeIfAbsent(deviceId, any -> new LiveDevice());
    }

    /** Frames received from a device in the last minute. */
    long framesLastMinute(int deviceId) {
        RateMeter rate = rates.get(deviceId);
        return rate == null ? 0 : rate.lastMinute();
    }

    private void take(BoardFrame frame) {
        LiveDevice device = device(frame.ref().deviceId());
        if (device.take(frame)) {
            device.count(frame);
        }
    }
}
