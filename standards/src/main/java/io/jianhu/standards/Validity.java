package io.jianhu.standards;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a rule or an edition holds, both ends included. A day is a calendar day of China, +08:00.
 *
 * @param to empty while no end is known
 */
public record Validity(LocalDate from, Optional<LocalDate> to) {

    /** @throws IllegalArgumentException when it would end before it begins */
    public Validity {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("ends " + to.get() + ", before it begins on " + from);
        }
    }

    /** Whether the day of the data lies inside. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }

    /** Whether every day of the other lies inside this one. */
    public boolean covers(Validity other) {
        return !other.from.isBefore(from)
                && (to.isEmpty() || (other.to.isPresent() && !other.to.get().isAfter(to.get())));
    }
}
