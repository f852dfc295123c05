package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameStored;
import io.jianhu.platform.telemetry.LinkListener;
import io.jianhu.platform.telemetry.internal.read.FrameRows;
import io.jianhu.platform.telemetry.internal.read.StoredFrame;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what devices answer. What it could not hear, because the platform was not running or too slow, it reads from the
 * stored frames.
 */
@Component
class OrderListener implements FrameListener, LinkListener {

    private static final String CLOCK_REQUEST = "1013";

    private final OrderBook book;
    private final OrderReplies replies;
    private final OrderDesk desk;
    private final OrderScheduler scheduler;
    private final DeviceDirectory directory;
    private final FrameRows frames;
    private final Clock clock;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    OrderListener(
            OrderBook book,
            OrderReplies replies,
            OrderDesk desk,
            OrderScheduler scheduler,
            DeviceDirectory directory,
            FrameRows frames,
            Clock clock) {
        this.book = book;
        this.replies = replies;
        this.desk = desk;
        this.scheduler = scheduler;
        this.directory = directory;
        this.frames = frames;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.run(this::catchUp);
    }

    @Override
    public String listenerName() {
        return "work-orders";
    }

    @Override
    public void frameStored(FrameStored stored) {
        Optional<Frame> frame = stored.findUsableFrame();
        if (frame.isEmpty() || stored.ref().deviceId() == Device.NO_MN) {
            return;
        }
        if (frame.get().cn().equals(CLOCK_REQUEST)) {
            directory
                    .findById(stored.ref().deviceId())
                    .ifPresent(device -> desk.answerClockRequest(device, frame.get()));
        } else {
            replies.take(stored.ref(), frame.get());
        }
    }

    @Override
    public void framesDropped(long count) {
        scheduler.run(this::catchUp);
    }

    @Override
    public void deviceConnected(DeviceLink.Connection connection) {
        String mn = connection.mn();
        scheduler.run(() -> directory.findByMn(mn).ifPresent(device -> scheduler.wake(device.deviceId())));
    }

    @Override
    public void deviceDisconnected(DeviceLink.Connection connection) {
        // What was sent stays due: it goes back to the queue when its time is over.
    }

    /** Reads the answers to open orders from the stored frames. */
    void catchUp() {
        for (int deviceId : book.load()) {
            Optional<Instant> since = book.listOpen(deviceId).stream()
                    .flatMap(order -> order.sentAt().stream())
                    .min(Comparator.naturalOrder());
            since.ifPresent(
                    from -> frames.listAnswers(deviceId, from, clock.instant()).forEach(this::take));
        }
    }

    private void take(StoredFrame stored) {
        directory
                .findById(stored.row().ref().deviceId())
                .flatMap(device -> decoder.decode(stored.bytes(), 0, stored.bytes().length, device.profile())
                        .findFrame())
                .ifPresent(frame -> replies.take(stored.row().ref(), frame));
    }
}
