package io.jianhu.platform.telemetry.internal.read;

import java.time.Instant;
import java.util.Optional;

/**
 * A stored frame with its bytes. The arrays are its own: never write to them.
 *
 * @param bytes as they came, tail included
 * @param peer address and port it came from
 * @param reply the acknowledgement; empty where none was due
 */
public record StoredFrame(
        FrameRow row,
        byte[] bytes,
        String peer,
        Optional<byte[]> reply,
        Optional<Instant> repliedAt,
        byte[] prevHash,
        byte[] hash) {}
