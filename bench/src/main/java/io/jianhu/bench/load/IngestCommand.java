package io.jianhu.bench.load;

import com.sun.management.OperatingSystemMXBean;
import io.jianhu.bench.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** {@code bench ingest}: how many frames a second a platform acknowledges, how soon, and at what cost. */
public final class IngestCommand {

    private static final Set<String> OPTIONS =
            Set.of("host", "port", "connections", "seconds", "warmup", "rate", "window", "pid", "jdbc");

    private final PrintStream out;

    public IngestCommand(PrintStream out) {
        this.out = out;
    }

    public static String usage() {
        return """
                bench ingest [--host 127.0.0.1] [--port 2120] [--connections 2000] [--seconds 30] [--warmup 8]
                         [--rate max]         frames a second, or as many as are answered
                         [--window 4]         frames under way on a connection when the rate is max
                         [--pid PID]          the platform's process; default: whoever listens on the port
                         [--jdbc URL]         its database, for the comparison with COPY; default: the one in JIANHU_DATA
                """;
    }

    public void run(List<String> line) throws IOException, InterruptedException, SQLException {
        Arguments arguments = Arguments.parse(line, OPTIONS);
        LoadPlan plan = plan(arguments);
        Optional<Long> pid = arguments.find("pid").isPresent()
                ? Optional.of(arguments.getLong("pid", 0))
                : ProcessTimes.findListener(plan.platform().getPort());
        Optional<String> jdbc = arguments.find("jdbc").or(IngestCommand::findEmbeddedDatabase);
        DatabaseServer server = DatabaseServer.of(jdbc);
        out.printf(
                "%d connections to %s, %s, %d s after %d s of warm-up%n",
                plan.connections(),
                plan.platform(),
                plan.rate().isPresent()
                        ? plan.rate().getAsDouble() + " frames/s"
                        : "as fast as answered, " + plan.window() + " under way on each",
                plan.measured().toSeconds(),
                plan.warmUp().toSeconds());
        List<ProcessorTimes> times = new ArrayList<>();
        List<Instant> instants = new ArrayList<>();
        LoadResult result;
        try (LoadGenerator generator = new LoadGenerator(plan)) {
            result = generator.run(() -> {
                times.add(ProcessorTimes.now(pid, server));
                instants.add(Instant.now());
            });
        }
        ProcessorTimes spent = times.get(1).minus(times.get(0));
        Optional<CopyBaseline.Result> copy = Optional.empty();
        if (jdbc.isPresent()) {
            try (Connection connection = DriverManager.getConnection(jdbc.get())) {
                copy = Optional.of(new CopyBaseline(connection, server).measure(instants.getFirst()));
            }
        }
        out.println();
        out.print(new IngestReport(plan, result, spent, copy).toMarkdown());
    }

    private static LoadPlan plan(Arguments arguments) {
        String rate = arguments.get("rate", "max");
        return new LoadPlan(
                new InetSocketAddress(arguments.get("host", "127.0.0.1"), arguments.getInt("port", defaultPort())),
                arguments.getInt("connections", 2_000),
                rate.equals("max") ? OptionalDouble.empty() : OptionalDouble.of(arguments.getDouble("rate", 0)),
                arguments.getInt("window", 4),
                arguments.findDuration("warmup").orElse(Duration.ofSeconds(8)),
                arguments.findDuration("seconds").orElse(Duration.ofSeconds(30)));
    }

    private static int defaultPort() {
        return Integer.parseInt(System.getenv().getOrDefault("JIANHU_HJ212_PORT", "2120"));
    }

    /** The embedded database of a platform of this machine, by what it leaves in its data folder. */
    private static Optional<String> findEmbeddedDatabase() {
        Path data = Path.of(System.getenv().getOrDefault("JIANHU_DATA", "data"));
        try {
            String port = Files.readString(data.resolve("pg.port")).strip();
            String password = Files.readString(data.resolve("pg.password")).strip();
            return Optional.of("jdbc:postgresql://127.0.0.1:" + port + "/jianhu?user=jianhu&sslmode=disable&password="
                    + URLEncoder.encode(password, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Processor time used so far.
     *
     * @param platform zero where its process is not on this machine
     */
    record ProcessorTimes(Duration platform, Duration database, Duration generator) {

        static ProcessorTimes now(Optional<Long> platform, DatabaseServer server) {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new ProcessorTimes(
                    platform.flatMap(ProcessTimes::find).orElse(Duration.ZERO),
                    server.processorTime(),
                    Duration.ofNanos(system.getProcessCpuTime()));
        }

        ProcessorTimes minus(ProcessorTimes before) {
            return new ProcessorTimes(
                    platform.minus(before.platform),
                    database.minus(before.database),
                    generator.minus(before.generator));
        }
    }
}
