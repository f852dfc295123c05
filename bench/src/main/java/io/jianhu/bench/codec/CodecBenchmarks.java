package io.jianhu.bench.codec;

import io.jianhu.hj212.Crc;
import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Finding;
import io.jianhu.hj212.FindingCode;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameScanner;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.FrameVisitor;
import io.jianhu.hj212.HeaderField;
import io.jianhu.hj212.Verdict;
import io.jianhu.hj212.cli.DecodeCommand;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Nanoseconds per frame of the mix. The two floors are what no reader can do without: the CRC of every byte, and one look
 * at every byte for the delimiters.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class CodecBenchmarks {

    static final int FRAMES = 97;

    private static final int REPETITIONS = 200;
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final int HEAD_BYTES = 6;
    private static final int CRC_AND_TAIL_BYTES = 6;

    private final int[] from = new int[FRAMES];
    private final int[] length = new int[FRAMES];
    private final byte[] stream = lay(FrameMix.frames());
    private final byte[] repeated = repeat(stream);
    private final FrameScanner scanner = new FrameScanner(FrameLimits.DEFAULT);
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
    private final FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
    private final Counter counter = new Counter();

    /** The same as {@code bench codec}. */
    public static void main(String[] args) throws RunnerException {
        new CodecCommand(System.out).run();
    }

    private byte[] lay(List<byte[]> frames) {
        byte[] all = new byte[frames.stream().mapToInt(frame -> frame.length).sum()];
        int at = 0;
        for (int i = 0; i < FRAMES; i++) {
            from[i] = at;
            length[i] = frames.get(i).length;
            System.arraycopy(frames.get(i), 0, all, at, length[i]);
            at += length[i];
        }
        return all;
    }

    private static byte[] repeat(byte[] stream) {
        byte[] all = new byte[stream.length * REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            System.arraycopy(stream, 0, all, i * stream.length, stream.length);
        }
        return all;
    }

    /** Floor: the CRC over every data segment, eight bytes at a time. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int floorCrc() {
        int sum = 0;
        for (int i = 0; i < FRAMES; i++) {
            sum += Crc.of(stream, from[i] + HEAD_BYTES, length[i] - HEAD_BYTES - CRC_AND_TAIL_BYTES);
        }
        return sum;
    }

    /** Floor: one look at every byte of every data segment for the four delimiters. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int floorDelimiters() {
        int sum = 0;
        for (int i = 0; i < FRAMES; i++) {
            sum += delimiters(stream, from[i] + HEAD_BYTES, from[i] + length[i] - CRC_AND_TAIL_BYTES);
        }
        return sum;
    }

    private static int delimiters(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ';' || b == ',' || b == '=' || b == '-') {
                sum += i;
            }
        }
        return sum;
    }

    /** CRC, structure, every field, every check, to a visitor: no object is made. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long visitor() {
        for (int i = 0; i < FRAMES; i++) {
            Verdict verdict = scanner.scan(stream, from[i], length[i], DeviceProfile.UNKNOWN, counter);
            if (verdict == Verdict.REJECTED) {
                throw new IllegalStateException("frame " + i + " of the mix is not sound");
            }
        }
        return counter.sum;
    }

    /** The same into records, ready to store. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public void records(Blackhole blackhole) {
        for (int i = 0; i < FRAMES; i++) {
            Decoded decoded = decoder.decode(stream, from[i], length[i], DeviceProfile.UNKNOWN);
            blackhole.consume(decoded);
        }
    }

    /** Cutting the stream into frames, CRC included. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long splitter() {
        splitter.feed(stream, 0, stream.length, counter);
        return counter.sum;
    }

    /** {@code jianhu decode}: bytes in, JSON out, start of the command included. */
    @Benchmark
    @OperationsPerInvocation(FRAMES * REPETITIONS)
    public int json() {
        return new DecodeCommand(new ByteArrayInputStream(repeated), OutputStream.nullOutputStream(), NOWHERE)
                .run(List.of("-"));
    }

    private static final class Counter implements FrameVisitor, FrameSink {
        private long sum;

        @Override
        public void start(byte[] bytes, int frameFrom) {
            sum += frameFrom;
        }

        @Override
        public void header(HeaderField field, int from, int to) {
            sum += to - from;
        }

        @Override
        public void field(int group, int keyFrom, int hyphen, int keyTo, int valueFrom, int valueTo) {
            sum += group + hyphen + valueTo;
        }

        @Override
        public void deviation(FindingCode code, int from, int to, String expected) {
            sum += from;
        }

        @Override
        public void rejection(Finding finding) {
            throw new IllegalStateException(finding.toString());
        }

        @Override
        public void frame(byte[] buffer, int offset, int length, long streamOffset) {
            sum += length;
        }

        @Override
        public void junk(byte[] buffer, int offset, int length, long streamOffset) {
            throw new IllegalStateException("the mix has no junk");
        }
    }
}
