package io.jianhu.platform.telemetry.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"): a signature, then per row a
 * count of fields and each field as length and bytes, then a trailer. Reused from batch to batch.
 */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;
    private static final int POSTGRES_EPOCH_DAY = 10_957;
    private static final int TEXT_OID = 25;

    private ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);

    void start() {
        buffer.clear();
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    void row(int fields) {
        need(2).putShort((short) fields);
    }

    void end() {
        need(2).putShort((short) -1);
    }

    byte[] array() {
        return buffer.array();
    }

    int length() {
        return buffer.position();
    }

    void int2(int value) {
        need(6).putInt(2).putShort((short) value);
    }

    void int4(int value) {
        need(8).putInt(4).putInt(value);
    }

    void int8(long value) {
        need(12).putInt(8).putLong(value);
    }

    /** @param epochDay days since 1970-01-01 */
    void date(int epochDay) {
        int4(epochDay - POSTGRES_EPOCH_DAY);
    }

    /** @param micros since 1970 UTC */
    void timestamp(long micros) {
        int8(micros - POSTGRES_EPOCH_MICROS);
    }

    void nothing() {
        need(4).putInt(-1);
    }

    void bytes(byte[] value) {
        need(4 + value.length).putInt(value.length).put(value);
    }

    void text(String value) {
        need(4 + 3 * value.length());
        int length = value.length();
        int at = buffer.position();
        byte[] array = buffer.array();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                bytes(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            array[at + 4 + i] = (byte) c;
        }
        buffer.putInt(length).position(at + 4 + length);
    }

    /** A one-dimensional {@code text[]} without nulls. */
    void texts(List<String> values) {
        int start = need(4 + 20).position();
        buffer.putInt(0);
        if (values.isEmpty()) {
            buffer.putInt(0).putInt(0).putInt(TEXT_OID);
        } else {
            buffer.putInt(1).putInt(0).putInt(TEXT_OID).putInt(values.size()).putInt(1);
            for (String value : values) {
                text(value);
            }
        }
        buffer.putInt(start, buffer.position() - start - 4);
    }

    private ByteBuffer need(int bytes) {
        if (buffer.remaining() < bytes) {
            int position = buffer.position();
            int size = Math.max(buffer.capacity() * 2, position + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), size)).position(position);
        }
        return buffer;
    }
}
