package io.jianhu.platform.telemetry.internal.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jianhu.platform.telemetry.internal.read.FactorName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device with everything current, in one JSON object.
 *
 * @param framesTotal frames ever received, rejected ones and junk included
 * @param readings the latest value of every factor
 * @param peer address and port of the connection; null while there is none
 * @param clockOffsetS the device's clock less the platform's at its last frame, in seconds
 * @param factors factors it has sent of late
 */
public record DeviceDetail(
        @JsonUnwrapped DeviceSummary summary,
        @Nullable Instant firstHeardAt,
        @Nullable Instant registeredAt,
        long framesTotal,
        long framesToday,
        long rejectedToday,
        Chain chain,
        List<CurrentReading> readings,
        @Nullable String peer,
        @Nullable BigDecimal clockOffsetS,
        List<FactorName> factors) {

    /**
     * The hash chain of its frames.
     *
     * @param headHash hash of the last frame; null before the first
     */
    public record Chain(long length, @Nullable String headHash) {}

    /**
     * The latest value of a factor, in full, in one JSON object.
     *
     * @param asSent the factor's code as sent
     * @param ageS seconds since its time
     * @param zsValue converted value as sent; null where none was
     */
    public record CurrentReading(
            @JsonUnwrapped Reading reading,
            String asSent,
            long ageS,
            @Nullable String zsValue) {}
}
