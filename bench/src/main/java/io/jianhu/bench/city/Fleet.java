package io.jianhu.bench.city;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.FrameSplitter;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The loggers of a city on the network: one connection each, opened again with growing patience when it is lost. Life
 * cycle: {@code start} once, {@code close} once. All loggers live on one event loop.
 */
final class Fleet implements AutoCloseable {

    private static final int FIRST_RETRY_MILLIS = 1_000;
    private static final int LAST_RETRY_MILLIS = 60_000;
    private static final int LONGEST_SLEEP_MILLIS = 30_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    /** New connections are spread over this time, as after a power cut in real life. */
    private static final int FIRST_CONNECT_SPREAD_MILLIS = 3_000;

    private static final FrameDecoder DECODER = new FrameDecoder(FrameLimits.DEFAULT);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final List<Session> sessions;
    private final Bootstrap bootstrap;
    private final CityClock clock;
    private final Traffic traffic = new Traffic();

    Fleet(List<DataLogger> loggers, InetSocketAddress platform, CityClock clock) {
        this.clock = clock;
        this.bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .remoteAddress(platform);
        this.sessions = loggers.stream().map(Session::new).toList();
    }

    void start() {
        for (Session session : sessions) {
            loop.execute(session::start);
        }
    }

    Traffic.Snapshot traffic() {
        return traffic.snapshot();
    }

    /** Closes every connection and waits until the last is closed. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** One logger and its connection. */
    private final class Session {
        private final DataLogger logger;
        private final DeviceProfile profile;
        private @Nullable Channel channel;
        private @Nullable ScheduledFuture<?> nextTick;
        private int retryMillis = FIRST_RETRY_MILLIS;

        private Session(DataLogger logger) {
            this.logger = logger;
            this.profile = new DeviceProfile(Optional.of(logger.device().edition()), Optional.empty());
        }

        private void start() {
            logger.start(clock.now());
            long key = Noise.mix(logger.device().key(), "connect");
            loop.schedule(this::connect, Noise.between(key, 0, FIRST_CONNECT_SPREAD_MILLIS), TimeUnit.MILLISECONDS);
            tick();
        }

        private void tick() {
            Moment now = clock.now();
            long wait = clock.toReal(logger.tick(now)).toMillis();
            long untilDeadline = logger.nextDeadline() - now.steadyMillis();
            schedule(Math.clamp(Math.min(wait, untilDeadline), 1, LONGEST_SLEEP_MILLIS));
        }

        private void schedule(long millis) {
            if (nextTick != null) {
                nextTick.cancel(false);
            }
            nextTick = loop.schedule(this::tick, millis, TimeUnit.MILLISECONDS);
        }

        private void connect() {
            if (channel != null) {
                return;
            }
            if (!logger.canConnect(clock.now())) {
                retryLater(FIRST_RETRY_MILLIS);
                return;
            }
            bootstrap.clone().handler(new Initializer(this)).connect().addListener((ChannelFuture attempt) -> {
                if (!attempt.isSuccess()) {
                    retryLater(retryMillis);
                    retryMillis = Math.min(LAST_RETRY_MILLIS, retryMillis * 2);
                }
            });
        }

        private void retryLater(int millis) {
            long jitter = Noise.mix(logger.device().key(), clock.now().steadyMillis()) & 0x1FF;
            loop.schedule(this::connect, millis + jitter, TimeUnit.MILLISECONDS);
        }

        private void opened(Channel opened) {
            channel = opened;
            traffic.connected.increment();
            logger.connected(new ChannelLink(opened, traffic), clock.now());
            schedule(1);
        }

        private void closed() {
            if (channel != null) {
                channel = null;
                traffic.connected.decrement();
                logger.disconnected(clock.now());
                retryLater(retryMillis);
                retryMillis = Math.min(LAST_RETRY_MILLIS, retryMillis * 2);
            }
        }

        private void received(byte[] bytes, int offset, int length) {
            Decoded decoded = DECODER.decode(bytes, offset, length, profile);
            boolean isAnswer = decoded.findFrame()
                    .map(frame -> frame.cn().startsWith("901"))
                    .orElse(false);
            (isAnswer ? traffic.answers : traffic.requests).increment();
            retryMillis = FIRST_RETRY_MILLIS;
            logger.received(decoded, clock.now());
            if (!isAnswer) {
                schedule(1);
            }
        }
    }

    private record ChannelLink(Channel channel, Traffic traffic) implements Link {

        @Override
        public void send(byte[] frame) {
            traffic.framesSent.increment();
            traffic.bytesSent.add(frame.length);
            channel.writeAndFlush(Unpooled.wrappedBuffer(frame), channel.voidPromise());
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    private static final class Initializer extends ChannelInitializer<Channel> {
        private final Session session;

        private Initializer(Session session) {
            this.session = session;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new Receiver(session));
        }
    }

    /** Cuts what the platform sends into frames. */
    private static final class Receiver extends SimpleChannelInboundHandler<ByteBuf> implements FrameSink {
        private final Session session;
        private final FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);

        private Receiver(Session session) {
            this.session = session;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            session.opened(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            session.closed();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf received) {
            byte[] bytes = new byte[received.readableBytes()];
            received.readBytes(bytes);
            splitter.feed(bytes, 0, bytes.length, this);
        }

        @Override
        public void frame(byte[] buffer, int offset, int length, long streamOffset) {
            session.received(buffer, offset, length);
        }

        @Override
        public void junk(byte[] buffer, int offset, int length, long streamOffset) {
            // A platform that sends junk is no business of a logger.
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
