package io.jianhu.platform.support;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One TCP connection to the gateway, as a data logger has it: sends bytes, reads frames. */
public final class Wire implements AutoCloseable, FrameSink {

    private static final FrameDecoder DECODER = new FrameDecoder(FrameLimits.DEFAULT);

    private final Socket socket;
    private final FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
    private final Queue<Frame> read = new ArrayDeque<>();
    private final byte[] buffer = new byte[4_096];

    public Wire(int port) throws IOException {
        this(port, new Socket());
    }

    /** @param socket not connected; a TLS one for a gateway that speaks TLS */
    public Wire(int port, Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next frame the platform sends; empty where none comes in time. */
    public Optional<Frame> find(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (read.isEmpty()) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return Optional.empty();
            }
            socket.setSoTimeout((int) left);
            try {
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    throw new IOException("the platform closed the connection");
                }
                splitter.feed(buffer, 0, count, this);
            } catch (SocketTimeoutException late) {
                return Optional.empty();
            }
        }
        return Optional.of(read.remove());
    }

    /** The next frame the platform sends; fails after 20 s without. */
    public Frame get() throws IOException {
        return find(Duration.ofSeconds(20)).orElseThrow(() -> new AssertionError("no frame came within 20 s"));
    }

    /** Whether the platform closes the connection within the time. */
    public boolean closesWithin(Duration patience) {
        try {
            find(patience);
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Override
    public void frame(byte[] bytes, int offset, int length, long streamOffset) {
        Decoded decoded = DECODER.decode(bytes, offset, length, DeviceProfile.UNKNOWN);
        read.add(decoded.findFrame().orElseThrow());
    }

    @Override
    public void junk(byte[] bytes, int offset, int length, long streamOffset) {
        throw new AssertionError("the platform sent " + length + " bytes that are no frame");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
