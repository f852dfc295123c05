package io.jianhu.standards.quantity;

import java.util.Locale;

/** What a factor is measured in. */
public enum Medium {
    /** Ambient air. */
    AIR,
    /** Waste gas, at a stack or at the boundary of a site. */
    GAS,
    /** Surface water, sea, groundwater, waste water. */
    WATER,
    SOIL,
    SOUND;

    /** The word in the factor file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
