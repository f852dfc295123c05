package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.FrameStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the {@link FrameListener}s of committed frames, each on a thread and through a bounded queue of its own. */
public final class StoredFrames implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFrames.class);
    private static final int QUEUE = 8_192;

    private final List<Line> lines;

    public StoredFrames(List<FrameListener> listeners, MeterRegistry meters) {
        lines = listeners.stream().map(listener -> new Line(listener, meters)).toList();
    }

    /** Tells of every frame of the batch that was stored. Never blocks. */
    void publish(List<Received> batch) {
        if (lines.isEmpty()) {
            return;
        }
        for (Received received : batch) {
            if (received.outcome == Received.Outcome.NEW || received.outcome == Received.Outcome.OTHER_CONTENT) {
                FrameStored frame = event(received);
                for (Line line : lines) {
                    line.offer(frame);
                }
            }
        }
    }

    private static FrameStored event(Received received) {
        return new FrameStored(
                new FrameRef(LocalDate.ofEpochDay(received.day), received.deviceId, received.seq),
                received.header.mn(),
                Micros.toInstant(received.receivedMicros),
                received.finalVerdict(),
                Optional.ofNullable(received.decoded),
                received.allFindings.stream().map(StoredFrames::code).toList(),
                received.length(),
                received.findReply(),
                received.source.number());
    }

    private static String code(String finding) {
        int at = finding.indexOf('@');
        return at < 0 ? finding : finding.substring(0, at);
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
    }

    private static final class Line {
        private final FrameListener listener;
        private final BlockingQueue<FrameStored> waiting = new ArrayBlockingQueue<>(QUEUE);
        private final AtomicLong dropped = new AtomicLong();
        private final Counter droppedEver;
        private final Thread thread;

        Line(FrameListener listener, MeterRegistry meters) {
            this.listener = listener;
            this.droppedEver = Counter.builder("jianhu.listener.dropped")
                    .description("Frames a listener was too slow for")
                    .tag("listener", listener.listenerName())
                    .register(meters);
            this.thread = Thread.ofPlatform()
                    .daemon()
                    .name("frames-to-" + listener.listenerName())
                    .start(this::run);
        }

        void offer(FrameStored frame) {
            if (!waiting.offer(frame)) {
                dropped.incrementAndGet();
                droppedEver.increment();
            }
        }

        private void run() {
            while (true) {
                @Nullable FrameStored frame;
                try {
                    frame = waiting.take();
                } catch (InterruptedException closed) {
                    return;
                }
                tell(frame);
            }
        }

        private void tell(FrameStored frame) {
            try {
                long missed = dropped.getAndSet(0);
                if (missed > 0) {
                    listener.framesDropped(missed);
                }
                listener.frameStored(frame);
            } catch (RuntimeException e) {
                LOG.error("Listener {} failed on frame {}", listener.listenerName(), frame.ref(), e);
            }
        }

        void close() {
            thread.interrupt();
        }
    }
}
