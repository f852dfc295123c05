package io.jianhu.platform.support;

import io.jianhu.platform.Cli;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The platform as a process of its own, with the classes of the build, on a data folder and ports that stay the same. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Path folder;
    private final int httpPort;
    private final int hj212Port;
    private @Nullable Process process;

    private PlatformProcess(Path folder, int httpPort, int hj212Port) {
        this.folder = folder;
        this.httpPort = httpPort;
        this.hj212Port = hj212Port;
    }

    /** Not started yet. */
    public static PlatformProcess on(Path dataFolder) throws IOException {
        return new PlatformProcess(dataFolder, freePort(), freePort());
    }

    public int hj212Port() {
        return hj212Port;
    }

    /** Starts it and waits until data loggers can connect. */
    public void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                String.join(File.pathSeparator, "target/classes", "target/lib/*"),
                Cli.class.getName(),
                "run"));
        builder.environment().put("JIANHU_DATA", folder.toString());
        builder.environment().put("JIANHU_HTTP_PORT", Integer.toString(httpPort));
        builder.environment().put("JIANHU_HJ212_PORT", Integer.toString(hj212Port));
        builder.environment().put("JIANHU_ADMIN_PASSWORD", "a mirror of lakes");
        builder.environment().remove("JIANHU_DB_URL");
        Path log = folder.resolve("platform.log");
        Process started = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!listens()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the platform did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** kill -9. Its PostgreSQL lives on, as it would. */
    public void kill() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly();
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("kill -9 did not end the platform");
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private boolean listens() {
        try (Socket probe = new Socket("127.0.0.1", hj212Port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
