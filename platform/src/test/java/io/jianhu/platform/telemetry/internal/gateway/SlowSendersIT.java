package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.support.Fleet;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
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
            fleet.drainLatencies();
            fleet.forgetAcknowledgements();
            fleet.awaitAcknowledgements(400, LIMIT);
            Duration alone = p99(fleet.drainLatencies());

            for (int i = 0; i < crowd; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", gateway.port()));
                channel.configureBlocking(false);
                channel.write(ByteBuffer.wrap(BEGINNING));
                slow.add(channel);
            }
            awaitConnections(gateway, crowd);
            fleet.drainLatencies();
            fleet.forgetAcknowledgements();
            for (int next = 0; fleet.acknowledgedCount() < 2_000; next += 7) {
                slow.get(next % crowd).write(ByteBuffer.wrap(new byte[] {'1'}));
                LockSupport.parkNanos(DRIP.toNanos());
            }
            Duration crowded = p99(fleet.drainLatencies());
            System.out.printf(
                    "%d slow connections: acknowledgement p99 %d ms, alone %d ms%n",
                    crowd, crowded.toMillis(), alone.toMillis());
            assertThat(crowded)
                    .as("p99 of honest devices, %s when alone", alone)
                    .isLessThan(alone.multipliedBy(3).plusMillis(100));
            assertThat(gateway.status().connections()).isGreaterThanOrEqualTo(crowd);
        } finally {
            for (SocketChannel channel : slow) {
                channel.close();
            }
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
