package io.jianhu.standards.air.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * A published figure of a span of days, ready to be compared with that of another.
 *
 * @param to the last day
 * @param stations the stations behind it
 * @param valid whether the span had enough data
 */
public record PeriodFigure(LocalDate from, LocalDate to, BigDecimal value, Set<String> stations, boolean valid) {

    /** @throws IllegalArgumentException when the span ends before it begins */
    public PeriodFigure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends " + to + ", before it begins on " + from);
        }
        stations = Set.copyOf(stations);
    }
}
