package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.LinkListener;
import io.jianhu.platform.telemetry.internal.store.FrameQueue;
import io.jianhu.platform.telemetry.internal.store.FrameWriter;
import io.jianhu.platform.telemetry.internal.store.IngestMeter;
import io.jianhu.platform.telemetry.internal.store.StoreParts;
import io.jianhu.platform.telemetry.internal.store.StoredFrames;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the way of a frame, back to front: listeners, then the writer, then the port. Stopping lets nobody in,
 * stores and answers what was read, then closes.
 */
final class Gateway implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /** A killed predecessor's session ends when the server notices; it holds the writer's lock until then. */
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(20);

    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(10);

    private final FrontDoor door;
    private final KnownDevices devices;
    private final FrameQueue queue;
    private final Database database;
    private final StoreParts parts;
    private final IngestMeter meter;
    private final MeterRegistry meters;
    private final ObjectProvider<FrameListener> frameListeners;
    private final ObjectProvider<LinkListener> linkListeners;
    private @Nullable FrameWriter writer;
    private @Nullable StoredFrames stored;
    private volatile boolean running;

    Gateway(
            FrontDoor door,
            KnownDevices devices,
            FrameQueue queue,
            Database database,
            StoreParts parts,
            IngestMeter meter,
            MeterRegistry meters,
            ObjectProvider<FrameListener> frameListeners,
            ObjectProvider<LinkListener> linkListeners) {
        this.door = door;
        this.devices = devices;
        this.queue = queue;
        this.database = database;
        this.parts = parts;
        this.meter = meter;
        this.meters = meters;
        this.frameListeners = frameListeners;
        this.linkListeners = linkListeners;
    }

    @Override
    public void start() {
        devices.load();
        door.table().tell(linkListeners.orderedStream().toList());
        stored = new StoredFrames(frameListeners.orderedStream().toList(), meters);
        writer = new FrameWriter(queue, database.dataSource(), parts, devices, door, stored, meter);
        writer.start(LOCK_PATIENCE);
        try {
            door.open();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
        running = true;
        LOG.info("Data loggers may connect to TCP port {}", door.port());
    }

    @Override
    public void stop() {
        running = false;
        try {
            door.stopReading();
            if (writer != null) {
                writer.stop(DRAIN_PATIENCE);
            }
            door.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (stored != null) {
                stored.close();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    int port() {
        return door.port();
    }
}
