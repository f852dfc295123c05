package io.jianhu.bench.city;

import io.jianhu.bench.Arguments;
import io.jianhu.bench.UsageException;
import io.jianhu.hj212.Frame;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code simulate}: runs a city of data loggers against a platform until it is stopped or its time is over. */
public final class SimulateCommand {

    private static final Set<String> OPTIONS = Set.of(
            "host",
            "port",
            "seed",
            "devices",
            "surface-water",
            "interval",
            "speed",
            "from",
            "duration",
            "truth",
            "register",
            "no-register",
            "token");
    private static final Duration STATUS_EVERY = Duration.ofSeconds(10);

    private final PrintStream out;

    public SimulateCommand(PrintStream out) {
        this.out = out;
    }

    public static String usage() {
        return """
                simulate [--host 127.0.0.1] [--port 2120] [--seed 1] [--devices 589] [--surface-water 0]
                         [--interval 30]      seconds between real-time uploads
                         [--speed 1]          seconds of the city per second
                         [--from TIME]        the city's time at the start, Beijing time; default now
                         [--duration 2h]      time of the city until the end; default for ever
                         [--truth FILE]       write plan, events and deeds as JSON lines
                         [--register http://127.0.0.1:8080 --token TOKEN]   enter the devices in the register first;
                         [--no-register]      or leave them to quarantine
                """;
    }

    public void run(List<String> line) throws IOException, InterruptedException {
        Arguments arguments = Arguments.parse(line, OPTIONS);
        CityPlan city = CityPlan.of(arguments.getLong("seed", 1), size(arguments));
        double speed = arguments.getDouble("speed", 1);
        if (!(speed > 0)) {
            throw new UsageException("--speed is above 0");
        }
        Optional<Instant> from = arguments.find("from").map(SimulateCommand::time);
        print(city);
        register(arguments, city);
        Instant start = from.orElseGet(Instant::now);
        CityClock clock = new CityClock(start, speed, System::nanoTime);
        InetSocketAddress platform =
                new InetSocketAddress(arguments.get("host", "127.0.0.1"), arguments.getInt("port", defaultPort()));
        CommandDesk.TimePolicy policy = from.isEmpty() && speed == 1
                ? CommandDesk.TimePolicy.TAKE_PLATFORM_TIME
                : CommandDesk.TimePolicy.SET_RIGHT;
        Optional<Path> truthPath = arguments.find("truth").map(SimulateCommand::path);
        try (TruthKeeper truth = TruthKeeper.open(truthPath, city, start, speed)) {
            List<DataLogger> loggers = city.devices().stream()
                    .map(device -> new DataLogger(
                            device, city.seed(), arguments.getInt("interval", 30), truth.deeds(), policy))
                    .toList();
            try (Fleet fleet = new Fleet(loggers, platform, clock)) {
                out.printf("%d loggers report to %s%n", loggers.size(), platform);
                fleet.start();
                watch(fleet, clock, loggers.size(), arguments.findDuration("duration"), truth);
            }
        }
    }

    private static CityPlan.Size size(Arguments arguments) {
        CityPlan.Size size = arguments
                .find("devices")
                .map(ignored -> CityPlan.Size.ofOutlets(arguments.getInt("devices", 0)))
                .orElse(CityPlan.Size.SHAOXING);
        return size.withSurfaceWater(arguments.getInt("surface-water", 0));
    }

    private static int defaultPort() {
        return Integer.parseInt(System.getenv().getOrDefault("JIANHU_HJ212_PORT", "2120"));
    }

    /** Relative to the folder the user stands in: the launcher itself works in the project's. */
    private static Path path(String text) {
        return Path.of(System.getenv().getOrDefault("JIANHU_CALLER_DIR", "")).resolve(text);
    }

