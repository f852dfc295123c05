package io.jianhu.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts load on a platform. Everything happens on one event loop, so that the generator takes one core at most and its
 * counts need no locks.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int CONNECTS_UNDER_WAY = 64;

    /** A platform limits the connections of one address; on loopback the load comes from many. */
    private static final int CONNECTIONS_PER_ADDRESS = 50;

    /** Under load the time of the devices runs ahead of ours: they begin so long ago. Every run has devices of its own. */
    private static final Duration HISTORY = Duration.ofHours(18);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private enum Phase {
        INTRODUCING,
        RUNNING,
        DRAINING
    }

    private final LoadPlan plan;
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final LatencyHistogram latency = new LatencyHistogram();
    private Phase phase = Phase.INTRODUCING;
    private int open;
    private long answered;
    private long strangers;
    private long lost;
    private long paced;
    private long pacedSinceNanos;
    private int turn;

    LoadGenerator(LoadPlan plan) {
        this.plan = plan;
    }

    /**
     * Connects, introduces the devices, warms up, measures, waits for the last answers.
     *
     * @param betweenPhases called when the measured time begins and again when it ends
     */
    LoadResult run(Runnable betweenPhases) throws IOException, InterruptedException {
        connect();
        introduce();
        onLoop(() -> {
            phase = Phase.RUNNING;
            begin();
            return true;
        });
        Thread.sleep(plan.warmUp());
        betweenPhases.run();
        long begin = onLoop(() -> {
            latency.clear();
            answered = 0;
            return System.nanoTime();
        });
        Thread.sleep(plan.measured());
        long[] measured = onLoop(() -> {
            phase = Phase.DRAINING;
            return new long[] {answered, System.nanoTime() - begin};
        });
        betweenPhases.run();
        long unanswered = drain();
        return onLoop(() -> new LoadResult(
                connections.size(),
                Duration.ofNanos(measured[1]),
                measured[0],
                unanswered,
                lost,
                strangers,
                connections.getFirst().frameBytes(),
                latency));
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void connect() throws IOException, InterruptedException {
        long first = (System.currentTimeMillis() - HISTORY.toMillis()) / 1_000 * 1_000;
        Semaphore underWay = new Semaphore(CONNECTS_UNDER_WAY);
        List<ChannelFuture> attempts = new ArrayList<>();
        for (int i = 0; i < plan.connections(); i++) {
            if (!underWay.tryAcquire(CONNECT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the platform accepts no more connections after " + i);
            }
            LoadConnection connection = new LoadConnection(
                    this, String.format(Locale.ROOT, "BE%08X000000%08X", first / 1_000, i + 1), first);
            connections.add(connection);
            ChannelFuture attempt = bootstrap(connection, i).connect();
            attempt.addListener(done -> underWay.release());
            attempts.add(attempt);
        }
        for (ChannelFuture attempt : attempts) {
            if (!attempt.await(CONNECT_TIMEOUT.toSeconds(), TimeUnit.SECONDS) || !attempt.isSuccess()) {
                throw new IOException(
                        "cannot connect to " + plan.platform() + ", " + open + " connections are open",
                        attempt.cause());
            }
        }
        if (lostNow() > 0) {
            throw new IOException("the platform closed " + lostNow() + " of " + plan.connections()
                    + " connections at once: is there a limit per address?");
        }
    }

    /** One frame from each device, so that the platform knows them all before anything is measured. */
    private void introduce() throws IOException, InterruptedException {
        onLoop(() -> {
            for (LoadConnection connection : connections) {
                connection.send(System.nanoTime());
                connection.flush();
            }
            return true;
        });
        if (drain() > 0) {
            throw new IOException("the platform does not acknowledge the first frames of all devices");
        }
    }

    private long lostNow() throws InterruptedException {
        return onLoop(() -> lost);
    }

    private Bootstrap bootstrap(LoadConnection connection, int number) throws IOException {
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(plan.platform())
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(connection);
                    }
                });
        InetAddress platform = plan.platform().getAddress();
        if (platform != null && platform.isLoopbackAddress()) {
            int source = number / CONNECTIONS_PER_ADDRESS;
            byte[] address = {127, 0, (byte) (1 + source / 250), (byte) (1 + source % 250)};
            bootstrap.localAddress(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        }
        return bootstrap;
    }

    private void begin() {
        if (plan.rate().isPresent()) {
            pacedSinceNanos = System.nanoTime();
            var unused = loop.scheduleAtFixedRate(this::pace, 1, 1, TimeUnit.MILLISECONDS);
            return;
        }
        for (LoadConnection connection : connections) {
            for (int i = 0; i < plan.window(); i++) {
                connection.send(System.nanoTime());
            }
            connection.flush();
        }
    }

    /** Sends what is due by the clock; a frame that finds no free connection stays due. */
    private void pace() {
        if (phase != Phase.RUNNING) {
            return;
        }
        double perSecond = plan.rate().orElseThrow();
        long due = dueAfter(System.nanoTime() - pacedSinceNanos, perSecond);
        while (paced < due) {
            LoadConnection connection = nextWithRoom();
            if (connection == null || !connection.send(pacedSinceNanos + (long) (paced * 1e9 / perSecond))) {
                return;
            }
            connection.flush();
            paced++;
        }
    }

    /** Frames due so long after the begin: the first at once, the others at the rate. */
    static long dueAfter(long nanos, double perSecond) {
        return (long) (nanos * perSecond / 1e9) + 1;
    }

    private @Nullable LoadConnection nextWithRoom() {
        for (int i = 0; i < connections.size(); i++) {
            LoadConnection connection = connections.get(turn);
            turn = (turn + 1) % connections.size();
            if (connection.isOpen() && connection.underWay() < LoadPlan.MOST_UNDER_WAY) {
                return connection;
            }
        }
        return null;
    }

    private long drain() throws InterruptedException {
        long end = System.nanoTime() + DRAIN.toNanos();
        long left = unanswered();
        while (left > 0 && System.nanoTime() < end) {
            Thread.sleep(50);
            left = unanswered();
        }
        return left;
    }

    private long unanswered() throws InterruptedException {
        return onLoop(
                () -> connections.stream().mapToLong(LoadConnection::underWay).sum());
    }

    private <T> T onLoop(Supplier<T> task) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(task, loop).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    // Called by the connections, on the loop.

    void opened() {
        open++;
    }

    void closed() {
        open--;
        if (phase != Phase.DRAINING) {
            lost++;
        }
    }

    void stranger() {
        strangers++;
    }

    void answered(LoadConnection connection, long nanos, long now) {
        if (phase != Phase.RUNNING) {
            return;
        }
        answered++;
        latency.record(nanos);
        if (plan.rate().isEmpty()) {
            connection.send(now);
        }
    }
}
