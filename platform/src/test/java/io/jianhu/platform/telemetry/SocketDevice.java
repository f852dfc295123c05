package io.jianhu.platform.telemetry;

import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Qn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A data logger on a real socket that does only what the test tells it to. */
final class SocketDevice implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Edition edition;
    private final String mn;
    private final Socket socket;
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();

    private SocketDevice(Edition edition, String mn, Socket socket) {
        this.edition = edition;
        this.mn = mn;
        this.socket = socket;
    }

    /** Connects and says its name by a frame of data, which the platform acknowledges. */
    static SocketDevice connect(int port, Edition edition, String mn, Instant now) {
        try {
            SocketDevice device = new SocketDevice(edition, mn, new Socket(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().start(device::listen);
            device.report(now, "12.5");
            device.await("9014", "9013");
            return device;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void report(Instant now, String cod) {
        String factor = edition == Edition.HJT_212_2005 ? "011" : "w01018";
        write(to("2011")
                .qn(Qn.of(now))
                .answerWanted()
                .field("DataTime", StoredFrames.SECONDS.format(now))
                .field(factor + "-Rtd", cod)
                .with(factor + "-Flag", "N")
                .build());
    }

    Outgoing.Builder to(String cn) {
        return Outgoing.to(edition, "32", cn).pw("123456").mn(mn);
    }

    void write(Outgoing frame) {
        write(frame.toBytes());
    }

    void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame with one of these commands; others before it are passed over. */
    Frame await(String... cns) {
        try {
            for (; ; ) {
                Frame frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("the platform did not send " + String.join(" or ", cns) + " to " + mn);
                }
                for (String cn : cns) {
                    if (frame.cn().equals(cn)) {
                        return frame;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
        FrameSink sink = new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                decoder.decode(buffer, offset, length, DeviceProfile.UNKNOWN)
                        .findFrame()
                        .ifPresent(heard::add);
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                throw new AssertionError("the platform sent junk");
            }
        };
        byte[] buffer = new byte[4_096];
        try (socket) {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                splitter.feed(buffer, 0, read, sink);
            }
        } catch (IOException closed) {
            heard.clear();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
