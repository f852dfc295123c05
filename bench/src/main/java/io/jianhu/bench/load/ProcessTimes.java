package io.jianhu.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Processor time of other processes of this machine, from Linux's {@code /proc}. Empty answers where there is none. */
final class ProcessTimes {

    /** {@code USER_HZ}: fixed at 100 in the interface of every Linux. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final Path PROC = Path.of("/proc");

    private ProcessTimes() {}

    /** User and system time of a process since it began. */
    static Optional<Duration> find(long pid) {
        return stat(pid).map(stat -> Duration.ofNanos((stat.userTicks + stat.systemTicks) * NANOS_PER_TICK));
    }

    /** The sum over a process and its children, such as a postmaster and its backends. */
    static Duration ofFamily(long parent) {
        long ticks = 0;
        for (long pid : pids()) {
            Optional<Stat> stat = stat(pid).filter(found -> pid == parent || found.parent == parent);
            if (stat.isPresent()) {
                ticks += stat.get().userTicks + stat.get().systemTicks;
            }
        }
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    /** The process that listens on the TCP port. */
    static Optional<Long> findListener(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : lines(PROC.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                boolean listens = columns.length > 9 && columns[3].equals("0A");
                if (listens && columns[1].endsWith(String.format(":%04X", port))) {
                    sockets.add("socket:[" + columns[9] + "]");
                }
            }
        }
        return pids().stream().filter(pid -> holdsAny(pid, sockets)).findFirst();
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        if (sockets.isEmpty()) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                pids.add(Long.parseLong(entry.getFileName().toString()));
            }
        } catch (IOException e) {
            return List.of();
        }
        return pids;
    }

    /** The command stands in brackets and may itself hold blanks and brackets: count from the last bracket. */
    private static Optional<Stat> stat(long pid) {
        String line = String.join("", lines(PROC.resolve(pid + "/stat")));
        int close = line.lastIndexOf(')');
        if (close < 0) {
            return Optional.empty();
        }
        String[] rest = line.substring(close + 2).split(" ");
        return Optional.of(new Stat(Long.parseLong(rest[1]), Long.parseLong(rest[11]), Long.parseLong(rest[12])));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    private record Stat(long parent, long userTicks, long systemTicks) {}
}
