package io.jianhu.bench.load;

import io.jianhu.hj212.Crc;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A real-time frame written once and then changed in place: QN, DataTime, two values, CRC. Costs about as much as its CRC,
 * so that a generator is no part of what it measures. Not thread-safe.
 */
final class FrameTemplate {

    private static final int HEAD_BYTES = 6;
    private static final int TAIL_BYTES = 6;
    private static final int QN_SECONDS = 14;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int qnAt;
    private final int dataTimeAt;
    private final int[] digitsAt;
    private long second = Long.MIN_VALUE;

    private FrameTemplate(byte[] bytes) {
        this.bytes = bytes;
        String text = new String(bytes, StandardCharsets.US_ASCII);
        this.qnAt = text.indexOf("QN=") + 3;
        this.dataTimeAt = text.indexOf("DataTime=") + 9;
        this.digitsAt = new int[] {text.indexOf("w00000-Rtd=") + 11, text.indexOf("w01018-Rtd=") + 11};
    }

    /** Waste water with four factors, of HJ 212-2017, which wants an answer: 231 bytes are the mean of recorded frames. */
    static FrameTemplate wasteWater(String mn) {
        return new FrameTemplate(Outgoing.to(Edition.HJ_212_2017, "32", "2011")
                .qn("20260101000000000")
                .pw("123456")
                .mn(mn)
                .answerWanted()
                .field("DataTime", "20260101000000")
                .field("w00000-Rtd", "123.45")
                .with("w00000-Flag", "N")
                .field("w01001-Rtd", "7.42")
                .with("w01001-Flag", "N")
                .field("w01018-Rtd", "148.2")
                .with("w01018-Flag", "N")
                .field("w21003-Rtd", "7.51")
                .with("w21003-Flag", "N")
                .build()
                .toBytes());
    }

    /** Makes it the frame of another millisecond. The array is the template's own: copy it before the next call. */
    byte[] at(long epochMilli) {
        long nowSecond = Math.floorDiv(epochMilli, 1_000);
        if (nowSecond != second) {
            second = nowSecond;
            String text = SECOND.format(LocalDateTime.ofEpochSecond(nowSecond, 0, Frame.BEIJING));
            for (int i = 0; i < QN_SECONDS; i++) {
                bytes[qnAt + i] = (byte) text.charAt(i);
                bytes[dataTimeAt + i] = (byte) text.charAt(i);
            }
        }
        int millis = (int) Math.floorMod(epochMilli, 1_000L);
        putThreeDigits(qnAt + QN_SECONDS, millis);
        for (int at : digitsAt) {
            putThreeDigits(at, 100 + millis * 7 % 900);
        }
        putCrc();
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    private void putThreeDigits(int at, int number) {
        bytes[at] = (byte) ('0' + number / 100);
        bytes[at + 1] = (byte) ('0' + number / 10 % 10);
        bytes[at + 2] = (byte) ('0' + number % 10);
    }

    private void putCrc() {
        int at = bytes.length - TAIL_BYTES;
        int crc = Crc.of(bytes, HEAD_BYTES, at - HEAD_BYTES);
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = HEX[crc >>> 12 - 4 * i & 0xF];
        }
    }
}
