package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A stored frame without its bytes.
 *
 * @param dataTime DataTime, else the time in QN, else the time of receipt
 * @param findings codes without offsets, in wire order
 * @param length bytes, tail included
 */
public record FrameRow(
        FrameRef ref,
        Instant receivedAt,
        Instant dataTime,
        String mn,
        String qn,
        String st,
        String cn,
        OptionalInt pnum,
        OptionalInt pno,
        String edition,
        Verdict verdict,
        List<String> findings,
        int length,
        boolean acknowledged) {}
