package io.jianhu.platform.registry;

import java.util.Optional;

/** What a device watches. */
public enum Medium {
    /** Waste water at an outlet (ST=32). */
    WASTE_WATER("waste-water"),
    /** Flue gas in a stack (ST=31). */
    FLUE_GAS("flue-gas"),
    /** Surface water at a station (ST=21). */
    SURFACE_WATER("surface-water"),
    /** Ambient air (ST=22). */
    AIR("air"),
    /** Noise (ST=23). */
    NOISE("noise"),
    /** Anything else, or not known yet. */
    OTHER("other");

    private final String label;

    Medium(String label) {
        this.label = label;
    }

    /** The name in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The medium of that label, if there is one. */
    public static Optional<Medium> findByLabel(String label) {
        return Labels.find(values(), Medium::label, label);
    }

    /** The medium of that label; throws {@link IllegalArgumentException} where there is none. */
    public static Medium getByLabel(String label) {
        return Labels.get(values(), Medium::label, label);
    }
}
