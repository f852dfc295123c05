package io.jianhu.standards.water;

import io.jianhu.standards.Text;

/**
 * An item of a water standard, for forms and lists.
 *
 * @param factor the key that samples use
 * @param unit of the numbers in samples, empty when there is none
 */
public record WaterItem(String factor, Text name, String unit) {}
