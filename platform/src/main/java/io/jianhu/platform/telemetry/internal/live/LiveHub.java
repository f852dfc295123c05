package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.hj212.Frame;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Credential;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.identity.Standing;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.CommandChanged;
import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameStored;
import io.jianhu.platform.telemetry.internal.command.CommandView;
import io.jianhu.platform.telemetry.internal.command.CommandViews;
import io.jianhu.platform.telemetry.internal.live.LiveClient.Event;
import io.jianhu.platform.telemetry.internal.read.FrameRow;
import io.jianhu.platform.telemetry.internal.read.FrameSummary;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells whoever watches what happens. Who watches one device hears of every frame; who watches the city hears of a
 * sample, because a person cannot read more and a browser need not draw it.
 */
@Component
public class LiveHub implements FrameListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int FRAMES_A_SECOND = 20;
    private static final int HEARD_A_SECOND = 100;
    private static final int READINGS = 8;

    /** What a device looked like when it was last told. */
    private record Told(
            DeviceState state, boolean connected, @Nullable Instant lastHeardAt) {}

    /** The event {@code device}. */
    record DeviceEvent(
            String mn,
            String state,
            boolean connected,
            @Nullable Instant lastHeardAt) {}

    private final DeviceDirectory directory;
    private final LiveBoard board;
    private final DeviceViews views;
    private final DeviceLink link;
    private final Overviews overviews;
    private final CommandViews commands;
    private final Standing access;
    private final JsonMapper json;
    private final Clock clock;
    private final List<LiveClient> clients = new CopyOnWriteArrayList<>();
    private final Map<Integer, Told> told = new HashMap<>();
    private ScheduledExecutorService ticker = newTicker();
    private volatile boolean running;
    private long sampledSecond;
    private int sampledFrames;
    private boolean overviewDue;

    LiveHub(
            DeviceDirectory directory,
            LiveBoard board,
            DeviceViews views,
            DeviceLink link,
            Overviews overviews,
            CommandViews commands,
            Standing access,
            JsonMapper json,
            Clock clock) {
        this.directory = directory;
        this.board = board;
        this.views = views;
        this.link = link;
        this.overviews = overviews;
        this.commands = commands;
        this.access = access;
        this.json = json;
        this.clock = clock;
    }

    /** A new stream of one device, or of all in the actor's scope. */
    public SseEmitter open(Actor actor, Optional<Device> device) {
        LiveClient client = new LiveClient(actor, device);
        client.emitter().onCompletion(() -> leave(client));
        client.emitter().onTimeout(client::close);
        client.emitter().onError(failure -> leave(client));
        clients.add(client);
        if (!running) {
            client.close();
        }
        Thread.ofVirtual().name("live-client").start(() -> {
            try {
                client.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                leave(client);
            }
        });
        return client.emitter();
    }

    private void leave(LiveClient client) {
        clients.remove(client);
        client.close();
    }

    @Override
    public String listenerName() {
        return "live-stream";
    }

    @Override
    public void frameStored(FrameStored frame) {
        if (clients.isEmpty()) {
            return;
        }
        int deviceId = frame.ref().deviceId();
        Optional<Device> device = directory.findById(deviceId);
        List<LiveClient> close =
                clients.stream().filter(client -> client.watches(deviceId)).toList();
        if (!close.isEmpty()) {
            Event event = new Event("frame", json.writeValueAsString(liveFrame(frame)));
            close.forEach(client -> client.offer(event));
        }
        List<LiveClient> far = clients.stream()
                .filter(client -> client.watchesCityWith(device))
                .toList();
        if (!far.isEmpty() && takeSample()) {
            Event event =
                    new Event("frame", json.writeValueAsString(liveFrame(frame).put("sampled", true)));
            far.forEach(client -> client.offer(event));
        }
    }

    @EventListener
    void commandChanged(CommandChanged changed) {
        if (clients.isEmpty()) {
            return;
        }
        Optional<CommandView> command = commands.find(changed.commandId());
        command.ifPresent(view -> {
            Optional<Device> device = directory.findByMn(view.mn());
            int deviceId = device.map(Device::deviceId).orElse(Device.NO_MN);
            Event event = new Event("command", json.writeValueAsString(view));
            clients.stream()
                    .filter(client -> client.may(Permission.COMMANDS_READ)
                            && (client.watchesCityWith(device) || client.watches(deviceId)))
                    .forEach(client -> client.offer(event));
        });
    }

    @Override
    public void start() {
        if (ticker.isShutdown()) {
            ticker = newTicker();
        }
        running = true;
        ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Before the web server begins to wait for requests to end: a stream never ends by itself. */
    @Override
    public void stop() {
        running = false;
        ticker.shutdownNow();
        clients.forEach(LiveClient::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService newTicker() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-ticker").factory());
    }

    private void tick() {
        try {
            sendAway();
        } catch (RuntimeException failure) {
            LOG.warn("Who watches could not be checked: {}", failure.toString());
        }
        try {
            if (clients.isEmpty()) {
                told.clear();
                return;
            }
            overviewDue = !overviewDue;
            tellDevices();
            if (overviewDue) {
                tellOverviews();
            }
        } catch (RuntimeException failure) {
            LOG.warn("The live stream skipped a beat: {}", failure.toString());
        }
    }

    /**
     * Ends the streams of those whose session, token or right to see has ended since they came. While the database is away
     * nobody's rights can change, and the streams go on.
     */
    private void sendAway() {
        if (overviewDue || clients.isEmpty()) {
            return;
        }
        Map<Credential, Actor> standing =
                access.listStanding(clients.stream().map(LiveClient::credential).collect(Collectors.toSet()));
        clients.stream()
                .filter(client -> !client.isStillAllowed(Optional.ofNullable(standing.get(client.credential()))))
                .forEach(this::leave);
    }

    private void tellOverviews() {
        Map<Scope, List<LiveClient>> watching =
                clients.stream().filter(LiveClient::watchesCity).collect(Collectors.groupingBy(LiveClient::scope));
        watching.forEach((scope, watchers) -> {
            Event event = new Event("overview", json.writeValueAsString(overviews.read(scope)));
            watchers.forEach(client -> client.offer(event));
        });
    }

    /** Every change of state or connection, and for the city as many devices newly heard as it can take. */
    private void tellDevices() {
        Instant now = clock.instant();
        boolean first = told.isEmpty();
        int heard = 0;
        for (Device device : directory.listAll()) {
            Told is = new Told(
                    views.state(device, now),
                    link.findConnection(device.mn()).isPresent(),
                    board.device(device.deviceId()).snapshot(now).lastHeardAt());
            Told was = told.get(device.deviceId());
            if (is.equals(was)) {
                continue;
            }
            boolean turned = was == null || was.state() != is.state() || was.connected() != is.connected();
            boolean toCity = turned || heard++ < HEARD_A_SECOND;
            if (!first) {
                tell(device, is, toCity);
            }
            if (toCity || first) {
                told.put(device.deviceId(), is);
            }
        }
    }

    private void tell(Device device, Told is, boolean toCity) {
        List<LiveClient> listening = clients.stream()
                .filter(client ->
                        client.watches(device.deviceId()) || toCity && client.watchesCityWith(Optional.of(device)))
                .toList();
        if (!listening.isEmpty()) {
            Event event = new Event(
                    "device",
                    json.writeValueAsString(
                            new DeviceEvent(device.mn(), is.state().label(), is.connected(), is.lastHeardAt())));
            listening.forEach(client -> client.offer(event));
        }
    }

    private boolean takeSample() {
        long second = clock.instant().getEpochSecond();
        if (second != sampledSecond) {
            sampledSecond = second;
            sampledFrames = 0;
        }
        return sampledFrames++ < FRAMES_A_SECOND;
    }

    private ObjectNode liveFrame(FrameStored stored) {
        Optional<Frame> frame = stored.decoded().flatMap(decoded -> decoded.findFrame());
        BoardFrame board = BoardFrame.of(stored);
        FrameRow row = new FrameRow(
                stored.ref(),
                stored.receivedAt(),
                frame.flatMap(Frame::findDataTime)
                        .or(() -> frame.flatMap(Frame::findSentTime))
                        .orElse(stored.receivedAt()),
                stored.mn(),
                frame.map(Frame::qn).orElse(""),
                frame.map(Frame::st).orElse(""),
                frame.map(Frame::cn).orElse(""),
                frame.map(Frame::packetCount).orElse(OptionalInt.empty()),
                frame.map(Frame::packetNumber).orElse(OptionalInt.empty()),
                frame.map(of -> of.edition().label()).orElse(""),
                stored.verdict(),
                stored.findings(),
                stored.length(),
                stored.acknowledgement().isPresent());
        ObjectNode node = json.valueToTree(FrameSummary.of(row));
        node.set(
                "readings",
                json.valueToTree(board.samples().stream()
                        .limit(READINGS)
                        .map(Sample::reading)
                        .toList()));
        return node;
    }
}
