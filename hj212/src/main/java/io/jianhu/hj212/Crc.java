package io.jianhu.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The CRC of HJ 212-2017 appendix A, which is neither CRC-16/MODBUS nor CRC-16/ARC: the register is shifted right by
 * eight <em>before</em> the byte is added, so the old low byte is lost.
 *
 * <p>What is carried from byte to byte is therefore the high byte alone: with {@code T} the ordinary table of polynomial
 * {@code A001}, the next register is {@code T[high ^ byte]}. Only 256 values exist, and a damaged frame passes with
 * probability 1/256. The step on the high byte is linear, so eight bytes are taken at once through eight tables of 256
 * bytes: the table of distance {@code d} is the step applied {@code d} times.
 */
public final class Crc {

    /** The CRC of no bytes at all. */
    public static final int EMPTY = 0xFFFF;

    /** The high byte of a register nothing was added to. */
    static final int INITIAL_STATE = 0xFF;

    private static final int POLYNOMIAL = 0xA001;
    private static final int[] REGISTER = registerTable();
    private static final byte[] STEP1 = stateTable(1);
    private static final byte[] STEP2 = stateTable(2);
    private static final byte[] STEP3 = stateTable(3);
    private static final byte[] STEP4 = stateTable(4);
    private static final byte[] STEP5 = stateTable(5);
    private static final byte[] STEP6 = stateTable(6);
    private static final byte[] STEP7 = stateTable(7);
    private static final byte[] STEP8 = stateTable(8);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Crc() {}

    /** The CRC over {@code length} bytes from {@code offset}, 0 to 65 535. */
    public static int of(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return EMPTY;
        }
        int state = INITIAL_STATE;
        int last = offset + length - 1;
        int i = offset;
        for (; i <= last - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            state = (STEP8[state ^ (int) (word & 0xFF)]
                            ^ STEP7[(int) (word >>> 8 & 0xFF)]
                            ^ STEP6[(int) (word >>> 16 & 0xFF)]
                            ^ STEP5[(int) (word >>> 24 & 0xFF)]
                            ^ STEP4[(int) (word >>> 32 & 0xFF)]
                            ^ STEP3[(int) (word >>> 40 & 0xFF)]
                            ^ STEP2[(int) (word >>> 48 & 0xFF)]
                            ^ STEP1[(int) (word >>> 56)])
                    & 0xFF;
        }
        for (; i < last; i++) {
            state = step(state, bytes[i]);
        }
        return REGISTER[state ^ (bytes[last] & 0xFF)];
    }

    /** The state after one more byte. */
    static int step(int state, byte next) {
        return REGISTER[state ^ (next & 0xFF)] >>> 8;
    }

    /** The register after the last byte was added to the state of all bytes before it. */
    static int finish(int state, byte last) {
        return REGISTER[state ^ (last & 0xFF)];
    }

    /** CRC-16 with the polynomial {@code A001} as everybody else computes it: MODBUS starts at FFFF, ARC at 0. */
    static int ordinary(byte[] bytes, int offset, int length, int initial) {
        int register = initial;
        for (int i = offset; i < offset + length; i++) {
            register = register >>> 8 ^ REGISTER[(register ^ bytes[i]) & 0xFF];
        }
        return register;
    }

    /** Whether the HJ 212 algorithm can make the value at all: its low byte is one of 00 01 40 41 80 81 C0 C1. */
    static boolean isPossible(int crc) {
        return (crc & 0x3E) == 0;
    }

    private static int[] registerTable() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int register = i;
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) != 0 ? register >>> 1 ^ POLYNOMIAL : register >>> 1;
            }
            table[i] = register;
        }
        return table;
    }

    private static byte[] stateTable(int distance) {
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
            int state = i;
            for (int n = 0; n < distance; n++) {
                state = REGISTER[state] >>> 8;
            }
            table[i] = (byte) state;
        }
        return table;
    }
}
