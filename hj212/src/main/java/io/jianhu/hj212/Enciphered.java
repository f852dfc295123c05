package io.jianhu.hj212;

import java.util.Arrays;
import java.util.Optional;

/** Finds and opens the enciphered data area of HJ 212-2025 6.4: the CRC is that of the plain text. */
final class Enciphered {

    private Enciphered() {}

    /** Where the bytes after {@code CP=&&} begin, or -1 where there is none. */
    static int areaFrom(byte[] bytes, int from, int to) {
        for (int at = from + 3; at + 2 <= to; at++) {
            if (bytes[at] == '&' && bytes[at + 1] == '&' && Wire.isOpening(bytes, at, from)) {
                return at + 2;
            }
        }
        return -1;
    }

    /**
     * Whether the data segment can be plain text as it stands. The CRC alone does not tell: one enciphered frame in 256
     * agrees with it by chance.
     */
    static boolean isText(byte[] bytes, int segmentFrom, int segmentTo) {
        for (int at = segmentFrom; at < segmentTo; at++) {
            boolean control = bytes[at] >= 0 && bytes[at] < ' ';
            if (control && bytes[at] != '\r' && bytes[at] != '\n' && bytes[at] != '\t') {
                return false;
            }
        }
        return true;
    }

    /**
     * The frame with its data area deciphered, its first byte at 0; empty where the CRC then still does not agree.
     *
     * @param from where the frame begins
     * @param segmentTo where its data segment ends and its CRC begins
     */
    static Optional<byte[]> open(byte[] bytes, int from, int segmentTo, int end, int crc, Sm4Key key) {
        int segmentFrom = from + Wire.HEAD_BYTES;
        int areaFrom = areaFrom(bytes, segmentFrom, segmentTo);
        if (areaFrom < 0 || segmentTo - 2 - areaFrom < Sm4.BLOCK_BYTES) {
            return Optional.empty();
        }
        byte[] plain = Arrays.copyOfRange(bytes, from, end);
        new Sm4(key).decipher(plain, areaFrom - from, segmentTo - 2 - from);
        return Crc.of(plain, Wire.HEAD_BYTES, segmentTo - segmentFrom) == crc ? Optional.of(plain) : Optional.empty();
    }
}
