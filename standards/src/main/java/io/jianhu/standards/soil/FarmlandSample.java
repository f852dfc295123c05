package io.jianhu.standards.soil;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One sample of farmland soil.
 *
 * @param pH empty where it was not measured
 * @param contents total contents in mg/kg by item: {@code Cd Hg As Pb Cr Cu Ni Zn HCH DDT BaP}
 */
public record FarmlandSample(FarmlandUse use, Optional<BigDecimal> pH, Map<String, Reading> contents) {

    public FarmlandSample {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }
}
