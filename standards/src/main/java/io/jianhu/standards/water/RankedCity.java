package io.jianhu.standards.water;

import java.math.BigDecimal;

/**
 * A place in a ranking.
 *
 * @param rank 1 is best; equal indices share a rank and the next one is left out
 */
public record RankedCity(int rank, String city, BigDecimal index) {}
