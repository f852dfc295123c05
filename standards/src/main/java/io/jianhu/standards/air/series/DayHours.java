package io.jianhu.standards.air.series;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The valid hourly means of one natural day, hour 1 to hour 24, each named by its end; empty where there is none. Immutable.
 */
public record DayHours(List<Optional<BigDecimal>> hours) {

    public static final int HOURS = 24;

    /** @throws IllegalArgumentException unless there are 24 places */
    public DayHours {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException(hours.size() + " hours in a day");
        }
    }

    /** A day without a value. */
    public static DayHours empty() {
        return new DayHours(Collections.nCopies(HOURS, Optional.empty()));
    }

    /** The value of the hour that ends at the given one, 1 to 24. */
    public Optional<BigDecimal> endingAt(int hour) {
        return hours.get(hour - 1);
    }

    /** The same day with one hour replaced. */
    public DayHours with(int hour, Optional<BigDecimal> value) {
        List<Optional<BigDecimal>> changed = hours.stream().collect(Collectors.toList());
        changed.set(hour - 1, value);
        return new DayHours(changed);
    }

    /** The hours of the moving window of so many hours that ends at the given one. */
    List<Optional<BigDecimal>> window(int end, int length) {
        return hours.subList(end - length, end);
    }
}
