package io.jianhu.standards.air;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A composite index.
 *
 * @param subIndices by factor, rounded for display only: the index is rounded once, from the exact sum
 */
public record Composite(CompositeIndex.Form form, BigDecimal value, Map<String, BigDecimal> subIndices) {}
