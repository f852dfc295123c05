package io.jianhu.platform.telemetry.internal.read;

import org.jspecify.annotations.Nullable;

/** Data marks (HJ 212-2017 table 8). */
final class Marks {

    private static final String NORMAL = "N";

    private Marks() {}

    /** Whether a device says that a value was not measured as usual. A value without a mark says nothing. */
    static boolean isNotNormal(@Nullable String mark) {
        return mark != null && !mark.isEmpty() && !mark.equals(NORMAL);
    }
}
