package io.jianhu.hj212;

import java.util.List;
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
     * @param length bytes of the frame, its tail included
     */
    public Decoded decode(byte[] bytes, int offset, int length, DeviceProfile profile) {
        return new Decoded.Rejected(
                Optional.empty(), List.of(new Finding(FindingCode.CRC_MISMATCH, limits.maxSegmentBytes(), "", "")));
    }
}
