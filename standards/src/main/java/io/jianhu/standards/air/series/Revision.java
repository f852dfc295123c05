package io.jianhu.standards.air.series;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A statistic that a new, late or repeated hour has made or changed; it replaces an earlier one of the same place. */
public sealed interface Revision {

    /**
     * A moving 8 h mean of ozone.
     *
     * @param end of its last hour
     */
    record EightHours(LocalDateTime end, Statistic statistic) implements Revision {}

    /** The daily value. */
    record Day(LocalDate day, Statistic statistic) implements Revision {}

    /** A month, quarter, season or year. */
    record Span(PeriodStatistic statistic) implements Revision {}
}
