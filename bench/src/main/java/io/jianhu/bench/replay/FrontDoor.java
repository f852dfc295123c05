package io.jianhu.bench.replay;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One connection to a platform: bytes out, frames in. One thread writes, one reads. */
final class FrontDoor implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 64 * 1_024;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    private FrontDoor(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = socket.getInputStream();
    }

    static FrontDoor open(InetSocketAddress platform) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(platform, CONNECT_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            return new FrontDoor(socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException("cannot connect to " + platform + ": " + e.getMessage(), e);
        }
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Reads frames until the platform closes, is silent for so long, or nothing more is wanted. */
    void receive(Duration silence, Consumer<Frame> frames, BooleanSupplier enough) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        Decoding sink = new Decoding(frames);
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            while (!enough.getAsBoolean()) {
                int length = in.read(buffer);
                if (length < 0) {
                    break;
                }
                splitter.feed(buffer, 0, length, sink);
            }
        } catch (SocketTimeoutException e) {
            splitter.expire(sink);
        }
        splitter.end(sink);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private record Decoding(Consumer<Frame> frames) implements FrameSink {

        private static final FrameDecoder DECODER = new FrameDecoder(FrameLimits.DEFAULT);

        @Override
        public void frame(byte[] buffer, int offset, int length, long streamOffset) {
            Decoded decoded = DECODER.decode(buffer, offset, length, DeviceProfile.UNKNOWN);
            if (!(decoded instanceof Decoded.Rejected)) {
                decoded.findFrame().ifPresent(frames);
            }
        }

        @Override
        public void junk(byte[] buffer, int offset, int length, long streamOffset) {
            // Only whole frames of the platform say anything here.
        }
    }
}
