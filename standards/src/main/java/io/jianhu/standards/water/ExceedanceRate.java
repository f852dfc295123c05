package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.math.BigDecimal;

/**
 * A main pollution item of a river or basin.
 *
 * @param sections how many sections are above class III in it
 * @param rate percent of the sections that have the item, one decimal
 */
public record ExceedanceRate(String factor, Text name, int sections, BigDecimal rate) {}
