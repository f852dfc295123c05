package io.jianhu.standards.water;

import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item above a limit, with how far.
 *
 * @param waterClass the class of the item; empty where the standard has a single limit
 * @param multiple (C − S) / S; empty for temperature, pH and dissolved oxygen, which have none
 */
public record MainItem(String factor, Text name, Optional<WaterClass> waterClass, Optional<BigDecimal> multiple) {}
