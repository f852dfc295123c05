package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Trophic state of a lake or reservoir.
 *
 * @param index TLI(Σ), two decimals
 * @param single the index of each parameter, two decimals, in the order of the rule
 * @param complete whether all parameters were there
 */
public record TrophicState(BigDecimal index, Text state, Map<String, BigDecimal> single, boolean complete) {}
