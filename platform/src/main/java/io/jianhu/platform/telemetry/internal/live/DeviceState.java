package io.jianhu.platform.telemetry.internal.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a device is doing, in one word. */
public enum DeviceState {
    /** Heard within two reporting intervals. */
    LIVE,
    /** Heard within half an hour. */
    LATE,
    /** Not heard for longer. */
    OFFLINE,
    /** Not heard since it was registered. */
    NEVER,
    /** Connected, but its last frame was rejected. */
    FAULTY;

    /** The word in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeviceState> find(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
