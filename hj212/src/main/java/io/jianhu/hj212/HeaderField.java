package io.jianhu.hj212;

import java.nio.charset.StandardCharsets;

/** The fields of the data segment before the data area, HJ 212-2017 table 3 and HJ 212-2025. */
public enum HeaderField {
    /** Names the exchange: 17 digits {@code YYYYMMDDhhmmsszzz}. */
    QN("QN"),
    /** System code. */
    ST("ST"),
    /** Command code. */
    CN("CN"),
    /** Password. */
    PW("PW"),
    /** Device number. */
    MN("MN"),
    /** Version, packet numbers, answer wanted: see {@link io.jianhu.hj212.Flag}. */
    FLAG("Flag"),
    /** Number of sub-packets. */
    PNUM("PNUM"),
    /** Number of this sub-packet, from 1. */
    PNO("PNO"),
    /** {@code 1} for data sent late, HJ 212-2025. */
    RF("RF");

    private final String key;
    private final int packedKey;

    HeaderField(String key) {
        this.key = key;
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        this.packedKey = pack(bytes, 0, bytes.length);
    }

    /** The key as the standard spells it. */
    public String key() {
        return key;
    }

    /** The key in the spelling of the standard, as {@link #pack} makes it. */
    int packedKey() {
        return packedKey;
    }

    /** Two to four bytes as a number, the first one highest; 0 for any other length. */
    static int pack(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 4) {
            return 0;
        }
        int key = 0;
        for (int i = from; i < to; i++) {
            key = key << 8 | bytes[i] & 0xFF;
        }
        return key;
    }
}
