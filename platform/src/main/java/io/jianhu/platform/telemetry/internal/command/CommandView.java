package io.jianhu.platform.telemetry.internal.command;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A work order.
 *
 * @param parameters as given; secrets hidden
 * @param qn names the exchange; null until it is first sent
 * @param attempts how often it was sent
 * @param dataFrames frames that came in answer
 * @param askedBy login of a person, token:NAME of a program, or system
 */
public record CommandView(
        long id,
        String mn,
        String deviceName,
        String cn,
        String nameZh,
        String nameEn,
        Map<String, Object> parameters,
        String state,
        @Nullable String qn,
        int attempts,
        int dataFrames,
        @Nullable String qnRtn,
        @Nullable String qnRtnZh,
        @Nullable String qnRtnEn,
        @Nullable String exeRtn,
        @Nullable String exeRtnZh,
        @Nullable String exeRtnEn,
        String askedBy,
        String reason,
        Instant askedAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable Instant finishedAt,
        Instant expiresAt) {}
