package io.jianhu.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Replies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The generator against a small platform that reads with the decoder and acknowledges what the decoder accepts. */
class LoadGeneratorTest {

    @Test
    void every_frame_is_accepted_and_every_answer_is_recognised() throws Exception {
        try (SmallPlatform platform = new SmallPlatform()) {
            LoadResult result = run(platform, OptionalDouble.empty());

            assertThat(result.connected()).isEqualTo(20);
            assertThat(result.answered()).isPositive();
            assertThat(result.latency().total()).isEqualTo(result.answered());
            assertThat(result.unanswered()).isZero();
            assertThat(result.strangers()).isZero();
            assertThat(platform.rejected.get()).isZero();
        }
    }

    @Test
    void a_fixed_rate_is_kept() throws Exception {
        try (SmallPlatform platform = new SmallPlatform()) {
            LoadResult result = run(platform, OptionalDouble.of(200));

            assertThat(result.answeredPerSecond()).isCloseTo(200, within(60.0));
            assertThat(result.unanswered()).isZero();
        }
    }

    @Test
    void the_first_frame_is_due_at_once_and_the_others_at_the_rate() {
        assertThat(LoadGenerator.dueAfter(0, 40)).isEqualTo(1);
        assertThat(LoadGenerator.dueAfter(24_999_999, 40)).isEqualTo(1);
        assertThat(LoadGenerator.dueAfter(25_000_000, 40)).isEqualTo(2);
        assertThat(LoadGenerator.dueAfter(1_000_000_000, 40)).isEqualTo(41);
    }

    private static LoadResult run(SmallPlatform platform, OptionalDouble rate) throws Exception {
        LoadPlan plan = new LoadPlan(platform.address(), 20, rate, 4, Duration.ofMillis(300), Duration.ofMillis(1_000));
        try (LoadGenerator generator = new LoadGenerator(plan)) {
            return generator.run(() -> {});
        }
    }

    private static final class SmallPlatform implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        private final AtomicLong rejected = new AtomicLong();

        private SmallPlatform() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        private InetSocketAddress address() {
            return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void serve(Socket socket) {
            FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
            FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
            byte[] buffer = new byte[8_192];
            try (socket) {
                for (int length = socket.getInputStream().read(buffer); length >= 0; ) {
                    ByteArrayOutputStream answers = new ByteArrayOutputStream();
                    splitter.feed(buffer, 0, length, new FrameSink() {
                        @Override
                        public void frame(byte[] bytes, int offset, int frameLength, long streamOffset) {
                            Decoded decoded = decoder.decode(bytes, offset, frameLength, DeviceProfile.UNKNOWN);
                            if (decoded instanceof Decoded.Rejected) {
                                rejected.incrementAndGet();
                            }
                            decoded.findFrame()
                                    .flatMap(Replies::findReplyTo)
                                    .map(Outgoing::toBytes)
                                    .ifPresent(answers::writeBytes);
                        }

                        @Override
                        public void junk(byte[] bytes, int offset, int junkLength, long streamOffset) {
                            rejected.incrementAndGet();
                        }
                    });
                    socket.getOutputStream().write(answers.toByteArray());
                    length = socket.getInputStream().read(buffer);
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
