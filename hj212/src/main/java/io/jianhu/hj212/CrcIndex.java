package io.jianhu.hj212;

import java.util.Arrays;

/**
 * Answers the CRC of any stretch of a stream in constant time, once each byte has been looked at once. This is what keeps
 * the search for the next frame linear when a sender writes nothing but frame heads.
 *
 * <p>The state after byte {@code n} is {@code p(n) = H(p(n-1) ^ byte)} with a linear, invertible {@code H}. Hence the state
 * at the end of a stretch from {@code i} to {@code j} that began with state {@code s} is {@code H^(j-i)(s ^ p(i)) ^ p(j)}.
 */
final class CrcIndex {

    private static final int INITIAL_CAPACITY = 4_096;

    private byte[] states = new byte[0];
    private long from;
    private long to;

    /** Forgets everything and starts at the stream offset. */
    void restart(long offset) {
        from = offset;
        to = offset;
        if (states.length == 0) {
            states = new byte[INITIAL_CAPACITY];
        }
        states[0] = 0;
    }

    /**
     * Whether a stretch from the offset on can be asked for.
     *
     * @param floor stream offset of the first byte still at hand
     */
    boolean covers(long offset, long floor) {
        return offset >= from && to >= floor;
    }

    /**
     * The CRC of the stream from {@code start} (included) to {@code end} (excluded).
     *
     * @param base stream offset of {@code bytes[0]}
     * @param floor stream offset of the first byte still at hand; what lies before is forgotten
     */
    int crc(byte[] bytes, long base, long floor, long start, long end) {
        if (start == end) {
            return Crc.EMPTY;
        }
        extend(bytes, base, Math.min(floor, start), end - 1);
        int before = states[(int) (start - from)] & 0xFF;
        int after = states[(int) (end - 1 - from)] & 0xFF;
        int state = Powers.apply((int) (end - 1 - start), Crc.INITIAL_STATE ^ before) ^ after;
        return Crc.finish(state, bytes[(int) (end - 1 - base)]);
    }

    /** Bytes the next call of {@link #crc} up to the offset must look at. */
    long missing(long end) {
        return Math.max(0, end - 1 - to);
    }

    private void extend(byte[] bytes, long base, long floor, long end) {
        if (end <= to) {
            return;
        }
        if (end - from >= states.length && floor > from) {
            System.arraycopy(states, (int) (floor - from), states, 0, (int) (to - floor) + 1);
            from = floor;
        }
        if (end - from >= states.length) {
            states = Arrays.copyOf(states, Math.max((int) (end - from) + 1, states.length * 2));
        }
        int state = states[(int) (to - from)] & 0xFF;
        for (long at = to; at < end; at++) {
            state = Crc.step(state, bytes[(int) (at - base)]);
            states[(int) (at - from) + 1] = (byte) state;
        }
        to = end;
    }

    /** The powers of the step, which repeat after {@link #ORDER}. */
    private static final class Powers {
        private static final byte[] TABLE = table();
        private static final int ORDER = TABLE.length / 256;

        static int apply(int power, int state) {
            return TABLE[(power % ORDER) * 256 + state] & 0xFF;
        }

        private static byte[] table() {
            byte[] power = new byte[256 * 256];
            for (int state = 0; state < 256; state++) {
                power[state] = (byte) state;
            }
            for (int n = 1; n < 256; n++) {
                boolean identity = true;
                for (int state = 0; state < 256; state++) {
                    int next = Crc.step(power[(n - 1) * 256 + state] & 0xFF, (byte) 0);
                    power[n * 256 + state] = (byte) next;
                    identity &= next == state;
                }
                if (identity) {
                    return Arrays.copyOf(power, n * 256);
                }
            }
            throw new IllegalStateException("the step of the CRC does not repeat within 255");
        }
    }
}
