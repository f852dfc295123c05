package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.platform.telemetry.internal.store.FrameSource;
import io.jianhu.platform.telemetry.internal.store.Micros;
import io.jianhu.platform.telemetry.internal.store.Received;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection. Cuts its bytes into frames and junk, hands them to the queue, and sends acknowledgements when told that
 * a batch is committed.
 *
 * <p><b>Reading stops</b> while any of three holds: too many frames of this connection wait for their commit, the queue is
 * above its high mark, or the peer does not take what is sent to it. No thread ever waits for a peer. Everything here runs on
 * the connection's event loop.
 */
final class DeviceConnection extends ChannelInboundHandlerAdapter implements FrameSink, FrameSource {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    private static final int JUNK_CHUNK = 64 * 1024;
    private static final int MAX_LINKED_DEVICES = 10_000;
    /** How long a frame waits for a tail sent on its own: a peer's second small write may wait 40 ms for our TCP. */
    private static final long TAIL_PATIENCE_MILLIS = 60;

    private final FrontDoor door;
    private final Channel channel;
    private final Intake intake;
    private final long number;
    private final String peer;
    private final Instant since;
    private final FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
    private final List<Received> received = new ArrayList<>();
    private final Map<String, LinkedDevice> devices = new HashMap<>(2);

    private String lastMn = "";
    private byte @Nullable [] untailed;
    private long untailedMicros;
    private byte[] junk = new byte[0];
    private int junkLength;
    private long junkSinceGoodFrame;
    private long nowMicros;
    private long lastBytesNanos;
    private int waiting;
    private boolean waitingForRelief;
    private boolean expiryScheduled;
    private boolean toFlush;
    private boolean stopped;
    private @Nullable Future<?> idleCheck;

