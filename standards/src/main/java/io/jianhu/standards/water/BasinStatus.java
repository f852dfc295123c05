package io.jianhu.standards.water;

import java.math.BigDecimal;

/**
 * Status of a river or basin by the share method.
 *
 * @param sections how many sections were counted
 * @param goodShare percent of sections I to III, one decimal
 * @param worstShare percent of sections worse than V, one decimal
 */
public record BasinStatus(int sections, BigDecimal goodShare, BigDecimal worstShare, WaterStatus status) {}
