package io.jianhu.standards.air.series;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole calendar months that are averaged together.
 *
 * @param kind what the rules call it
 * @param first its first month
 */
public record Period(Kind kind, YearMonth first) {

    /** The periods that rules know. */
    public enum Kind {
        MONTH("month", 1),
        QUARTER("quarter", 3),
        SEASON("season", 3),
        YEAR("year", 12);

        private final String label;
        private final int months;

        Kind(String label, int months) {
            this.label = label;
            this.months = months;
        }

        /** The word in the rule files. */
        public String label() {
            return label;
        }
    }

    /** @throws IllegalArgumentException when such a period does not begin with that month */
    public Period {
        boolean begins = switch (kind) {
            case MONTH -> true;
            case QUARTER -> first.getMonthValue() % 3 == 1;
            case SEASON -> first.getMonthValue() % 3 == 0;
            case YEAR -> first.getMonth() == Month.JANUARY;
        };
        if (!begins) {
            throw new IllegalArgumentException("no " + kind.label + " begins in " + first);
        }
    }

    public static Period month(YearMonth month) {
        return new Period(Kind.MONTH, month);
    }

    /** The quarter of the calendar that the month lies in. */
    public static Period quarterOf(YearMonth month) {
        return new Period(Kind.QUARTER, month.minusMonths((month.getMonthValue() - 1) % 3));
    }

    /** The season that the month lies in; January belongs to the winter that began in December. */
    public static Period seasonOf(YearMonth month) {
        return new Period(Kind.SEASON, month.minusMonths(month.getMonthValue() % 3));
    }

    /** @param year the calendar year in which it begins */
    public static Period season(int year, Season season) {
        return new Period(Kind.SEASON, YearMonth.of(year, season.firstMonth()));
    }

    public static Period year(int year) {
        return new Period(Kind.YEAR, YearMonth.of(year, Month.JANUARY));
    }

    public List<YearMonth> listMonths() {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(kind.months)
                .toList();
    }

    public LocalDate from() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate to() {
        return first.plusMonths(kind.months - 1L).atEndOfMonth();
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from(), to()) + 1;
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(to());
    }
}
