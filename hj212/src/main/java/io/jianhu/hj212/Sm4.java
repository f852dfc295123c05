package io.jianhu.hj212;

import java.util.HexFormat;

/**
 * SM4 (GB/T 32907-2016) as HJ 212-2025 6.4 uses it: ECB without padding over the whole 16-byte blocks of the data area; the
 * last bytes that fill no block stay as they are.
 *
 * <p>Not hardened against an observer of cache timing: the key protects a line, and who can time this process can read its
 * memory.
 */
final class Sm4 {

    static final int BLOCK_BYTES = 16;

    private static final int ROUNDS = 32;
    private static final byte[] SBOX = HexFormat.of()
            .parseHex("d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa44132649860699"
                    + "9c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6"
                    + "4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35"
                    + "1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e"
                    + "eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e3"
                    + "1df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51"
                    + "8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0"
                    + "8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948");
    private static final int[] FAMILY_KEY = {0xA3B1BAC6, 0x56AA3350, 0x677D9197, 0xB27022DC};
    /** Substitution and diffusion of the highest byte; the others are this one rotated. */
    private static final int[] MIXED = mixed();

    private final int[] roundKeys;

    Sm4(Sm4Key key) {
        this.roundKeys = expand(key.bytes());
    }

    /** Enciphers the whole blocks from {@code from} to {@code to} where they are. */
    void encipher(byte[] bytes, int from, int to) {
        for (int at = from; at + BLOCK_BYTES <= to; at += BLOCK_BYTES) {
            block(bytes, at, 0, 1);
        }
    }

    /** Deciphers the whole blocks from {@code from} to {@code to} where they are. */
    void decipher(byte[] bytes, int from, int to) {
        for (int at = from; at + BLOCK_BYTES <= to; at += BLOCK_BYTES) {
            block(bytes, at, ROUNDS - 1, -1);
        }
    }

    private void block(byte[] bytes, int at, int firstRound, int direction) {
        int a = word(bytes, at);
        int b = word(bytes, at + 4);
        int c = word(bytes, at + 8);
        int d = word(bytes, at + 12);
        int round = firstRound;
        for (int i = 0; i < ROUNDS; i++) {
            int next = a ^ mix(b ^ c ^ d ^ roundKeys[round]);
            a = b;
            b = c;
            c = d;
            d = next;
            round += direction;
        }
        putWord(bytes, at, d);
        putWord(bytes, at + 4, c);
        putWord(bytes, at + 8, b);
        putWord(bytes, at + 12, a);
    }

    private static int[] expand(byte[] key) {
        int[] words = new int[ROUNDS + 4];
        for (int i = 0; i < 4; i++) {
            words[i] = word(key, 4 * i) ^ FAMILY_KEY[i];
        }
        int[] roundKeys = new int[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int s = substitute(words[i + 1] ^ words[i + 2] ^ words[i + 3] ^ constant(i));
            words[i + 4] = words[i] ^ s ^ Integer.rotateLeft(s, 13) ^ Integer.rotateLeft(s, 23);
            roundKeys[i] = words[i + 4];
        }
        return roundKeys;
    }

    /** Byte j of constant i is 7 times (4 i + j), modulo 256. */
    private static int constant(int i) {
        int constant = 0;
        for (int j = 0; j < 4; j++) {
            constant = constant << 8 | (4 * i + j) * 7 & 0xFF;
        }
        return constant;
    }

    private static int mix(int word) {
        return MIXED[word >>> 24]
                ^ Integer.rotateRight(MIXED[word >>> 16 & 0xFF], 8)
                ^ Integer.rotateRight(MIXED[word >>> 8 & 0xFF], 16)
                ^ Integer.rotateRight(MIXED[word & 0xFF], 24);
    }

    private static int[] mixed() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int s = (SBOX[i] & 0xFF) << 24;
            table[i] = s
                    ^ Integer.rotateLeft(s, 2)
                    ^ Integer.rotateLeft(s, 10)
                    ^ Integer.rotateLeft(s, 18)
                    ^ Integer.rotateLeft(s, 24);
        }
        return table;
    }

    private static int substitute(int word) {
        return (SBOX[word >>> 24] & 0xFF) << 24
                | (SBOX[word >>> 16 & 0xFF] & 0xFF) << 16
                | (SBOX[word >>> 8 & 0xFF] & 0xFF) << 8
                | SBOX[word & 0xFF] & 0xFF;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    private static void putWord(byte[] bytes, int at, int word) {
        bytes[at] = (byte) (word >>> 24);
        bytes[at + 1] = (byte) (word >>> 16);
        bytes[at + 2] = (byte) (word >>> 8);
        bytes[at + 3] = (byte) word;
    }
}
