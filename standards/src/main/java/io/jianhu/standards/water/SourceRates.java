package io.jianhu.standards.water;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Attainment of drinking-water sources in percent.
 *
 * @param bySources attaining source-months of all
 * @param byVolume attaining water of all water taken; empty when none was taken
 */
public record SourceRates(BigDecimal bySources, Optional<BigDecimal> byVolume) {}
