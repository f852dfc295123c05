package io.jianhu.standards.water;

import java.math.BigDecimal;

/**
 * A source-month for the rates.
 *
 * @param attains the verdict of the month
 * @param volume the water taken, any unit that is the same for all
 */
public record SourceSupply(String source, boolean attains, BigDecimal volume) {}
