package io.jianhu.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One device of the load: sends frames, recognises their answers by QN. Used on its event loop only. */
final class LoadConnection extends ChannelInboundHandlerAdapter {

    private static final int HEAD_BYTES = 6;
    private static final int CRC_BYTES = 4;
    private static final int QN_MILLIS_AT = HEAD_BYTES + "QN=".length() + 14;
    private static final int CN_AT = HEAD_BYTES + "QN=20260101000000000;ST=91;".length();
    private static final byte[] DATA_ANSWER = "CN=9014;".getBytes(StandardCharsets.US_ASCII);

    /** Every frame is that of the next interval, as a device's are; its milliseconds count the frames. */
    private static final long INTERVAL_MILLIS = 30_000;

    private final LoadGenerator generator;
    private final FrameTemplate template;
    private final long[] dueNanos = new long[LoadPlan.MOST_UNDER_WAY];
    private byte[] received = new byte[512];
    private int receivedLength;
    private final long firstMillis;
    private long sent;
    private int underWay;
    private @Nullable Channel channel;

    /** @param firstMillis time of the first frame, whole seconds */
    LoadConnection(LoadGenerator generator, String mn, long firstMillis) {
        this.generator = generator;
        this.template = FrameTemplate.wasteWater(mn);
        this.firstMillis = firstMillis;
    }

    boolean isOpen() {
        return channel != null;
    }

    int underWay() {
        return underWay;
    }

    int frameBytes() {
        return template.length();
    }

    /** Writes a frame that was due at the time; false where too many are under way. Flush afterwards. */
    boolean send(long due) {
        Channel open = channel;
        int slot = (int) (sent % LoadPlan.MOST_UNDER_WAY);
        if (open == null || dueNanos[slot] != 0) {
            return false;
        }
        byte[] frame = template.at(firstMillis + sent * INTERVAL_MILLIS + sent % 1_000);
        open.write(open.alloc().ioBuffer(frame.length).writeBytes(frame), open.voidPromise());
        dueNanos[slot] = due == 0 ? 1 : due;
        sent++;
        underWay++;
        return true;
    }

    void flush() {
        Channel open = channel;
        if (open != null) {
            open.flush();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        generator.opened();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        channel = null;
        generator.closed();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int length = bytes.readableBytes();
        if (receivedLength + length > received.length) {
            received = Arrays.copyOf(received, receivedLength + length);
        }
        bytes.readBytes(received, receivedLength, length);
        bytes.release();
        receivedLength += length;
        takeFrames();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void takeFrames() {
        long now = System.nanoTime();
        int at = 0;
        while (at + HEAD_BYTES <= receivedLength) {
            if (received[at] != '#' || received[at + 1] != '#') {
                at++;
                continue;
            }
            int end = at + HEAD_BYTES + segmentLength(at) + CRC_BYTES;
            if (end > receivedLength) {
                break;
            }
            answered(at, end, now);
            at = end;
        }
        System.arraycopy(received, at, received, 0, receivedLength - at);
        receivedLength -= at;
    }

    private int segmentLength(int at) {
        int length = 0;
        for (int i = 2; i < HEAD_BYTES; i++) {
            length = length * 10 + received[at + i] - '0';
        }
        return length;
    }

    private void answered(int at, int end, long now) {
        int cn = at + CN_AT;
        if (end < cn + DATA_ANSWER.length
                || !Arrays.equals(received, cn, cn + DATA_ANSWER.length, DATA_ANSWER, 0, DATA_ANSWER.length)) {
            generator.stranger();
            return;
        }
        int millis = 0;
        for (int i = 0; i < 3; i++) {
            millis = millis * 10 + received[at + QN_MILLIS_AT + i] - '0';
        }
        int slot = millis % LoadPlan.MOST_UNDER_WAY;
        long due = dueNanos[slot];
        if (due == 0) {
            generator.stranger();
            return;
        }
        dueNanos[slot] = 0;
        underWay--;
        generator.answered(this, now - due, now);
    }
}
