package io.jianhu.standards.noise;

import java.math.BigDecimal;

/**
 * Levels exceeded during a share of the time, dB(A).
 *
 * @param l10 exceeded 10 % of the time: the mean of the peaks
 * @param l50 exceeded half of the time: the median
 * @param l90 exceeded 90 % of the time: the background
 */
public record PercentileLevels(BigDecimal l10, BigDecimal l50, BigDecimal l90) {}
