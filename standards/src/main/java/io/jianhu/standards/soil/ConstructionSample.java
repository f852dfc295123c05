package io.jianhu.standards.soil;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One sample of development land.
 *
 * @param land empty while the planned use is not decided
 * @param contents mg/kg by item: symbol, Chinese or English name, or CAS number
 * @param background the soil background of the place in mg/kg, where it is known, by item
 */
public record ConstructionSample(
        Optional<LandClass> land, Map<String, Reading> contents, Map<String, BigDecimal> background) {

    public ConstructionSample {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
        background = Collections.unmodifiableMap(new LinkedHashMap<>(background));
    }
}
