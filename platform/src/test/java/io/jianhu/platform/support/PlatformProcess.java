package io.jianhu.platform.support;

import io.jianhu.platform.Cli;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The platform as a process of its own, with the classes of the build, on a data folder and a port that stay the same. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int FIRST_PORT = 20_000;
    /** Linux's default, {@code net.ipv4.ip_local_port_range}; other systems begin higher. */
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

    private final Path folder;
    private final int hj212Port;
    private @Nullable Process process;

    private PlatformProcess(Path folder, int hj212Port) {
        this.folder = folder;
        this.hj212Port = hj212Port;
    }

    /** Not started yet. */
    public static PlatformProcess on(Path dataFolder) throws IOException {
        return new PlatformProcess(dataFolder, lastingPort());
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
        builder.environment().put("JIANHU_HTTP_PORT", "0");
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

    /**
     * A free port below those the system gives to outgoing connections: devices that knock while the platform is down would
     * else take the port themselves.
     */
    private static int lastingPort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_EPHEMERAL_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one is tried.
            }
        }
        throw new IOException("no free port between " + FIRST_PORT + " and " + FIRST_EPHEMERAL_PORT);
    }
}
