package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes the cluster of a data folder where there is none, and starts a server on it. */
record ServerLauncher(
        DataFolder folder, PostgresBinaries binaries, ServerAccount account, ServerSettings settings, String password) {

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int PORT_ATTEMPTS = 3;

    /** Cluster and log folder, made where missing, owned by the account of the server. */
    void prepare() throws IOException {
        if (!folder.holdsCluster()) {
            initialise();
        }
        checkMajorVersion();
        account.give(folder.cluster());
        Files.createDirectories(folder.logFolder());
        account.give(folder.logFolder());
    }

    /** Starts the server on the port it had before, or on a free one, which is then remembered. */
    Postmaster launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = choosePort();
            folder.rememberPort(port);
            try {
                return launchOn(port);
            } catch (PortTakenException taken) {
                if (attempt == PORT_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Starts the server on this port.
     *
     * @throws IOException it ended, or hung; the message has what it said
     */
    Postmaster launchOn(int port) throws IOException {
        List<String> command = new ArrayList<>();
        if (new HostCheck(folder.root(), System.getenv().getOrDefault("PATH", "")).isOnPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(account.commandLine(List.of(
                binaries.program("postgres").toString(), "-D", folder.cluster().toString())));
        command.addAll(settings.arguments(port));
        Process process = process(command, folder.cluster())
                .redirectErrorStream(true)
                .redirectOutput(folder.startLog().toFile())
                .start();
        Optional<Postmaster> ready = awaitReady(process, port);
        if (ready.isPresent()) {
            return ready.get();
        }
        String said = Files.readString(folder.startLog()).strip();
        String failure = "the server ended with code " + process.exitValue() + "\n" + said;
        throw said.contains("could not bind") ? new PortTakenException(failure) : new IOException(failure);
    }

    private static final class PortTakenException extends IOException {

        private static final long serialVersionUID = 1L;

        PortTakenException(String message) {
            super(message);
        }
    }

    /**
     * Makes the cluster in a folder beside its place and renames it: a cluster that is there is whole.
     */
    private void initialise() throws IOException {
        Trees.delete(folder.cluster());
        Path workshop = Files.createTempDirectory(folder.root(), "pg-init-");
        try {
            Path secret = workshop.resolve("password");
            DataFolder.writePrivate(secret, password + "\n");
            account.give(workshop);
            account.give(secret);
            Path cluster = workshop.resolve("pg");
            run(account.commandLine(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + cluster,
                    "--username=" + EmbeddedPostgres.USER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums")));
            Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(workshop);
        }
    }

    private void checkMajorVersion() throws IOException {
        String cluster =
                Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        String programs = binaries.home().getFileName().toString();
        if (!programs.startsWith(cluster + ".") && !programs.equals("unversioned")) {
            throw new DatabaseException(
                    """
                    %s was made by PostgreSQL %s, this program brings %s. Save it with the old program (./jianhu backup FILE), then restore it into an empty folder with this one.
                    %s 由 PostgreSQL %s 建立，本程序自带 %s。请用旧程序备份（./jianhu backup FILE），再用本程序恢复到空目录。""".formatted(folder.cluster(), cluster, programs, folder.cluster(), cluster, programs));
        }
    }

    /** Empty when the server ended. Recovery after a crash may take minutes, so only a hanging server is given up. */
    private Optional<Postmaster> awaitReady(Process process, int port) throws IOException {
        String url = JdbcUrls.embedded(port, "postgres", EmbeddedPostgres.USER, password);
        Deadline deadline = Deadline.in(START_LIMIT);
        while (process.isAlive()) {
            Optional<Postmaster> server =
                    Postmaster.find(folder.cluster()).filter(found -> found.ready() && found.port() == port);
            if (server.isPresent() && JdbcUrls.answers(url)) {
                return server;
            }
            if (deadline.passed()) {
                process.destroyForcibly();
                throw new IOException("the server did not become ready within " + START_LIMIT.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return Optional.empty();
    }

    private int choosePort() throws IOException {
        Optional<Integer> remembered = folder.findPort().filter(ServerLauncher::isFree);
        return remembered.isPresent() ? remembered.get() : freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void run(List<String> command) throws IOException {
        Process process = process(command, folder.root())
                .redirectErrorStream(true)
                .redirectOutput(folder.startLog().toFile())
                .start();
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within " + START_LIMIT.toMinutes() + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("initdb ended with code " + process.exitValue() + "\n"
                    + Files.readString(folder.startLog()).strip());
        }
    }

    private static ProcessBuilder process(List<String> command, Path workingFolder) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(workingFolder.toFile());
        builder.redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
