package io.jianhu.platform.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What {@code postmaster.pid} says. Its lines: pid, data folder, start time, port, socket folder, listen address, shared
 * memory key, status.
 *
 * @param port 0 while the server has not written it yet
 * @param ready the server takes connections
 */
record Postmaster(Path cluster, long pid, int port, boolean ready) {

    private static final Path PROC = Path.of("/proc");
    private static final Duration POLL = Duration.ofMillis(10);

    static Optional<Postmaster> find(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
                return Optional.empty();
            }
            int port = lines.size() > 3 && !lines.get(3).isBlank()
                    ? Integer.parseInt(lines.get(3).strip())
                    : 0;
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(
                    new Postmaster(cluster, Long.parseLong(lines.getFirst().strip()), port, ready));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A PostgreSQL server that works on this cluster: not dead, not a zombie, not a stranger who got the old pid. */
    boolean isAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        if (!Files.isDirectory(PROC)) {
            return process.get()
                    .info()
                    .command()
                    .map(command -> command.contains("postgres"))
                    .orElse(true);
        }
        return !isZombie() && worksIn(PROC.resolve(Long.toString(pid)), cluster);
    }

    /**
     * Removes the file of a server that is gone. PostgreSQL does so itself, except when the old pid still answers: as a zombie
     * that nobody collected, or as another program. Backends that have lost their server end by themselves within moments;
     * until then the file stays, because it is what keeps a second server away from their memory.
     *
     * @throws IOException orphans still work on the cluster after the limit
     */
    void forget(Duration limit) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return;
        }
        Deadline deadline = Deadline.in(limit);
        List<Path> orphans = orphansOn(cluster);
        while (!orphans.isEmpty()) {
            if (deadline.passed()) {
                throw new IOException("processes of a dead server still work on it: " + orphans);
            }
            LockSupport.parkNanos(POLL.toNanos());
            orphans = orphansOn(cluster);
        }
        Files.deleteIfExists(file(cluster));
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return true;
        }
    }

    private static List<Path> orphansOn(Path cluster) throws IOException {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .filter(path -> worksIn(path, cluster))
                    .toList();
        }
    }

    /**
     * Every PostgreSQL process has its cluster as working folder. Where the kernel hides that (a container without
     * CAP_SYS_PTRACE), any PostgreSQL counts: better to refuse a start than to let two servers write.
     */
    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.isSameFile(process.resolve("cwd"), cluster);
        } catch (AccessDeniedException hidden) {
            return commandLine(process).contains("postgres");
        } catch (IOException gone) {
            return false;
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
