package io.jianhu.hj212;

import java.time.LocalDateTime;
import java.util.Optional;

/** Times of the wire: {@code YYYYMMDDhhmmss} with or without milliseconds, Beijing time. */
public final class Times {

    private Times() {}

    /** The time a text of 14 or 17 digits names; empty for any other text and for a date that does not exist. */
    public static Optional<LocalDateTime> findTime(String text) {
        int length = text.length();
        if (length != 14 && length != 17) {
            return Optional.empty();
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 4, 6);
        int day = number(text, 6, 8);
        int hour = number(text, 8, 10);
        int minute = number(text, 10, 12);
        int second = number(text, 12, 14);
        int millis = length == 17 ? number(text, 14, 17) : 0;
        if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        if (day > java.time.YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDateTime.of(year, month, day, hour, minute, second, millis * 1_000_000));
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
