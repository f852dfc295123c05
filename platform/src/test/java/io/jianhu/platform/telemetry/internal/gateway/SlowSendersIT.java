package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.support.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Thousands of connections that begin a frame and never end it, some of them dripping byte by byte, beside honest devices. */
class SlowSendersIT {

    private static final int WANTED = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Between two bytes from the whole crowd: a byte every few seconds from each. */
    private static final Duration DRIP = Duration.ofMillis(1);

    private static final byte[] BEGINNING = "##0150QN=2026".getBytes(StandardCharsets.US_ASCII);

    @Test
    void five_thousand_half_open_and_slow_connections_do_not_delay_the_others() throws Exception {
        int crowd = crowd();
        List<SocketChannel> slow = new ArrayList<>();
        try (TestDatabase db = TestDatabase.fresh();
                RunningGateway gateway = RunningGateway.with(
                        db.url(),
                        db.dataSource(),
                        Map.of("connections-per-address", "10000", "pause", "1s"),
                        List.of());
                Fleet fleet = new Fleet(gateway.port(), Duration.ofSeconds(20), Duration.ofMillis(100))) {
            fleet.start("HONEST", 20);
            fleet.awaitAcknowledgements(400, LIMIT);
            Duration before = p99OfNext(fleet, 600);

            for (int i = 0; i < crowd; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", gateway.port()));
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(BEGINNING));
                slow.add(channel);
            }
            awaitConnections(gateway, crowd);
            Thread dripping = Thread.ofVirtual().start(() -> drip(slow));
            Duration crowded = p99OfNext(fleet, 1_500);
            assertThat(gateway.status().connections()).isGreaterThanOrEqualTo(crowd);
            dripping.interrupt();
            dripping.join();
            for (SocketChannel channel : slow) {
                channel.close();
            }
            Duration after = p99OfNext(fleet, 600);
            System.out.printf(
                    "%d slow connections: acknowledgement p99 %d ms; %d ms before, %d ms after%n",
                    crowd, crowded.toMillis(), before.toMillis(), after.toMillis());
            Duration alone = before.compareTo(after) > 0 ? before : after;
            assertThat(crowded)
                    .as("p99 of honest devices; alone %s before and %s after", before, after)
                    .isLessThan(alone.multipliedBy(3).plusMillis(250));
        } finally {
            for (SocketChannel channel : slow) {
                channel.close();
            }
        }
    }

    private static Duration p99OfNext(Fleet fleet, int acknowledgements) throws InterruptedException {
        fleet.forgetAcknowledgements();
        fleet.drainLatencies();
        fleet.awaitAcknowledgements(acknowledgements, LIMIT);
        return p99(fleet.drainLatencies());
    }

    private static void drip(List<SocketChannel> slow) {
        for (int next = 0; !Thread.interrupted(); next = (next + 7) % slow.size()) {
            try {
                slow.get(next).write(ByteBuffer.wrap(new byte[] {'1'}));
            } catch (ClosedByInterruptException told) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }

    private static void awaitConnections(RunningGateway gateway, int crowd) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (gateway.status().connections() < crowd) {
            assertThat(System.nanoTime()).as("all are let in").isLessThan(deadline);
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }

    /** Both ends are in this process, so each connection takes two file descriptors. */
    private static int crowd() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount();
            int possible = (int) Math.min(WANTED, (free - 500) / 2);
            if (possible < WANTED) {
                System.out.println("The limit of open files allows " + possible + " slow connections, not " + WANTED);
            }
            return possible;
        }
        return WANTED;
    }

    private static Duration p99(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return Duration.ofNanos(sorted.get((int) (sorted.size() * 0.99)));
    }
}
