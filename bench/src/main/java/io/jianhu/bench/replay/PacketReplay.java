package io.jianhu.bench.replay;

import io.jianhu.bench.replay.PacketTable.Packet;
import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Replies;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends recorded packets, each over a connection of its own so that a half packet spoils no other, and compares what was
 * acknowledged with what should be: a sound frame that asks for an answer, and no other.
 */
final class PacketReplay {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final InetSocketAddress platform;
    private final PrintStream out;

    PacketReplay(InetSocketAddress platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    /**
     * What came of one packet.
     *
     * @param due answers that its sound frames ask for
     */
    private record Outcome(Packet packet, int due, int answers) {

        boolean isAsExpected() {
            return answers == due;
        }
    }

    void send(List<Packet> packets) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> tasks = packets.stream()
                    .map(packet -> (Callable<Outcome>) () -> send(packet))
                    .toList();
            for (Future<Outcome> outcome : threads.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a packet could not be sent: " + e.getMessage(), e);
        }
        outcomes.forEach(this::print);
        long asExpected = outcomes.stream().filter(Outcome::isAsExpected).count();
        long answered = outcomes.stream().filter(outcome -> outcome.answers > 0).count();
        long rejectedYetAnswered = outcomes.stream()
                .filter(outcome -> !outcome.packet.expectedValid() && outcome.answers > 0)
                .count();
        out.printf(
                "%d packets sent, %d acknowledged, %d as they ask for it; invalid and yet acknowledged: %d%n",
                outcomes.size(), answered, asExpected, rejectedYetAnswered);
    }

    private Outcome send(Packet packet) throws IOException {
        int due = answersDue(packet.bytes());
        List<Frame> answers = new ArrayList<>();
        try (FrontDoor door = FrontDoor.open(platform)) {
            door.send(packet.bytes());
            door.receive(
                    due > 0 ? PATIENCE : PATIENCE.dividedBy(3), answers::add, () -> due > 0 && answers.size() >= due);
        }
        return new Outcome(packet, due, answers.size());
    }

    /** By the packet's own flag, as this library reads it. */
    private static int answersDue(byte[] bytes) {
        Expected expected = new Expected();
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        splitter.feed(bytes, 0, bytes.length, expected);
        splitter.end(expected);
        return expected.due;
    }

    private void print(Outcome outcome) {
        String answer;
        if (outcome.answers > 0) {
            answer = "acknowledged" + (outcome.answers > 1 ? " x" + outcome.answers : "");
        } else {
            answer = outcome.due > 0 ? "NOT ACKNOWLEDGED" : "no answer";
        }
        out.printf(
                "%3d  %-16s %-8s asks for %d  %s%n",
                outcome.packet.number(),
                answer,
                outcome.packet.expectedValid() ? "valid" : "invalid",
                outcome.due,
                outcome.packet.source());
    }

    private static final class Expected implements FrameSink {
        private static final FrameDecoder DECODER = new FrameDecoder(FrameLimits.DEFAULT);
        private int due;

        @Override
        public void frame(byte[] buffer, int offset, int length, long streamOffset) {
            Decoded decoded = DECODER.decode(buffer, offset, length, DeviceProfile.UNKNOWN);
            boolean sound = !(decoded instanceof Decoded.Rejected);
            if (sound && decoded.findFrame().flatMap(Replies::findReplyTo).isPresent()) {
                due++;
            }
        }

        @Override
        public void junk(byte[] buffer, int offset, int length, long streamOffset) {
            // Junk asks for nothing.
        }
    }
}
