package io.jianhu.platform.registry.web;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.Districts;
import io.jianhu.platform.registry.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry shows of a device: all but its secrets, of which it tells only whether there are any. */
record RegisteredDevice(
        String mn,
        String name,
        String status,
        String medium,
        @Nullable String districtCode,
        @Nullable String districtName,
        @Nullable String districtNameEn,
        @Nullable Long organisationId,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String edition,
        boolean hasPassword,
        boolean hasSm4Key,
        @Nullable Instant firstHeardAt,
        @Nullable Instant registeredAt) {

    static RegisteredDevice of(Device device) {
        Optional<Districts> district = device.districtCode().flatMap(Districts::find);
        return new RegisteredDevice(
                device.mn(),
                device.name(),
                device.status().label(),
                device.medium().label(),
                device.districtCode().orElse(null),
                district.map(Districts::nameZh).orElse(null),
                district.map(Districts::nameEn).orElse(null),
                device.organisationId().orElse(null),
                device.place().map(Place::longitude).orElse(null),
                device.place().map(Place::latitude).orElse(null),
                device.edition().map(Edition::label).orElse(null),
                device.password().isPresent(),
                device.sm4Key().isPresent(),
                device.firstHeardAt().orElse(null),
                device.registeredAt().orElse(null));
    }
}
