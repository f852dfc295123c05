package io.jianhu.standards.water;

import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;

/**
 * A mean over time, points or sections.
 *
 * @param value with half the detection limit for values below detection, at the decimals of means
 * @param reading what is judged: the value, or below detection when every value was
 * @param values how many values or point means entered
 */
public record MeanValue(String factor, BigDecimal value, Reading reading, int values) {}
