package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.hj212.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number by which a re-send is recognised: the first 64 bits of SHA-256 over MN, CN, QN, DataTime, PNUM and PNO, or over
 * the content where there is no QN. A device re-sends with the same QN (HJ 212-2017 6.1). One instance per thread.
 */
public final class DedupKey {

    private static final byte SEPARATOR = ';';

    private final MessageDigest sha256;

    public DedupKey() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The key of a frame; {@link Received#NO_KEY} where it has neither QN nor DataTime, because equal heartbeats are then
     * different events.
     */
    public long of(Frame frame, byte[] contentHash) {
        String qn = frame.findExchange().orElse("");
        String dataTime = frame.findField("DataTime").orElse("");
        if (qn.isEmpty()) {
            return dataTime.isEmpty()
                    ? Received.NO_KEY
                    : nonZero(ByteBuffer.wrap(contentHash).getLong());
        }
        part(frame.mn());
        part(frame.cn());
        part(qn);
        part(dataTime);
        number(frame.packetCount().orElse(-1));
        number(frame.packetNumber().orElse(-1));
        return nonZero(ByteBuffer.wrap(sha256.digest()).getLong());
    }

    private void part(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update(SEPARATOR);
    }

    private void number(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (number >> shift));
        }
    }

    private static long nonZero(long key) {
        return key == Received.NO_KEY ? 1 : key;
    }
}
