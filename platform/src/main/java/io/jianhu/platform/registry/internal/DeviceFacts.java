package io.jianhu.platform.registry.internal;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.Place;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of a device: all but its secrets, of which it keeps whether there are any.
 */
record DeviceFacts(
        String name,
        String status,
        String medium,
        @Nullable String districtCode,
        @Nullable Long organisationId,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String edition,
        boolean hasPassword,
        boolean hasSm4Key) {

    static DeviceFacts of(Device device) {
        return new DeviceFacts(
                device.name(),
                device.status().label(),
                device.medium().label(),
                device.districtCode().orElse(null),
                device.organisationId().orElse(null),
                device.place().map(Place::longitude).orElse(null),
                device.place().map(Place::latitude).orElse(null),
                device.edition().map(Edition::label).orElse(null),
                device.password().isPresent(),
                device.sm4Key().isPresent());
    }
}