    /** Beijing time, with or without offset. */
    private static Instant time(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(Frame.BEIJING);
        } catch (DateTimeException e) {
            throw new UsageException("--from is a time such as 2026-03-01T00:00:00, not " + text, e);
        }
    }

    private void register(Arguments arguments, CityPlan city) throws IOException, InterruptedException {
        Optional<String> platform = arguments.find("register");
        Optional<String> token = arguments.find("token");
        if (arguments.find("no-register").isPresent() || (platform.isEmpty() && token.isEmpty())) {
            return;
        }
        if (token.isEmpty() || platform.isEmpty()) {
            throw new UsageException(
                    "--register and --token belong together; ./jianhu token create NAME makes a token");
        }
        Registration.Outcome outcome = new Registration(URI.create(platform.get()), token.get()).enter(city.devices());
        out.printf(
                "register: %d created, %d updated, %d refused%n",
                outcome.created(), outcome.updated(), outcome.refusals().size());
        outcome.refusals().stream().limit(20).forEach(refusal -> out.println("  " + refusal));
    }

    private void print(CityPlan city) {
        out.printf("city of seed %d: %d devices%n", city.seed(), city.devices().size());
        print(city, "edition", device -> device.edition().label());
        print(
                city,
                "district",
                device -> device.park().district().code() + " "
                        + device.park().district().nameZh());
        print(city, "medium", device -> device.medium().label());
        print(city, "industry", device -> device.industry().nameZh());
        Map<String, Long> quirks = new TreeMap<>(city.devices().stream()
                .flatMap(device -> device.quirks().stream())
                .collect(Collectors.groupingBy(Quirk::description, Collectors.counting())));
        out.println("  habits: " + quirks);
    }

    private void print(CityPlan city, String what, Function<Device, String> by) {
        Map<String, Long> counts =
                new TreeMap<>(city.devices().stream().collect(Collectors.groupingBy(by, Collectors.counting())));
        out.println("  by " + what + ": " + counts);
    }

    private void watch(Fleet fleet, CityClock clock, int loggers, Optional<Duration> duration, TruthKeeper truth)
            throws InterruptedException {
        long begin = clock.now().trueMillis();
        long end = duration.map(length -> begin + length.toMillis()).orElse(Long.MAX_VALUE);
        Traffic.Snapshot before = fleet.traffic();
        while (clock.now().trueMillis() < end) {
            Duration untilEnd = end == Long.MAX_VALUE
                    ? STATUS_EVERY
                    : clock.toReal(end - clock.now().trueMillis());
            Duration pause = untilEnd.compareTo(STATUS_EVERY) < 0 ? untilEnd : STATUS_EVERY;
            Thread.sleep(pause);
            Traffic.Snapshot after = fleet.traffic();
            Instant now = Instant.ofEpochMilli(clock.now().trueMillis());
            truth.advance(now);
            out.printf(
                    Locale.ROOT,
                    "%s  connected %d/%d  frames %d (%.1f/s)  answered %d  asked of us %d%n",
                    now.atOffset(Frame.BEIJING).toLocalDateTime().withNano(0),
                    after.connected(),
                    loggers,
                    after.framesSent(),
                    (after.framesSent() - before.framesSent()) * 1e3 / Math.max(1, pause.toMillis()),
                    after.answers(),
                    after.requests());
            before = after;
        }
    }

    /** The truth file where one is wanted. */
    private record TruthKeeper(Optional<TruthFile> file) implements AutoCloseable {

        static TruthKeeper open(Optional<Path> path, CityPlan city, Instant from, double speed) throws IOException {
            return new TruthKeeper(
                    path.isEmpty() ? Optional.empty() : Optional.of(TruthFile.create(path.get(), city, from, speed)));
        }

        Deeds deeds() {
            return file.isPresent() ? file.get() : Deeds.UNHEARD;
        }

        void advance(Instant now) {
            file.ifPresent(truth -> truth.advance(now));
        }

        @Override
        public void close() throws IOException {
            if (file.isPresent()) {
                file.get().close();
            }
        }
    }
}
