package io.jianhu.hj212;

import java.util.Optional;

/** Reads one frame as a {@link FrameSplitter} cut it. Immutable and thread-safe. */
public final class FrameDecoder {

    private final FrameLimits limits;

    public FrameDecoder(FrameLimits limits) {
        this.limits = limits;
    }

    /**
     * Decodes the frame that starts with {@code ##} at {@code offset}. Never throws.
     *
     * @param length bytes of the frame, its tail included. Where the bytes end with the CRC the frame counts as one without
     *     a tail, {@link FindingCode#NO_TAIL}
     */
    public Decoded decode(byte[] bytes, int offset, int length, DeviceProfile profile) {
        return decode(bytes, offset, length, profile, Tail.AS_GIVEN);
    }

    /** As {@link #decode}, for {@link FrameSink#frameBeforeTail}: that the tail is not there yet is no finding. */
    public Decoded decodeBeforeTail(byte[] bytes, int offset, int length, DeviceProfile profile) {
        return decode(bytes, offset, length, profile, Tail.MAY_FOLLOW);
    }

    private Decoded decode(byte[] bytes, int offset, int length, DeviceProfile profile, Tail tail) {
        FrameScanner scanner = new FrameScanner(limits);
        FrameCollector collector = new FrameCollector();
        return switch (scanner.scan(bytes, offset, length, profile, tail, collector)) {
            case ACCEPTED -> new Decoded.Accepted(collector.toFrame(scanner));
            case ACCEPTED_WITH_FINDINGS ->
                new Decoded.AcceptedWithFindings(collector.toFrame(scanner), collector.findings(scanner.textKind()));
            case REJECTED ->
                new Decoded.Rejected(
                        collector.isEmpty() ? Optional.empty() : Optional.of(collector.toFrame(scanner)),
                        collector.findings(scanner.textKind()));
        };
    }
}
