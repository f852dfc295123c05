package io.jianhu.standards.water;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Water quality index (CWQI) of the rivers or of the lakes of a city; smaller is better.
 *
 * @param index the sum of the terms
 * @param single the term of each item
 * @param complete whether all 21 items were there; an incomplete index is too small and not fit for ranking
 */
public record CityIndex(BigDecimal index, Map<String, BigDecimal> single, boolean complete) {}
