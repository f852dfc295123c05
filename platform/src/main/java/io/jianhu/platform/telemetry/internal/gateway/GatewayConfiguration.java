package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.LinkListener;
import io.jianhu.platform.telemetry.internal.store.FrameQueue;
import io.jianhu.platform.telemetry.internal.store.IngestMeter;
import io.jianhu.platform.telemetry.internal.store.StoreParts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway as beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    @Bean
    FrameQueue frameQueue(GatewaySettings settings) {
        return new FrameQueue(new FrameQueue.Marks(
                settings.waitingFrames(), settings.waitingBytes().toBytes()));
    }

    @Bean
    KnownDevices knownDevices(DeviceDirectory directory, Clock clock, GatewaySettings settings) {
        return new KnownDevices(directory, clock, settings.newDevicesPerMinute());
    }

    @Bean
    ConnectionTable connectionTable(GatewaySettings settings) {
        return new ConnectionTable(settings.connectionsPerAddress(), settings.connections());
    }

    @Bean
    IngestMeter ingestMeter(MeterRegistry meters, Clock clock, FrameQueue queue, ConnectionTable table) {
        return new IngestMeter(meters, clock, queue, table::openConnections);
    }

    @Bean(destroyMethod = "")
    FrontDoor frontDoor(
            GatewaySettings settings,
            ConnectionTable table,
            FrameQueue queue,
            KnownDevices devices,
            Clock clock,
            MeterRegistry meters) {
        return new FrontDoor(settings, table, queue, devices, clock, meters);
    }

    @Bean(destroyMethod = "")
    Gateway gateway(
            FrontDoor door,
            KnownDevices devices,
            FrameQueue queue,
            Database database,
            Partitions partitions,
            Clock clock,
            IngestMeter meter,
            MeterRegistry meters,
            ObjectProvider<FrameListener> frameListeners,
            ObjectProvider<LinkListener> linkListeners) {
        return new Gateway(
                door,
                devices,
                queue,
                database,
                new StoreParts(partitions, clock),
                meter,
                meters,
                frameListeners,
                linkListeners);
    }

    @Bean
    GatewayHealth gatewayHealthIndicator(IngestMeter meter, Gateway gateway) {
        return new GatewayHealth(meter, gateway);
    }

    @Bean
    FirstHeard firstHeard(DeviceDirectory directory) {
        return new FirstHeard(directory);
    }
}
