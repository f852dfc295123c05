package io.jianhu.platform.telemetry.internal.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest value of a factor.
 *
 * @param value as sent
 * @param mark data mark as sent; null where none was
 * @param time DataTime of its frame
 */
public record Reading(
        String factor,
        String nameZh,
        String nameEn,
        String unit,
        String value,
        @Nullable String mark,
        Instant time,
        String frameId) {}
