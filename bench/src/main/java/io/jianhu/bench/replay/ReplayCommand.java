package io.jianhu.bench.replay;

import io.jianhu.bench.Arguments;
import io.jianhu.bench.UsageException;
import io.jianhu.hj212.Frame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PushbackInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** {@code replay FILE}: sends recorded packets, or real measurements as frames, through the front door. */
public final class ReplayCommand {

    private static final Set<String> OPTIONS = Set.of("host", "port", "rate", "limit", "from");
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final PrintStream out;

    public ReplayCommand(PrintStream out) {
        this.out = out;
    }

    public static String usage() {
        return """
                replay FILE [--host 127.0.0.1] [--port 2120] [--rate max] [--limit N]
                         [--from 2011-01-01T00:00:00]   first hour of data without times, Beijing time
                         FILE: a table of packets (source, packet, expected, notes, separated by tabs), or
                         measurements (UCI 501, 551 and 106, a station of China's network), gzip or not
                """;
    }

    public void run(List<String> line) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(line, OPTIONS);
        if (arguments.words().size() != 1) {
            throw new UsageException("replay takes one file");
        }
        InetSocketAddress platform =
                new InetSocketAddress(arguments.get("host", "127.0.0.1"), arguments.getInt("port", defaultPort()));
        long limit = arguments.getLong("limit", Long.MAX_VALUE);
        try (BufferedReader reader = open(Path.of(arguments.words().getFirst()))) {
            reader.mark(8_192);
            String first = reader.readLine();
            reader.reset();
            if (first == null) {
                throw new UsageException("the file is empty");
            }
            Stream<String> lines = reader.lines().filter(text -> !text.isBlank());
            if (first.startsWith(PacketTable.HEADER)) {
                List<PacketTable.Packet> packets = PacketTable.read(lines);
                new PacketReplay(platform, out)
                        .send(packets.stream().limit(limit).toList());
                return;
            }
            Dataset dataset = Dataset.of(first);
            out.println(dataset.description());
            new MeasurementReplay(platform, rate(arguments), out)
                    .send(dataset.read(lines, from(arguments)).limit(limit));
        }
    }

    private static BufferedReader open(Path path) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(path), 2);
        int first = bytes.read();
        int second = bytes.read();
        if (second >= 0) {
            bytes.unread(second);
        }
        if (first >= 0) {
            bytes.unread(first);
        }
        boolean zipped = first == GZIP_FIRST && second == GZIP_SECOND;
        return new BufferedReader(
                new InputStreamReader(zipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8), 65_536);
    }

    private static double rate(Arguments arguments) {
        return arguments.get("rate", "max").equals("max") ? Double.POSITIVE_INFINITY : arguments.getDouble("rate", 0);
    }

    private static Instant from(Arguments arguments) {
        String text = arguments.get("from", "2011-01-01T00:00:00");
        try {
            return LocalDateTime.parse(text).toInstant(Frame.BEIJING);
        } catch (DateTimeException e) {
            throw new UsageException("--from is a time such as 2026-01-01T00:00:00, not " + text, e);
        }
    }

    private static int defaultPort() {
        return Integer.parseInt(System.getenv().getOrDefault("JIANHU_HJ212_PORT", "2120"));
    }
}
