package io.jianhu.platform.telemetry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The name of a stored frame, printed as {@code 20261125-17-1234}.
 *
 * @param day Beijing date of receipt: the partition the frame lies in
 * @param deviceId 0 for bytes no device could be read from
 * @param seq position in the device's chain, from 1 without gaps
 */
public record FrameRef(LocalDate day, int deviceId, long seq) {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    public FrameRef {
        if (deviceId < 0 || seq < 1) {
            throw new IllegalArgumentException("no frame has device " + deviceId + " and position " + seq);
        }
    }

    /** The name a frame received at the instant gets. */
    public static FrameRef of(Instant receivedAt, int deviceId, long seq) {
        return new FrameRef(LocalDate.ofInstant(receivedAt, BEIJING), deviceId, seq);
    }

    /** Reads the printed form back; empty for any other text. */
    public static Optional<FrameRef> findIn(String text) {
        int first = text.indexOf('-');
        int second = text.indexOf('-', first + 1);
        if (first != 8 || second < 0) {
            return Optional.empty();
        }
        long day = digits(text, 0, first);
        long device = digits(text, first + 1, second);
        long seq = digits(text, second + 1, text.length());
        if (day < 0 || device < 0 || device > Integer.MAX_VALUE || seq < 1) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100));
            return Optional.of(new FrameRef(date, (int) device, seq));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The number written without sign or leading zero in {@code [from, to)}, or -1: one frame has one printed form. */
    private static long digits(String text, int from, int to) {
        int length = to - from;
        if (length < 1 || length > 18 || length > 1 && text.charAt(from) == '0') {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    @Override
    public String toString() {
        long number = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
        return number + "-" + deviceId + "-" + seq;
    }
}
