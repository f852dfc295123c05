package io.jianhu.platform.browser;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.ExeRtn;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Qn;
import io.jianhu.hj212.QnRtn;
import io.jianhu.hj212.Replies;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A data logger at a waste-water outlet (ST=32) that speaks HJ 212-2017 and does as it is told. */
final class DataLogger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "123456";

    private final String mn;
    private final Socket socket;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();

    private DataLogger(String mn, Socket socket) {
        this.mn = mn;
        this.socket = socket;
    }

    static DataLogger connect(int port, String mn) {
        try {
            DataLogger logger = new DataLogger(mn, new Socket(InetAddress.getLoopbackAddress(), port));
            Thread.ofVirtual().name("logger " + mn).start(logger::listen);
            return logger;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real-time values (CN=2011) of COD and of ammonia, both valid; waits for the acknowledgement. */
    void report(String cod, String ammonia) {
        write(realtime(cod, ammonia).toBytes());
        awaitReply("9014");
    }

    /** The same with a CRC of another frame: kept, refused, never acknowledged. */
    void reportWithWrongCrc(String cod, String ammonia) {
        byte[] bytes = realtime(cod, ammonia).toBytes();
        int crc = bytes.length - 6;
        byte[] wrong = "0000".getBytes(StandardCharsets.US_ASCII);
        if (Arrays.equals(bytes, crc, crc + 4, wrong, 0, 4)) {
            wrong[0] = '1';
        }
        System.arraycopy(wrong, 0, bytes, crc, wrong.length);
        write(bytes);
    }

    /** The next reply of that command code. */
    Frame awaitReply(String cn) {
        try {
            for (Frame frame = next(); frame != null; frame = next()) {
                if (frame.cn().equals(cn)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the platform did not send " + cn + " to " + mn + " within " + PATIENCE);
    }

    private Frame next() throws InterruptedException {
        Frame frame = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
            throw new AssertionError("the platform sent nothing to " + mn + " within " + PATIENCE);
        }
        return frame;
    }

    private Outgoing realtime(String cod, String ammonia) {
        Instant now = Instant.now();
        String dataTime = Qn.of(now.truncatedTo(ChronoUnit.SECONDS)).substring(0, 14);
        return Outgoing.to(Edition.HJ_212_2017, "32", "2011")
                .qn(Qn.of(now))
                .pw(PASSWORD)
                .mn(mn)
                .answerWanted()
                .field("DataTime", dataTime)
                .field("w01018-Rtd", cod)
                .with("w01018-Flag", "N")
                .field("w21003-Rtd", ammonia)
                .with("w21003-Flag", "N")
                .build();
    }

    private void listen() {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        FrameSink sink = new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                Decoded decoded = decoder.decode(buffer, offset, length, DeviceProfile.UNKNOWN);
                decoded.findFrame().ifPresent(frame -> take(frame));
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                throw new AssertionError("the platform sent junk to " + mn);
            }
        };
        byte[] buffer = new byte[4_096];
        try (InputStream in = socket.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                splitter.feed(buffer, 0, read, sink);
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private void take(Frame frame) {
        heard.add(frame);
        if (!frame.st().equals("91")) {
            carryOut(frame);
        }
    }

    /** A request names the system it is for in ST; replies of the platform carry ST=91. */
    private void carryOut(Frame request) {
        write(Replies.requestAck(request, QnRtn.READY).toBytes());
        write(Replies.executionResult(request, ExeRtn.SUCCESS).toBytes());
    }

    private void write(byte[] bytes) {
        try {
            synchronized (socket) {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
