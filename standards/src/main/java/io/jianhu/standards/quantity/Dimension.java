package io.jianhu.standards.quantity;

/** What a unit measures. Units of one dimension turn into each other by a factor; units of two never do by themselves. */
public enum Dimension {
    /** pH, odour, blackness: a number without a unit. */
    NUMBER,
    /** A share of the same thing, as moisture or an oxygen content. */
    RATIO,
    MASS_PER_GAS_VOLUME,
    /** Toxic equivalents per volume of gas: no mass of anything that could be weighed. */
    TOXICITY_PER_GAS_VOLUME,
    /** ppm in a gas: by volume. */
    VOLUME_SHARE,
    MASS_PER_WATER_VOLUME,
    MASS_SHARE,
    TOXICITY_SHARE,
    COUNT_PER_VOLUME,
    ACTIVITY_PER_VOLUME,
    TURBIDITY,
    COLOUR,
    /** Colour by dilution (稀释倍数). */
    DILUTION,
    CONDUCTIVITY,
    LENGTH,
    AREA,
    VOLUME,
    SPEED,
    ANGLE,
    PRESSURE,
    TEMPERATURE,
    SOUND_LEVEL,
    MASS,
    MASS_RATE,
    VOLUME_RATE,
    MASS_PER_AREA_AND_MONTH,
    MASS_PER_AREA_AND_DAY,
    /** Waste water or pollutant for each tonne or square metre of product. */
    WATER_PER_PRODUCT_MASS,
    WATER_PER_PRODUCT_AREA,
    GAS_PER_PRODUCT_AREA,
    MASS_PER_PRODUCT_MASS,
    ENERGY,
    MASS_PER_ENERGY,
    ENERGY_PER_MASS,
    TIME;

    /** Whether a value below zero can be true: no concentration, amount or count is. */
    public boolean hasNegativeValues() {
        return switch (this) {
            case NUMBER, RATIO, LENGTH, ANGLE, PRESSURE, TEMPERATURE, SOUND_LEVEL, SPEED, ENERGY, TIME -> true;
            default -> false;
        };
    }
}
