package io.jianhu.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A data folder of a test's own, with the embedded server and the processes that use it. Everything goes when it is closed. */
public final class ServerFolder implements AutoCloseable {

    private final Path top;
    private final Path data;
    private final List<Process> children = new ArrayList<>();

    private ServerFolder(Path top, Path data) {
        this.top = top;
        this.data = data;
    }

    /** A folder that every account of this machine may pass. */
    public static ServerFolder open() {
        return create("rwx--x--x").withPrograms();
    }

    /** Like {@link #open}, without programs: the first start must unpack them. */
    static ServerFolder bare() {
        return create("rwx--x--x");
    }

    /** A folder below one that only the owner may pass, like {@code /root}. */
    static ServerFolder hidden() {
        return create("rwx------").withPrograms();
    }

    private static ServerFolder create(String permissions) {
        try {
            Path top = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pg-it-");
            Files.setPosixFilePermissions(top, PosixFilePermissions.fromString(permissions));
            return new ServerFolder(top, top.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacked once for all tests, because that takes seconds. */
    private ServerFolder withPrograms() {
        try {
            TestDatabase.startServer();
            Path programs = Path.of("target/test-pg/pg-bin").toAbsolutePath();
            if (Files.isDirectory(programs)) {
                Files.createDirectories(data);
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
                Files.createSymbolicLink(data.resolve("pg-bin"), programs);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return data;
    }

    public DatabaseSettings settings() {
        return new DatabaseSettings(data, Optional.empty());
    }

    public Database start() {
        return Database.open(settings());
    }

    /** Starts {@link HoldDatabase} on this folder and returns it with its first line read. */
    Child startHolder() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HoldDatabase.class.getName(),
                data.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        children.add(process);
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.equals("UP")) {
                break;
            }
        }
        return new Child(process, said.toString());
    }

    /** A process and what it said until it was up, or until its end. */
    record Child(Process process, String said) {

        /** SIGKILL, and the wait for the end. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst().strip());
    }

    public boolean serverFileExists() {
        return Files.exists(data.resolve("pg/postmaster.pid"));
    }

    /** All processes that work in the cluster's folder. */
    List<Long> serverProcesses() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(this::worksHere)
                    .map(path -> Long.parseLong(path.getFileName().toString()))
                    .toList();
        }
    }

    /** One line of the status of every process of the server; a worker that ends while they are read is left out. */
    Map<Long, List<String>> statuses(String key) throws IOException {
        Map<Long, List<String>> statuses = new LinkedHashMap<>();
        for (long pid : serverProcesses()) {
            try {
                statuses.put(pid, status(pid, key));
            } catch (IOException unreadable) {
                if (Files.exists(Path.of("/proc", Long.toString(pid)))) {
                    throw unreadable;
                }
            }
        }
        return statuses;
    }

    private boolean worksHere(Path process) {
        try {
            return Files.isSameFile(process.resolve("cwd"), data.resolve("pg"));
        } catch (IOException gone) {
            return false;
        }
    }

    static List<String> column(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** One line of {@code /proc/PID/status}, as words. */
    static List<String> status(long pid, String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .flatMap(line ->
                        Arrays.stream(line.substring(key.length() + 1).strip().split("\\s+")))
                .toList();
    }

    @Override
    public void close() {
        try {
            for (Process child : children) {
                child.destroyForcibly().waitFor();
            }
            if (serverFileExists()) {
                start().close();
            }
            FileSystemUtils.deleteRecursively(top);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
