package io.jianhu.platform.telemetry.internal.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device in a list.
 *
 * @param mn empty for the one that owns what no MN can be read from
 * @param status registered or quarantine
 * @param districtName Chinese; null where the device has no district
 * @param edition declared by its maker; null where the frames decide
 * @param state live, late, offline, never or faulty
 * @param lastValues at most four, the most telling ones
 */
public record DeviceSummary(
        String mn,
        String name,
        String status,
        String medium,
        @Nullable String districtCode,
        @Nullable String districtName,
        @Nullable String districtNameEn,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String edition,
        String state,
        boolean connected,
        @Nullable Instant lastHeardAt,
        long findingsToday,
        List<Reading> lastValues) {}
