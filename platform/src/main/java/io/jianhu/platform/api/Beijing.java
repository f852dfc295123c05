package io.jianhu.platform.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The platform's time on the outside: ISO 8601 with the offset +08:00. */
public final class Beijing {

    /** UTC+8, without summer time. */
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private Beijing() {}

    /** For example {@code 2026-11-25T10:00:00+08:00}; a fraction of a second is written where there is one. */
    public static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZONE));
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZONE);
    }

    /**
     * Reads a time a person or program wrote: with any offset, without one (Beijing time is meant), or a date alone (its
     * first instant). A blank for the plus sign, as undone by a careless URL, is taken.
     */
    public static Optional<Instant> findTime(String text) {
        String written = text.strip();
        try {
            if (written.length() == 10) {
                return Optional.of(startOf(LocalDate.parse(written)));
            }
            String repaired = written.length() > 11
                    ? written.substring(0, 11).replace(' ', 'T')
                            + written.substring(11).replace(' ', '+')
                    : written;
            return Optional.of(
                    hasOffset(repaired)
                            ? OffsetDateTime.parse(repaired).toInstant()
                            : LocalDateTime.parse(repaired).toInstant(ZONE));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
    }
}
