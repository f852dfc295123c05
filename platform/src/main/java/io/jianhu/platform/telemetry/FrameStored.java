package io.jianhu.platform.telemetry;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A frame, or a run of junk, is in the database and committed.
 *
 * @param mn as sent; empty for junk of an unknown sender
 * @param decoded empty for junk
 * @param findings names of {@link io.jianhu.hj212.FindingCode} and {@link GatewayFinding}, in wire order
 * @param length bytes, tail included
 * @param acknowledgement the reply that is being sent; empty where none is due
 * @param connection number of the connection it came by, see {@link DeviceLink.Connection#number()}
 */
public record FrameStored(
        FrameRef ref,
        String mn,
        Instant receivedAt,
        Verdict verdict,
        Optional<Decoded> decoded,
        List<String> findings,
        int length,
        Optional<byte[]> acknowledgement,
        long connection) {

    /** The readable content of a frame that may be used as data. */
    public Optional<Frame> findUsableFrame() {
        return verdict.usable() ? decoded.flatMap(Decoded::findFrame) : Optional.empty();
    }
}
