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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: unpack once → {@code initdb} once → start, or adopt the one that outlived a killed platform →
 * stop. Durable, password only, loopback only, never root.
 *
 * <p>The server is a separate process in a session of its own: neither {@code kill -9} of the platform nor Ctrl-C in its terminal
 * touches it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Superuser, and owner of everything. */
    static final String USER = "jianhu";

    static final String DATABASE = "jianhu";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration QUIT_LIMIT = Duration.ofSeconds(15);
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int PORT_ATTEMPTS = 3;

    private final DataFolder folder;
    private final DataFolderLock lock;
    private final String password;
    private final Postmaster server;

    private EmbeddedPostgres(DataFolder folder, DataFolderLock lock, String password, Postmaster server) {
        this.folder = folder;
        this.lock = lock;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the server of a data folder, and makes folder and cluster where they are not there yet.
     *
     * @throws DatabaseException another Jianhu runs on the folder, or the server cannot run; the message says what to do
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        DataFolder folder = new DataFolder(dataFolder);
        folder.create();
        DataFolderLock lock = DataFolderLock.get(folder);
        try {
            return start(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw new DatabaseException("""
                    PostgreSQL could not be started in %s: %s
                    无法在 %s 启动 PostgreSQL：%s""".formatted(dataFolder, e, dataFolder, e.getMessage()), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Address of a server that another process has started on this folder; empty when nobody holds the folder. */
    public static Optional<String> findRunning(Path dataFolder) {
        DataFolder folder = new DataFolder(dataFolder);
        if (!folder.holdsCluster()) {
            return Optional.empty();
        }
        Optional<DataFolderLock> free = DataFolderLock.find(folder);
        if (free.isPresent()) {
            free.get().close();
            return Optional.empty();
        }
        try {
            int port = folder.findPort().orElseThrow();
            String url = JdbcUrls.embedded(port, DATABASE, USER, folder.password());
            Deadline deadline = Deadline.in(Duration.ofSeconds(15));
            while (!answers(url)) {
                if (deadline.passed()) {
                    throw new DatabaseException("""
                            Another Jianhu holds %s, but its PostgreSQL does not answer on port %d. Try again, or stop it.
                            另一个鉴湖进程占用 %s，但其 PostgreSQL（端口 %d）没有应答。请稍后再试，或停止该进程。""".formatted(dataFolder, port, dataFolder, port));
                }
                pause();
            }
            return Optional.of(url);
        } catch (IOException e) {
            throw new DatabaseException("Cannot read " + dataFolder + "\n无法读取 " + dataFolder, e);
        }
    }

    /** JDBC URL with user and password. */
    public String url() {
        return JdbcUrls.embedded(server.port(), DATABASE, USER, password);
    }

    /** Pid of the server process. */
    public long pid() {
        return server.pid();
    }

    /** Ends the server, not only this handle on it: connections are cut, everything committed is on disk. */
    @Override
    public void close() {
        try {
            stop(server);
        } finally {
            lock.close();
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, DataFolderLock lock) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
        String password = folder.password();
        ServerSettings settings = ServerSettings.of(folder.logFolder());
        Optional<Postmaster> survivor = Postmaster.find(folder.cluster());
        if (survivor.isPresent() && survivor.get().isAlive()) {
            if (adopt(survivor.get(), settings, password)) {
                log.info(
                        "Adopted the PostgreSQL (pid {}) that outlived an earlier run",
                        survivor.get().pid());
                folder.rememberPort(survivor.get().port());
                return new EmbeddedPostgres(folder, lock, password, survivor.get());
            }
            stop(survivor.get());
        }
        Optional<Postmaster> remains = Postmaster.find(folder.cluster());
        if (remains.isPresent()) {
            remains.get().forget(ORPHAN_LIMIT);
        }
        ServerAccount account = ServerAccount.choose(folder.root());
        if (!folder.holdsCluster()) {
            initialise(folder, binaries, account, password);
        }
        checkMajorVersion(folder, binaries);
        account.give(folder.cluster());
        Files.createDirectories(folder.logFolder());
        account.give(folder.logFolder());
        Postmaster server = launch(folder, binaries, account, settings, password);
        createDatabase(server.port(), password);
        return new EmbeddedPostgres(folder, lock, password, server);
    }

    /**
     * Makes the cluster in a folder beside its place and renames it: a cluster that is there is whole.
     */
    private static void initialise(DataFolder folder, PostgresBinaries binaries, ServerAccount account, String password)
            throws IOException {
        Trees.delete(folder.cluster());
        Path workshop = Files.createTempDirectory(folder.root(), "pg-init-");
        try {
            Path secret = workshop.resolve("password");
            DataFolder.writePrivate(secret, password + "\n");
            account.give(workshop);
            account.give(secret);
            Path cluster = workshop.resolve("pg");
            run(
                    folder,
                    account.commandLine(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + cluster,
                            "--username=" + USER,
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

    private static void checkMajorVersion(DataFolder folder, PostgresBinaries binaries) throws IOException {
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

    private static Postmaster launch(
            DataFolder folder,
            PostgresBinaries binaries,
            ServerAccount account,
            ServerSettings settings,
            String password)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = choosePort(folder);
            folder.rememberPort(port);
            List<String> command = new ArrayList<>();
            if (new HostCheck(folder.root(), System.getenv().getOrDefault("PATH", "")).isOnPath("setsid")) {
                command.add("setsid");
            }
            command.addAll(account.commandLine(List.of(
                    binaries.program("postgres").toString(),
                    "-D",
                    folder.cluster().toString())));
            command.addAll(settings.arguments(port));
            Process process = process(command, folder.cluster())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.startLog().toFile())
                    .start();
            Optional<Postmaster> ready = awaitReady(folder, process, port, password);
            if (ready.isPresent()) {
                return ready.get();
            }
            String said = Files.readString(folder.startLog());
            if (attempt == PORT_ATTEMPTS || !said.contains("could not bind")) {
                throw new IOException("the server ended with code " + process.exitValue() + "\n" + said.strip());
            }
        }
    }

    /** Empty when the server ended. Recovery after a crash may take minutes, so only a hanging server is given up. */
    private static Optional<Postmaster> awaitReady(DataFolder folder, Process process, int port, String password)
            throws IOException {
        String url = JdbcUrls.embedded(port, "postgres", USER, password);
        Deadline deadline = Deadline.in(START_LIMIT);
        while (process.isAlive()) {
            Optional<Postmaster> server =
                    Postmaster.find(folder.cluster()).filter(found -> found.ready() && found.port() == port);
            if (server.isPresent() && answers(url)) {
                return server;
            }
            if (deadline.passed()) {
                process.destroyForcibly();
                throw new IOException("the server did not become ready within " + START_LIMIT.toMinutes() + " minutes");
            }
            pause();
        }
        return Optional.empty();
    }

    /** Takes over a server that lets us in, works on our cluster and has our settings; ends what a dead platform left open. */
    private static boolean adopt(Postmaster survivor, ServerSettings settings, String password) {
        if (!survivor.ready()) {
            return false;
        }
        try (Connection connection = JdbcUrls.connect(JdbcUrls.embedded(survivor.port(), "postgres", USER, password));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('data_directory'), current_setting('cluster_name')")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), survivor.cluster())
                    || !row.getString(2).equals(settings.clusterName())) {
                return false;
            }
            statement.execute("""
                    select pg_terminate_backend(pid, 10000) from pg_stat_activity
                    where backend_type = 'client backend' and pid <> pg_backend_pid()""");
        } catch (SQLException | IOException e) {
            log.warn(
                    "The PostgreSQL that outlived an earlier run cannot be adopted, it is stopped: {}", e.getMessage());
            return false;
        }
        createDatabase(survivor.port(), password);
        return true;
    }

    private static void createDatabase(int port, String password) {
        if (answers(JdbcUrls.embedded(port, DATABASE, USER, password))) {
            return;
        }
        try (Connection connection = JdbcUrls.connect(JdbcUrls.embedded(port, "postgres", USER, password));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new DatabaseException("Cannot create the database\n无法建立数据库：" + e.getMessage(), e);
        }
    }

    private static void stop(Postmaster server) {
        if (end(server, "INT", FAST_STOP_LIMIT)) {
            return;
        }
        log.warn(
                "PostgreSQL (pid {}) did not stop in {}; quitting it, the next start recovers",
                server.pid(),
                FAST_STOP_LIMIT);
        if (!end(server, "QUIT", QUIT_LIMIT)) {
            throw new DatabaseException("""
                    PostgreSQL (pid %d) does not stop. End it with: kill -QUIT %d
                    PostgreSQL（pid %d）无法停止，请执行：kill -QUIT %d""".formatted(server.pid(), server.pid(), server.pid(), server.pid()));
        }
    }

    private static boolean end(Postmaster server, String signal, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        if (server.isAlive()) {
            Commands.signal(server.pid(), signal);
        }
        while (server.isAlive()) {
            if (deadline.passed()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static boolean answers(String url) {
        try (Connection connection = JdbcUrls.connect(url)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int choosePort(DataFolder folder) throws IOException {
        Optional<Integer> remembered = folder.findPort().filter(EmbeddedPostgres::isFree);
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

    private static void run(DataFolder folder, List<String> command) throws IOException {
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

    private static void pause() {
        LockSupport.parkNanos(POLL.toNanos());
    }
}