    DeviceConnection(FrontDoor door, Channel channel, Intake intake, String peer) {
        this.door = door;
        this.channel = channel;
        this.intake = intake;
        this.number = door.table().nextNumber();
        this.peer = peer;
        this.since = door.clock().instant();
        this.nowMicros = Micros.of(since);
        this.lastBytesNanos = System.nanoTime();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String peer() {
        return peer;
    }

    Instant since() {
        return since;
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        door.table().opened(this);
        scheduleIdleCheck(door.settings().idle().toNanos());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        try {
            int length = buffer.readableBytes();
            nowMicros = Micros.of(door.clock().instant());
            lastBytesNanos = System.nanoTime();
            if (buffer.hasArray()) {
                splitter.feed(buffer.array(), buffer.arrayOffset() + buffer.readerIndex(), length, this);
            } else {
                byte[] bytes = intake.scratch(length);
                buffer.readBytes(bytes, 0, length);
                splitter.feed(bytes, 0, length, this);
            }
        } finally {
            buffer.release();
        }
        submit();
        if (junkSinceGoodFrame > door.settings().junkBytes().toBytes()) {
            LOG.info("Closing {}: {} bytes of junk since its last good frame", peer, junkSinceGoodFrame);
            door.closedForJunk();
            channel.close();
            return;
        }
        regulate();
        if (splitter.pendingBytes() > 0 || junkLength > 0) {
            scheduleExpiry(door.settings().pause().toNanos());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        splitter.end(this);
        takeUntailed();
        flushJunk();
        submit();
        door.table().closed(this);
        devices.values().forEach(door.table()::left);
        devices.clear();
        if (idleCheck != null) {
            idleCheck.cancel(false);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        regulate();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            LOG.debug("{} is gone: {}", peer, cause.toString());
        } else {
            LOG.error("Connection of {} failed", peer, cause);
        }
        context.close();
    }

    @Override
    public void frame(byte[] buffer, int offset, int length, long streamOffset) {
        takeUntailed();
        take(Arrays.copyOfRange(buffer, offset, offset + length), nowMicros);
    }

    @Override
    public void frameBeforeTail(byte[] buffer, int offset, int length, long streamOffset) {
        takeUntailed();
        byte[] frame = Arrays.copyOfRange(buffer, offset, offset + length);
        untailed = frame;
        untailedMicros = nowMicros;
        channel.eventLoop().schedule(() -> patienceEnds(frame), TAIL_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void tail(byte[] buffer, int offset, int length, long streamOffset) {
        byte[] frame = untailed;
        if (frame == null) {
            junk(buffer, offset, length, streamOffset);
            return;
        }
        untailed = null;
        byte[] whole = Arrays.copyOf(frame, frame.length + length);
        System.arraycopy(buffer, offset, whole, frame.length, length);
        take(whole, untailedMicros);
    }

    private void patienceEnds(byte[] frame) {
        if (untailed == frame) {
            takeUntailed();
            submit();
            regulate();
        }
    }

    /** The frame that waits for its tail has none. */
    private void takeUntailed() {
        byte[] frame = untailed;
        if (frame != null) {
            untailed = null;
            take(frame, untailedMicros);
        }
    }

    private void take(byte[] bytes, long micros) {
        flushJunk();
        Received frame = intake.frame(this, lastMn, bytes, micros);
        received.add(frame);
        if (frame.mayQuarantine()) {
            junkSinceGoodFrame = 0;
            lastMn = frame.deviceMn();
            link(lastMn);
        } else {
            junkSinceGoodFrame += bytes.length;
        }
    }

    @Override
    public void junk(byte[] buffer, int offset, int length, long streamOffset) {
        takeUntailed();
        junkSinceGoodFrame += length;
        int at = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, JUNK_CHUNK - junkLength);
            if (junkLength + part > junk.length) {
                junk = Arrays.copyOf(junk, Math.min(JUNK_CHUNK, Math.max(junkLength + part, 2 * junk.length)));
            }
            System.arraycopy(buffer, at, junk, junkLength, part);
            junkLength += part;
            at += part;
            left -= part;
            if (junkLength == JUNK_CHUNK) {
                flushJunk();
            }
        }
    }

    private void flushJunk() {
        if (junkLength > 0) {
            received.add(intake.junk(this, lastMn, Arrays.copyOf(junk, junkLength), nowMicros));
            junkLength = 0;
            junk = new byte[0];
        }
    }

    private void link(String mn) {
        if (mn.isEmpty()) {
            return;
        }
        LinkedDevice device = devices.get(mn);
        if (device == null) {
            if (devices.size() >= MAX_LINKED_DEVICES) {
                return;
            }
            device = new LinkedDevice(this, mn);
            devices.put(mn, device);
            door.table().spoke(device);
        } else if (!door.table().isLatest(device)) {
            door.table().spoke(device);
        }
    }

    private void submit() {
        if (!received.isEmpty()) {
            waiting += received.size();
            door.queue().offerAll(received);
            received.clear();
        }
    }

    /** A frame of this connection is committed: its answer goes out with the next {@link #flushAnswers()}. */
    void committed(Received frame) {
        waiting--;
        frame.findAcknowledgement().ifPresent(answer -> {
            if (channel.isActive()) {
                channel.write(Unpooled.wrappedBuffer(answer), channel.voidPromise());
                toFlush = true;
            }
        });
    }

    void flushAnswers() {
        if (toFlush) {
            toFlush = false;
            channel.flush();
        }
        regulate();
    }

    /** The queue has room again. */
    void relieved() {
        waitingForRelief = false;
        regulate();
    }

    /** The gateway is closing: what was read is still stored and answered. */
    void stopReading() {
        stopped = true;
        regulate();
    }

    private void regulate() {
        boolean mine = channel.config().isAutoRead()
                ? waiting < door.settings().waitingPerConnection()
                : waiting <= door.settings().waitingPerConnection() / 2;
        boolean room = !waitingForRelief && !door.queue().aboveHighMark();
        if (!room && !waitingForRelief) {
            waitingForRelief = true;
            door.awaitRelief(this);
        }
        boolean read = mine && room && channel.isWritable() && !stopped;
        if (read != channel.config().isAutoRead()) {
            lastBytesNanos = System.nanoTime();
            channel.config().setAutoRead(read);
        }
    }

    CompletionStage<Void> send(byte[] bytes) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        if (!channel.isActive() || !channel.isWritable()) {
            sent.completeExceptionally(new IOException(
                    channel.isActive() ? "the device does not take what is sent to it" : "the connection is closed"));
            return sent;
        }
        channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener(result -> {
            @Nullable Throwable cause = result.cause();
            if (cause == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(cause instanceof IOException ? cause : new IOException(cause));
            }
        });
        return sent;
    }

    private void scheduleExpiry(long delayNanos) {
        if (!expiryScheduled) {
            expiryScheduled = true;
            channel.eventLoop().schedule(this::expire, delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Gives up an unfinished frame when its sender has paused, so that it does not hold back the next good one. */
    private void expire() {
        expiryScheduled = false;
        if (!channel.isActive() || splitter.pendingBytes() == 0 && junkLength == 0) {
            return;
        }
        long left = door.settings().pause().toNanos() - (System.nanoTime() - lastBytesNanos);
        if (left > 0 || !channel.config().isAutoRead()) {
            scheduleExpiry(left > 0 ? left : door.settings().pause().toNanos());
            return;
        }
        splitter.expire(this);
        flushJunk();
        submit();
        regulate();
    }

    private void scheduleIdleCheck(long delayNanos) {
        idleCheck = channel.eventLoop().schedule(this::checkIdle, delayNanos, TimeUnit.NANOSECONDS);
    }

    private void checkIdle() {
        if (!channel.isActive()) {
            return;
        }
        boolean ourDoing = !channel.config().isAutoRead() && channel.isWritable();
        long left = door.settings().idle().toNanos() - (System.nanoTime() - lastBytesNanos);
        if (left > 0 || ourDoing) {
            scheduleIdleCheck(Math.max(left, TimeUnit.SECONDS.toNanos(1)));
            return;
        }
        LOG.debug("Closing {}: silent for {}", peer, door.settings().idle());
        channel.close();
    }
}
