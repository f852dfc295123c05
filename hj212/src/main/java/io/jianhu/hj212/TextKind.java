package io.jianhu.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the text of a frame is written. */
public enum TextKind {
    ASCII(StandardCharsets.ISO_8859_1),
    /** What HJ 212-2017 6.3 asks for. */
    UTF_8(StandardCharsets.UTF_8),
    /** What older makers send. */
    GBK(Grammar.GBK),
    /** Neither: each byte stands for itself, so that nothing is lost. */
    BINARY(StandardCharsets.ISO_8859_1);

    private final Charset charset;

    TextKind(Charset charset) {
        this.charset = charset;
    }

    /** The charset that reads it. */
    public Charset charset() {
        return charset;
    }

    static TextKind of(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        if (at == to) {
            return ASCII;
        }
        if (isUtf8(bytes, at, to)) {
            return UTF_8;
        }
        return isGbk(bytes, from, to) ? GBK : BINARY;
    }

    /** Characters of UTF-8 text, counted as the bytes that begin one. */
    static int countCharacters(byte[] bytes, int from, int to) {
        int characters = 0;
        for (int i = from; i < to; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters;
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at++];
            if (lead >= 0) {
                continue;
            }
            int more = lead < (byte) 0xC2
                    ? -1
                    : lead < (byte) 0xE0 ? 1 : lead < (byte) 0xF0 ? 2 : lead < (byte) 0xF5 ? 3 : -1;
            if (more < 0 || at + more > to) {
                return false;
            }
            int second = bytes[at] & 0xFF;
            boolean overlongOrSurrogate = (lead == (byte) 0xE0 && second < 0xA0)
                    || (lead == (byte) 0xED && second > 0x9F)
                    || (lead == (byte) 0xF0 && second < 0x90)
                    || (lead == (byte) 0xF4 && second > 0x8F);
            if (overlongOrSurrogate) {
                return false;
            }
            for (int end = at + more; at < end; at++) {
                if ((bytes[at] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Pairs of a lead byte 81 to FE and a trail byte 40 to FE, and no control characters that text does not have. */
    private static boolean isGbk(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                if (lead < ' ' && lead != '\t' && lead != '\r' && lead != '\n') {
                    return false;
                }
                continue;
            }
            int trail = at + 1 < to ? bytes[at + 1] & 0xFF : 0;
            if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) {
                return false;
            }
            at++;
        }
        return true;
    }
}
