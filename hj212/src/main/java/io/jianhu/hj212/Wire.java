package io.jianhu.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The shapes of the wire, byte by byte. */
final class Wire {

    /** {@code ##} and four digits. */
    static final int HEAD_BYTES = 6;
    /** Four hex digits. */
    static final int CRC_BYTES = 4;
    /** What a frame has besides its data segment and its tail. */
    static final int ENVELOPE_BYTES = HEAD_BYTES + CRC_BYTES;

    /** What four digits can say. */
    static final int LONGEST_SEGMENT = 9_999;

    private static final int LENGTH_DIGITS = 4;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Wire() {}

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static int hexDigit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /** The value of four hex digits of either case; -1 where one of them is none. */
    static int hex4(byte[] bytes, int at) {
        int a = hexDigit(bytes[at]);
        int b = hexDigit(bytes[at + 1]);
        int c = hexDigit(bytes[at + 2]);
        int d = hexDigit(bytes[at + 3]);
        return (a | b | c | d) < 0 ? -1 : a << 12 | b << 8 | c << 4 | d;
    }

    /** Where the first byte that is not ASCII stands, or -1. */
    static int findForeign(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) WORD.get(bytes, at) & 0x8080_8080_8080_8080L) == 0) {
            at += Long.BYTES;
        }
        for (; at < to; at++) {
            if (bytes[at] < 0) {
                return at;
            }
        }
        return -1;
    }

    /** How many of the up to four bytes from {@code at} are digits, counted until the first that is none. */
    static int lengthDigits(byte[] bytes, int at, int end) {
        int digits = 0;
        while (digits < LENGTH_DIGITS && at + digits < end && isDigit(bytes[at + digits])) {
            digits++;
        }
        return digits;
    }

    /** The number that {@code digits} digits write. */
    static int number(byte[] bytes, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Whether {@code &&} and four hex digits, the end of a frame, stand at {@code at}. */
    static boolean isClosing(byte[] bytes, int at) {
        return bytes[at] == '&' && bytes[at + 1] == '&' && hex4(bytes, at + 2) >= 0;
    }

    /** Whether the {@code &&} at {@code at} opens the data area. */
    static boolean isOpening(byte[] bytes, int at, int start) {
        return at - start >= 3 && bytes[at - 3] == 'C' && bytes[at - 2] == 'P' && bytes[at - 1] == '=';
    }

    /** Bytes of the tail at {@code at}: 2 for CRLF, 1 for LF or a lone CR, else 0. */
    static int tailBytes(byte[] bytes, int at, int end) {
        if (at >= end) {
            return 0;
        }
        if (bytes[at] == '\n') {
            return 1;
        }
        if (bytes[at] != '\r') {
            return 0;
        }
        return at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1;
    }
}
