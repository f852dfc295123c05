package io.jianhu.hj212;

/**
 * How long a frame may be.
 *
 * @param maxSegmentBytes longest data segment taken; 4 digits allow 9 999
 * @param warnSegmentBytes longest data segment the standard allows: 1 024 (HJ 212-2017 table 2)
 */
public record FrameLimits(int maxSegmentBytes, int warnSegmentBytes) {

    /** 9 999 bytes taken, a finding above 1 024. */
    public static final FrameLimits DEFAULT = new FrameLimits(9_999, 1_024);

    public FrameLimits {
        if (warnSegmentBytes < 1 || maxSegmentBytes < warnSegmentBytes || maxSegmentBytes > 9_999) {
            throw new IllegalArgumentException("limits out of range: " + maxSegmentBytes + ", " + warnSegmentBytes);
        }
    }
}
