package io.jianhu.standards.air;

import java.util.List;
import java.util.Optional;

/**
 * An air quality index with everything a report says beside it.
 *
 * @param items the individual indices, in the order of the standard's tables
 * @param primary the factors with the largest individual index, several where they tie; none up to AQI 50
 * @param nonAttainment the factors above IAQI 100; empty where the edition has no such term. It says nothing about the limits
 *     of GB 3095: see {@link AirAttainment}
 */
public record Aqi(
        Report report,
        int aqi,
        List<ItemIndex> items,
        AqiLevel level,
        List<String> primary,
        Optional<List<String>> nonAttainment) {}
