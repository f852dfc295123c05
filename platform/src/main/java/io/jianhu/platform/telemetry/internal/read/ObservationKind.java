package io.jianhu.platform.telemetry.internal.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Over what interval a value was averaged by the device: minute (CN 2051), hour (2061), day (2031). */
public enum ObservationKind {
    @JsonProperty("minute")
    MINUTE(Duration.ofDays(1)),
    @JsonProperty("hour")
    HOUR(Duration.ofDays(7)),
    @JsonProperty("day")
    DAY(Duration.ofDays(92));

    private final Duration usualRange;

    ObservationKind(Duration usualRange) {
        this.usualRange = usualRange;
    }

    /** The word in the database and in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much is shown where nobody says. */
    public Duration usualRange() {
        return usualRange;
    }

    public static Optional<ObservationKind> find(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
