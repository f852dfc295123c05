package io.jianhu.bench.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Sends measurements over one connection, no faster than the platform acknowledges them. */
final class MeasurementReplay {

    private static final int MOST_UNDER_WAY = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PROGRESS_EVERY = 10_000;

    private final InetSocketAddress platform;
    private final double framesPerSecond;
    private final PrintStream out;

    /** @param framesPerSecond infinite: as fast as they are acknowledged */
    MeasurementReplay(InetSocketAddress platform, double framesPerSecond, PrintStream out) {
        this.platform = platform;
        this.framesPerSecond = framesPerSecond;
        this.out = out;
    }

    void send(Stream<Measurements> measurements) throws IOException, InterruptedException {
        Semaphore room = new Semaphore(MOST_UNDER_WAY);
        AtomicLong acknowledged = new AtomicLong();
        Map<String, Long> sentBySource = new TreeMap<>();
        long sent = 0;
        long leftOut = 0;
        long begin = System.nanoTime();
        try (FrontDoor door = FrontDoor.open(platform)) {
            Thread reader = Thread.ofVirtual().start(() -> read(door, room, acknowledged));
            for (Iterator<Measurements> all = measurements.iterator(); all.hasNext(); ) {
                Measurements next = all.next();
                if (next.isEmpty()) {
                    leftOut++;
                    continue;
                }
                pace(begin, sent);
                if (!room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("the platform has stopped acknowledging after " + acknowledged.get() + " of "
                            + sent + " frames");
                }
                door.send(next.toFrame().toBytes());
                sent++;
                sentBySource.merge(next.source(), 1L, Long::sum);
                if (sent % PROGRESS_EVERY == 0) {
                    out.printf("%d sent, %d acknowledged%n", sent, acknowledged.get());
                }
            }
            long wanted = sent;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (acknowledged.get() < wanted && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            reader.interrupt();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        sentBySource.forEach((source, frames) ->
                out.printf("  %s: %d frames as device %s%n", source, frames, Measurements.mn(source)));
        if (leftOut > 0) {
            out.printf("%d rows left out: no value, or a date that does not exist%n", leftOut);
        }
        out.printf(
                Locale.ROOT,
                "%d frames sent, %d acknowledged, %.0f frames/s%n",
                sent,
                acknowledged.get(),
                sent / seconds);
    }

    private void pace(long begin, long sent) throws InterruptedException {
        long due = begin + (long) (sent * 1e9 / framesPerSecond);
        long wait = due - System.nanoTime();
        if (wait > 1_000_000) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }

    private static void read(FrontDoor door, Semaphore room, AtomicLong acknowledged) {
        try {
            door.receive(
                    Duration.ofHours(1),
                    frame -> {
                        if (frame.cn().equals("9014")) {
                            acknowledged.incrementAndGet();
                            room.release();
                        }
                    },
                    () -> false);
        } catch (IOException e) {
            // The writer closes the connection when it has its answers, and notices by itself when they stop coming.
            return;
        }
    }
}
