package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: unpack once → {@code initdb} once → start, or adopt the one that outlived a killed platform →
 * stop. Durable, password only, loopback only, never root.
 *
 * <p>The server is a separate process in a session of its own: neither {@code kill -9} of the platform nor Ctrl-C in its terminal
 * touches it. When it ends by itself, it is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Superuser, and owner of everything. */
    static final String USER = "jianhu";

    static final String DATABASE = "jianhu";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration QUIT_LIMIT = Duration.ofSeconds(15);
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);
    private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(10);

    private final DataFolderLock lock;
    private final ServerLauncher launcher;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile Postmaster server;

    private EmbeddedPostgres(DataFolderLock lock, ServerLauncher launcher, Postmaster server) {
        this.lock = lock;
        this.launcher = launcher;
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
            EmbeddedPostgres started = start(folder, lock);
            started.watch();
            return started;
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
            while (!JdbcUrls.answers(url)) {
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
        return JdbcUrls.embedded(server.port(), DATABASE, USER, launcher.password());
    }

    /** Pid of the server process. */
    public long pid() {
        return server.pid();
    }

    /** Ends the server, not only this handle on it: connections are cut, everything committed is on disk. */
    @Override
    public void close() {
        stopping.set(true);
        try {
            synchronized (this) {
                stop(server);
            }
        } finally {
            lock.close();
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, DataFolderLock lock) throws IOException {
        ServerLauncher launcher = new ServerLauncher(
                folder,
                PostgresBinaries.unpackedIn(folder),
                ServerAccount.choose(folder.root()),
                ServerSettings.of(folder.logFolder()),
                folder.password());
        Optional<Postmaster> survivor = Postmaster.find(folder.cluster()).filter(Postmaster::isAlive);
        if (survivor.isPresent()) {
            if (adopt(survivor.get(), launcher)) {
                log.info(
                        "Adopted the PostgreSQL (pid {}) that outlived an earlier run",
                        survivor.get().pid());
                folder.rememberPort(survivor.get().port());
                return new EmbeddedPostgres(lock, launcher, survivor.get());
            }
            stop(survivor.get());
        }
        clearUp(folder);
        launcher.prepare();
        Postmaster server = launcher.launch();
        createDatabase(server.port(), launcher.password());
        return new EmbeddedPostgres(lock, launcher, server);
    }

    private static void clearUp(DataFolder folder) throws IOException {
        Optional<Postmaster> remains = Postmaster.find(folder.cluster());
        if (remains.isPresent()) {
            remains.get().forget(ORPHAN_LIMIT);
        }
    }

    /** Starts the server again, on its port, whenever it ends without being told to: killed, or out of disk. */
    private void watch() {
        ProcessHandle.of(server.pid())
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRunAsync(
                        this::revive,
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name("postgres-watch")
                                .start(task));
    }

    private void revive() {
        while (!stopping.get()) {
            log.error(
                    "PostgreSQL (pid {}) ended by itself; starting it again. Its log: {}",
                    server.pid(),
                    folder().logFolder());
            try {
                clearUp(folder());
                synchronized (this) {
                    if (stopping.get()) {
                        return;
                    }
                    server = launcher.launchOn(server.port());
                }
                watch();
                return;
            } catch (IOException e) {
                log.error("PostgreSQL cannot be started again yet: {}", e.getMessage());
                LockSupport.parkNanos(REVIVAL_PAUSE.toNanos());
            }
        }
    }

    private DataFolder folder() {
        return launcher.folder();
    }

    /** Takes over a server that lets us in, works on our cluster and has our settings; ends what a dead platform left open. */
    private static boolean adopt(Postmaster survivor, ServerLauncher launcher) {
        if (!survivor.ready()) {
            return false;
        }
        try (Connection connection =
                        JdbcUrls.connect(JdbcUrls.embedded(survivor.port(), "postgres", USER, launcher.password()));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select current_setting('data_directory'), current_setting('cluster_name')")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), survivor.cluster())
                    || !row.getString(2).equals(launcher.settings().clusterName())) {
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
        createDatabase(survivor.port(), launcher.password());
        return true;
    }

    private static void createDatabase(int port, String password) {
        if (JdbcUrls.answers(JdbcUrls.embedded(port, DATABASE, USER, password))) {
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

    private static void pause() {
        LockSupport.parkNanos(POLL.toNanos());
    }
}
