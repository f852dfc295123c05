package io.jianhu.standards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day of data: every rule is chosen by it, and it is a calendar day of China, +08:00 without summer time.
 *
 * <p>An average is labelled with the end of its period. The one labelled 24:00, or 00:00 of the next day, belongs to the day
 * that ends: with it the last hour of 28 February 2026 is judged by the edition of that day.
 */
public final class ChinaTime {

    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final Pattern MIDNIGHT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]24:00(?::00)?(?:\\+08:?00)?");

    private ChinaTime() {}

    /** The day in which an instant lies; midnight begins a day. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OFFSET);
    }

    /** The day to which a period belongs that ends at the instant; midnight ends a day. */
    public static LocalDate dayOfPeriodEnding(Instant end) {
        return dayOf(end.minusNanos(1));
    }

    /**
     * The day of a date, of a local time of China, or of a time with an offset; {@code 24:00} is the end of the day that it
     * is written with. Empty when the text is none of these.
     */
    public static Optional<LocalDate> findDay(String text) {
        String written = text.strip();
        Matcher midnight = MIDNIGHT.matcher(written);
        try {
            if (midnight.matches()) {
                return Optional.of(LocalDate.parse(midnight.group(1)));
            }
            if (written.length() <= "2026-03-01".length()) {
                return Optional.of(LocalDate.parse(written));
            }
            String joined = written.replace(' ', 'T');
            return Optional.of(dayOf(
                    joined.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(joined).toInstant()
                            : LocalDateTime.parse(joined).toInstant(OFFSET)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The instant at which the day begins. */
    public static Instant beginOf(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).toInstant(OFFSET);
    }
}
