package io.jianhu.hj212.cli;

import io.jianhu.hj212.TextKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON as UTF-8 bytes into one buffer, straight from the bytes of a frame. */
final class JsonBytes {

    private static final int CAPACITY = 128 * 1_024;
    /** One byte may become {@code \}{@code u00XX}. */
    private static final int LONGEST_ESCAPE = 6;

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] NULL = ascii("null");
    private static final boolean[] NEEDS_ESCAPE = needsEscape();

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;

    JsonBytes(OutputStream out) {
        this.out = out;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void raw(byte[] bytes) {
        raw(bytes, 0, bytes.length);
    }

    void raw(byte b) {
        reserve(1);
        buffer[used++] = b;
    }

    void nothing() {
        raw(NULL);
    }

    void number(long value) {
        reserve(20);
        if (value == 0) {
            buffer[used++] = '0';
            return;
        }
        int digits = 0;
        for (long rest = value; rest > 0; rest /= 10) {
            digits++;
        }
        int at = used + digits;
        for (long rest = value; rest > 0; rest /= 10) {
            buffer[--at] = (byte) ('0' + rest % 10);
        }
        used += digits;
    }

    /** The inside of a JSON string, without its quotation marks. */
    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length, TextKind.UTF_8);
    }

    /** The inside of a JSON string, from the bytes of a frame whose text is of the kind. */
    void text(byte[] bytes, int from, int to, TextKind kind) {
        if (kind == TextKind.GBK || kind == TextKind.BINARY) {
            byte[] utf8 = new String(bytes, from, to - from, kind.charset()).getBytes(StandardCharsets.UTF_8);
            utf8(utf8, 0, utf8.length);
        } else {
            utf8(bytes, from, to);
        }
    }

    private void utf8(byte[] bytes, int from, int to) {
        reserve((to - from) * LONGEST_ESCAPE);
        byte[] buffer = this.buffer;
        int at = used;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (NEEDS_ESCAPE[b & 0xFF]) {
                at = escape(b, at);
            } else {
                buffer[at++] = b;
            }
        }
        used = at;
    }

    private int escape(byte b, int start) {
        int at = start;
        buffer[at++] = '\\';
        switch (b) {
            case '"', '\\' -> buffer[at++] = b;
            case '\n' -> buffer[at++] = 'n';
            case '\r' -> buffer[at++] = 'r';
            case '\t' -> buffer[at++] = 't';
            default -> {
                buffer[at++] = 'u';
                buffer[at++] = '0';
                buffer[at++] = '0';
                buffer[at++] = HEX[b >>> 4 & 0xF];
                buffer[at++] = HEX[b & 0xF];
            }
        }
        return at;
    }

    private void raw(byte[] bytes, int from, int length) {
        reserve(length);
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
    }

    void flush() {
        try {
            out.write(buffer, 0, used);
            out.flush();
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reserve(int bytes) {
        if (used + bytes > buffer.length) {
            flush();
        }
    }

    private static boolean[] needsEscape() {
        boolean[] needs = new boolean[256];
        for (int i = 0; i < ' '; i++) {
            needs[i] = true;
        }
        needs['"'] = true;
        needs['\\'] = true;
        return needs;
    }
}
