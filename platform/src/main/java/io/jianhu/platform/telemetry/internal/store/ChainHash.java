package io.jianhu.platform.telemetry.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The link between two frames of a device's chain:
 *
 * <pre>SHA-256( previous hash · position · time of receipt · MN · SHA-256(bytes) )</pre>
 *
 * <p>Position and time are 8 bytes, big-endian; the time in microseconds since 1970 UTC; MN in UTF-8 as stored. The content
 * is hashed by itself first, so that a chain can be checked against an archive that holds only content hashes. One
 * instance per thread.
 */
public final class ChainHash {

    /** What stands before the first frame of every chain: 32 zero bytes. */
    public static final byte[] GENESIS = new byte[32];

    private final MessageDigest sha256 = newDigest();
    private final ByteBuffer numbers = ByteBuffer.allocate(16);

    /** SHA-256 of the bytes of a frame. */
    public byte[] ofContent(byte[] bytes) {
        return sha256.digest(bytes);
    }

    /** The hash of the frame at {@code seq}. */
    public byte[] ofLink(byte[] previous, long seq, long receivedMicros, String mn, byte[] contentHash) {
        sha256.update(previous);
        numbers.clear().putLong(seq).putLong(receivedMicros);
        sha256.update(numbers.array());
        sha256.update(mn.getBytes(StandardCharsets.UTF_8));
        return sha256.digest(contentHash);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
