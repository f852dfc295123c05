package io.jianhu.hj212;

import java.util.Arrays;

/** A 128-bit SM4 key (GB/T 32907-2016). Never printed. */
public final class Sm4Key {

    private final byte[] bytes;

    private Sm4Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A key of exactly 16 bytes; throws {@link IllegalArgumentException} for any other length. */
    public static Sm4Key of(byte[] key) {
        if (key.length != 16) {
            throw new IllegalArgumentException("an SM4 key is 16 bytes, not " + key.length);
        }
        return new Sm4Key(key.clone());
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm4Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sm4Key[hidden]";
    }
}
