package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.registry.DeviceStatus;
import io.jianhu.platform.registry.Registration;
import io.jianhu.platform.registry.Registration.Secret;
import io.jianhu.platform.telemetry.internal.command.OrderRows.Timing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the platform has to remember once a device has done as it was told: its timing, its password. */
@Component
class OrderEffects {

    private final OrderRows rows;
    private final DeviceDirectory directory;
    private final Clock clock;

    OrderEffects(OrderRows rows, DeviceDirectory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    void done(WorkOrder order) {
        switch (order.cn()) {
            case "1000" -> timing(order);
            case "1072" -> password(order);
            default -> {
                // Everything else is the device's own affair.
            }
        }
    }

    private void timing(WorkOrder order) {
        Optional<Integer> overTime = parameter(order, "OverTime").map(Integer::parseInt);
        Optional<Integer> reCount = parameter(order, "ReCount").map(Integer::parseInt);
        if (overTime.isPresent() && reCount.isPresent()) {
            rows.setTiming(order.deviceId(), new Timing(overTime.get(), reCount.get()), clock.instant());
        }
    }

    /** A device that is registered with a password is now expected to send the new one. */
    private void password(WorkOrder order) {
        Optional<String> changed =
                parameter(order, "NewPW").or(() -> parameter(order, "PW")).filter(DevicePassword::isValid);
        directory
                .findById(order.deviceId())
                .filter(device -> device.status() == DeviceStatus.REGISTERED
                        && device.password().isPresent())
                .ifPresent(device -> changed.ifPresent(password ->
                        directory.register(device.mn(), withPassword(device, DevicePassword.of(password)))));
    }

    private static Registration withPassword(Device device, DevicePassword password) {
        return new Registration(
                device.name(),
                device.medium(),
                device.districtCode(),
                device.organisationId(),
                device.place(),
                device.edition(),
                new Secret.Set<>(password),
                new Secret.Keep<>());
    }

    private static Optional<String> parameter(WorkOrder order, String name) {
        return Optional.ofNullable(order.parameters().get(name)).map(List::getFirst);
    }
}
