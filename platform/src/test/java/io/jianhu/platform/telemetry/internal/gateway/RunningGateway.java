package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.registry.DeviceChanged;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.internal.TestDirectory;
import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.IngestStatus;
import io.jianhu.platform.telemetry.LinkListener;
import io.jianhu.platform.telemetry.internal.store.FrameQueue;
import io.jianhu.platform.telemetry.internal.store.IngestMeter;
import io.jianhu.platform.telemetry.internal.store.StoreParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Health;

/** The gateway as the platform wires it, on a free port, without the rest of the platform. */
final class RunningGateway implements AutoCloseable {

    private final Gateway gateway;
    private final ConnectionTable table;
    private final IngestMeter meter;
    private final DeviceDirectory directory;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private RunningGateway(String url, DataSource dataSource, GatewaySettings settings, List<FrameListener> listeners) {
        Clock clock = Clock.systemUTC();
        Database database = Database.connect(new DatabaseSettings(Path.of("target/unused"), Optional.of(url)));
        AtomicReference<KnownDevices> known = new AtomicReference<>();
        directory = TestDirectory.over(
                dataSource, clock, (DeviceChanged changed) -> known.get().on(changed));
        known.set(new KnownDevices(directory, clock, settings.newDevicesPerMinute()));
        FrameQueue queue = new FrameQueue(new FrameQueue.Marks(
                settings.waitingFrames(), settings.waitingBytes().toBytes()));
        table = new ConnectionTable(settings.connectionsPerAddress(), settings.connections());
        meter = new IngestMeter(meters, clock, queue, table::openConnections);
        FrontDoor door = new FrontDoor(settings, table, queue, known.get(), clock, meters);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (FrameListener listener : listeners) {
            beans.addBean(listener.listenerName(), listener);
        }
        gateway = new Gateway(
                door,
                known.get(),
                queue,
                database,
                new StoreParts(new Partitions(dataSource, clock), clock),
                meter,
                meters,
                beans.getBeanProvider(FrameListener.class),
                beans.getBeanProvider(LinkListener.class));
        gateway.start();
    }

    /** With the platform's defaults, on any free port. */
    static RunningGateway over(String url, DataSource dataSource) {
        return with(url, dataSource, Map.of(), List.of());
    }

    /** @param settings what differs from the defaults, by name under {@code jianhu.hj212} */
    static RunningGateway with(
            String url, DataSource dataSource, Map<String, String> settings, List<FrameListener> listeners) {
        Map<String, String> properties = new HashMap<>();
        properties.put("jianhu.hj212.port", "0");
        settings.forEach((name, value) -> properties.put("jianhu.hj212." + name, value));
        GatewaySettings bound = new Binder(new MapConfigurationPropertySource(properties))
                .bind("jianhu.hj212", GatewaySettings.class)
                .get();
        return new RunningGateway(url, dataSource, bound, listeners);
    }

    int port() {
        return gateway.port();
    }

    DeviceDirectory directory() {
        return directory;
    }

    DeviceLink link() {
        return table;
    }

    IngestStatus.Snapshot status() {
        return meter.snapshot();
    }

    Health health() {
        return new GatewayHealth(meter, gateway).health();
    }

    double count(String meterName) {
        return meters.find(meterName).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        gateway.stop();
    }
}
