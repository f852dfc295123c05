package io.jianhu.standards.noise;

import java.math.BigDecimal;

/**
 * One period of one point on one day: what attainment counts.
 *
 * @param zone class of the function area of the point
 * @param level Ld or Ln, dB(A)
 */
public record PointTime(String zone, NoisePeriod period, BigDecimal level) {}
