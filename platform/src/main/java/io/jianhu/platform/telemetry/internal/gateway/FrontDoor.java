package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.telemetry.internal.store.FrameQueue;
import io.jianhu.platform.telemetry.internal.store.FrameWriter;
import io.jianhu.platform.telemetry.internal.store.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The TCP port for data loggers: who is let in, on which thread, and which answers go out after a commit. open → close. */
final class FrontDoor implements FrameWriter.Committed {

    private static final int BACKLOG = 4_096;
    private static final int MAX_NETWORK_THREADS = 8;
    private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(16 * 1024, 64 * 1024);

    private final GatewaySettings settings;
    private final ConnectionTable table;
    private final FrameQueue queue;
    private final KnownDevices devices;
    private final Clock clock;
    private final Counter refused;
    private final Counter closedForJunk;
    private final Queue<DeviceConnection> awaitingRelief = new ConcurrentLinkedQueue<>();
    private final Map<EventLoop, Intake> intakes = new ConcurrentHashMap<>();
    private @Nullable EventLoopGroup acceptor;
    private @Nullable EventLoopGroup workers;
    private @Nullable Channel server;

    FrontDoor(
            GatewaySettings settings,
            ConnectionTable table,
            FrameQueue queue,
            KnownDevices devices,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.table = table;
        this.queue = queue;
        this.devices = devices;
        this.clock = clock;
        this.refused = Counter.builder("jianhu.connections.refused")
                .description("Connections closed at once because of a cap")
                .register(meters);
        this.closedForJunk = Counter.builder("jianhu.connections.junk")
                .description("Connections closed for too much junk")
                .register(meters);
        meters.gauge("jianhu.connections", table, ConnectionTable::openConnections);
    }

    GatewaySettings settings() {
        return settings;
    }

    ConnectionTable table() {
        return table;
    }

    FrameQueue queue() {
        return queue;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Opens the port.
     *
     * @throws IllegalStateException the port is taken, or certificate and key cannot be used
     */
    void open() {
        Optional<SslContext> tls = tls();
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_NETWORK_THREADS);
        acceptor = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        workers = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(acceptor, workers)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(512, 2_048, 16 * 1_024))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        letIn(channel, tls);
                    }
                });
        try {
            server = bootstrap.bind(settings.port()).sync().channel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening port " + settings.port(), e);
        } catch (Exception e) {
            shutdown();
            throw new IllegalStateException(
                    "cannot open TCP port " + settings.port() + " for data loggers (JIANHU_HJ212_PORT): "
                            + e.getMessage(),
                    e);
        }
    }

    /** The port it listens on. */
    int port() {
        Channel open = server;
        return open == null ? settings.port() : ((InetSocketAddress) open.localAddress()).getPort();
    }

    /** Lets nobody in any more and stops reading; answers can still be sent. */
    void stopReading() throws InterruptedException {
        if (server != null) {
            server.close().await(2, TimeUnit.SECONDS);
        }
        for (DeviceConnection connection : table.connections()) {
            connection.channel().eventLoop().execute(connection::stopReading);
        }
    }

    /** Closes every connection and ends the threads. */
    void close() throws InterruptedException {
        for (DeviceConnection connection : table.connections()) {
            connection.channel().close();
        }
        shutdown();
        if (workers != null) {
            workers.terminationFuture().await(5, TimeUnit.SECONDS);
        }
    }

    private void shutdown() {
        if (acceptor != null) {
            acceptor.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        }
        if (workers != null) {
            workers.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        }
    }

    private void letIn(Channel channel, Optional<SslContext> tls) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote) || !table.admit(remote.getAddress())) {
            refused.increment();
            channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> table.leave(remote.getAddress()));
        tls.ifPresent(context -> channel.pipeline().addLast(context.newHandler(channel.alloc())));
        Intake intake =
                intakes.computeIfAbsent(channel.eventLoop(), loop -> new Intake(devices, settings.wrongPassword()));
        String peer = remote.getAddress().getHostAddress() + ":" + remote.getPort();
        channel.pipeline().addLast(new DeviceConnection(this, channel, intake, peer));
    }

    void closedForJunk() {
        closedForJunk.increment();
    }

    /** The connection reads on when the queue has room. */
    void awaitRelief(DeviceConnection connection) {
        awaitingRelief.add(connection);
        if (!queue.aboveHighMark()) {
            relieved();
        }
    }

    @Override
    public void relieved() {
        DeviceConnection connection;
        while ((connection = awaitingRelief.poll()) != null) {
            connection.channel().eventLoop().execute(connection::relieved);
        }
    }

    /** One task per network thread, one flush per connection. */
    @Override
    public void committed(List<Received> batch) {
        Map<EventLoop, List<Received>> byLoop = new HashMap<>();
        for (Received received : batch) {
            EventLoop loop = ((DeviceConnection) received.source()).channel().eventLoop();
            byLoop.computeIfAbsent(loop, key -> new ArrayList<>(batch.size())).add(received);
        }
        byLoop.forEach((loop, part) -> {
            if (!loop.isShuttingDown()) {
                loop.execute(() -> answer(part));
            }
        });
    }

    private static void answer(List<Received> part) {
        Set<DeviceConnection> touched = new LinkedHashSet<>();
        for (Received received : part) {
            DeviceConnection connection = (DeviceConnection) received.source();
            connection.committed(received);
            touched.add(connection);
        }
        touched.forEach(DeviceConnection::flushAnswers);
    }

    private Optional<SslContext> tls() {
        return settings.findTls().map(files -> {
            try {
                return SslContextBuilder.forServer(
                                files.certificate().toFile(), files.key().toFile())
                        .build();
            } catch (SSLException | IllegalArgumentException e) {
                throw new IllegalStateException(
                        "cannot use " + files.certificate() + " and " + files.key() + " for TLS: " + e.getMessage(), e);
            }
        });
    }
}
