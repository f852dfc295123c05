package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceChanged;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.GatewayFinding;
import io.jianhu.platform.telemetry.internal.store.DeviceLookup;
import io.jianhu.platform.telemetry.internal.store.Micros;
import io.jianhu.platform.telemetry.internal.store.Received;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/**
 * Every device by MN, in memory, so that a network thread never waits for the database: loaded whole at start, kept by
 * {@link DeviceChanged}.
 */
class KnownDevices implements DeviceLookup {

    private final DeviceDirectory directory;
    private final Clock clock;
    private final int newPerMinute;
    private final Map<String, Device> byMn = new ConcurrentHashMap<>();
    private double allowance;
    private long refilledMillis;

    KnownDevices(DeviceDirectory directory, Clock clock, int newPerMinute) {
        this.directory = directory;
        this.clock = clock;
        this.newPerMinute = newPerMinute;
        this.allowance = newPerMinute;
        this.refilledMillis = clock.millis();
    }

    /** Call once before the port opens. */
    void load() {
        directory.listAll().forEach(device -> byMn.putIfAbsent(device.mn(), device));
    }

    @EventListener
    void on(DeviceChanged changed) {
        byMn.put(changed.device().mn(), changed.device());
    }

    /** The device, by memory alone; null where it is not known. */
    @Nullable
    Device find(String mn) {
        return byMn.get(mn);
    }

    @Override
    public void resolve(List<Received> frames) {
        Set<String> unknown = new LinkedHashSet<>();
        List<Received> open = new ArrayList<>();
        long firstMicros = 0;
        for (Received frame : frames) {
            Device device = byMn.get(frame.deviceMn());
            if (device != null) {
                frame.belongsTo(device.deviceId());
            } else if (!frame.mayQuarantine() || !DeviceDirectory.isPossibleMn(frame.deviceMn())) {
                frame.belongsTo(Device.NO_MN);
            } else {
                firstMicros = open.isEmpty() ? frame.receivedMicros() : firstMicros;
                open.add(frame);
                if (!unknown.contains(frame.deviceMn()) && takeAllowance()) {
                    unknown.add(frame.deviceMn());
                }
            }
        }
        if (open.isEmpty()) {
            return;
        }
        for (Device device : directory.quarantineAll(unknown, Micros.toInstant(firstMicros))) {
            byMn.putIfAbsent(device.mn(), device);
        }
        for (Received frame : open) {
            Device device = byMn.get(frame.deviceMn());
            if (device == null) {
                frame.belongsTo(Device.NO_MN, GatewayFinding.TOO_MANY_NEW_DEVICES);
            } else {
                frame.belongsTo(device.deviceId());
            }
        }
    }

    /** A bucket that holds a minute's worth of new devices. Writer thread only. */
    private boolean takeAllowance() {
        long now = clock.millis();
        allowance = Math.min(newPerMinute, allowance + (now - refilledMillis) * (newPerMinute / 60_000.0));
        refilledMillis = now;
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }
}
