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
    private final byte[] keyBytes;

    HeaderField(String key) {
        this.key = key;
        this.keyBytes = key.getBytes(StandardCharsets.US_ASCII);
    }

    /** The key as the standard spells it. */
    public String key() {
        return key;
    }

    /** Whether the bytes are the key in the spelling of the standard. */
    boolean isSpelledAt(byte[] bytes, int from, int to) {
        if (to - from != keyBytes.length) {
            return false;
        }
        for (int i = 0; i < keyBytes.length; i++) {
            if (bytes[from + i] != keyBytes[i]) {
                return false;
            }
        }
        return true;
    }
}
