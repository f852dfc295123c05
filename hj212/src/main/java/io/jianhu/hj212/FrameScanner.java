package io.jianhu.hj212;

import java.util.Optional;

/**
 * Reads one frame and tells a {@link FrameVisitor} what is in it, without allocating anything for a frame that is sound and
 * plain. {@link FrameDecoder} makes records of the same reading.
 *
 * <p>Not thread-safe; one per thread, reused from frame to frame. What the getters say belongs to the last frame.
 */
public final class FrameScanner {

    private final FrameLimits limits;
    private final SegmentScanner segment = new SegmentScanner();
    private final Reporter reporter = new Reporter();

    public FrameScanner(FrameLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the frame that starts with {@code ##} at {@code offset}. Never throws for any bytes.
     *
     * @param length bytes of the frame, its tail included. Where the bytes end with the CRC the frame counts as one without
     *     a tail
     */
    public Verdict scan(byte[] bytes, int offset, int length, DeviceProfile profile, FrameVisitor visitor) {
        return scan(bytes, offset, length, profile, Tail.AS_GIVEN, visitor);
    }

    Verdict scan(byte[] bytes, int offset, int length, DeviceProfile profile, Tail tail, FrameVisitor visitor) {
        int end = offset + length;
        int segmentTo = segmentTo(bytes, offset, end);
        if (segmentTo < 0) {
            return reject(bytes, offset, length, profile, visitor);
        }
        int sent = Wire.hex4(bytes, segmentTo);
        int segmentFrom = offset + Wire.HEAD_BYTES;
        boolean agrees = sent >= 0 && Crc.of(bytes, segmentFrom, segmentTo - segmentFrom) == sent;
        if (agrees && (profile.sm4Key().isEmpty() || Enciphered.isText(bytes, segmentFrom, segmentTo))) {
            return accept(bytes, offset, segmentTo, end, profile, tail, visitor);
        }
        Optional<byte[]> plain = sent < 0
                ? Optional.empty()
                : profile.sm4Key().flatMap(key -> Enciphered.open(bytes, offset, segmentTo, end, sent, key));
        if (plain.isPresent()) {
            return accept(plain.get(), 0, segmentTo - offset, length, profile, tail, visitor);
        }
        return agrees
                ? accept(bytes, offset, segmentTo, end, profile, tail, visitor)
                : reject(bytes, offset, length, profile, visitor);
    }

    /** Of the last frame: by flag, system code and device profile. */
    public Edition edition() {
        return segment.header().edition();
    }

    /** Flag of the last frame, 0 to 255; -1 where it has none. */
    public int flag() {
        return segment.header().flag();
    }

    /** PNUM of the last frame; -1 where it has none. */
    public int packetCount() {
        return segment.header().packetCount();
    }

    /** PNO of the last frame; -1 where it has none. */
    public int packetNumber() {
        return segment.header().packetNumber();
    }

    /** RF=1 of HJ 212-2025. */
    public boolean backfilled() {
        return segment.header().isBackfilled();
    }

    /** Where the 14 digits of DataTime begin in the bytes the visitor was given; -1 where absent or no such time. */
    public int dataTimeFrom() {
        return segment.header().findDataTime();
    }

    /** How the text of the last frame is written. */
    public TextKind textKind() {
        return segment.textKind();
    }

    /** Where the data segment of a frame with the right shape ends; -1 where the shape is wrong. */
    private int segmentTo(byte[] bytes, int offset, int end) {
        if (end - offset < Wire.ENVELOPE_BYTES
                || bytes[offset] != '#'
                || bytes[offset + 1] != '#'
                || Wire.lengthDigits(bytes, offset + 2, end) < 4) {
            return -1;
        }
        int length = Wire.number(bytes, offset + 2, 4);
        int segmentTo = offset + Wire.HEAD_BYTES + length;
        int crcEnd = segmentTo + Wire.CRC_BYTES;
        return length <= limits.maxSegmentBytes() && crcEnd <= end && crcEnd + Wire.tailBytes(bytes, crcEnd, end) == end
                ? segmentTo
                : -1;
    }

    private Verdict accept(
            byte[] bytes, int offset, int segmentTo, int end, DeviceProfile profile, Tail tail, FrameVisitor visitor) {
        visitor.start(bytes, offset);
        reporter.start(visitor);
        int segmentFrom = offset + Wire.HEAD_BYTES;
        if (segmentTo - segmentFrom > limits.warnSegmentBytes()) {
            reporter.deviation(FindingCode.SEGMENT_OVER_1024, offset + 2, segmentFrom, "at most 1024");
        }
        segment.scan(bytes, segmentFrom, segmentTo, profile, visitor, reporter);
        int crcEnd = segmentTo + Wire.CRC_BYTES;
        if (isLowerCase(bytes, segmentTo, crcEnd)) {
            reporter.deviation(FindingCode.CRC_LOWER_CASE, segmentTo, crcEnd, "upper case");
        }
        if (crcEnd == end) {
            if (tail == Tail.AS_GIVEN) {
                reporter.deviation(FindingCode.NO_TAIL, crcEnd, crcEnd, "CR LF");
            }
        } else if (crcEnd + 1 == end) {
            reporter.deviation(
                    FindingCode.TAIL_NOT_CRLF,
                    crcEnd,
                    crcEnd,
                    bytes[crcEnd] == '\n' ? "CR LF, not LF" : "CR LF, not CR");
        }
        return reporter.hasAny() ? Verdict.ACCEPTED_WITH_FINDINGS : Verdict.ACCEPTED;
    }

    private Verdict reject(byte[] bytes, int offset, int length, DeviceProfile profile, FrameVisitor visitor) {
        Diagnosis diagnosis = Diagnosis.of(bytes, offset, length, limits, profile);
        visitor.start(bytes, offset);
        segment.scan(bytes, diagnosis.segmentFrom(), diagnosis.segmentTo(), profile, visitor, Reporter.SILENT);
        diagnosis.findings().forEach(visitor::rejection);
        return Verdict.REJECTED;
    }

    private static boolean isLowerCase(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] >= 'a') {
                return true;
            }
        }
        return false;
    }
}
