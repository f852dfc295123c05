package io.jianhu.standards.plan;

import io.jianhu.standards.Text;
import java.math.BigDecimal;

/**
 * The change of an ecological index between two years.
 *
 * @param difference later minus earlier, two decimals
 * @param grade such as 轻微变好
 */
public record EcoChange(BigDecimal difference, Text grade) {}
