package io.jianhu.standards;

import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of a calculation as a person would write it down.
 *
 * @param label what is computed, such as {@code IAQI PM2.5}
 * @param formula with its numbers filled in, such as {@code (100-50)/(60-35)×(50-35)+50}
 * @param exact before rounding
 * @param rounding empty where nothing was rounded
 * @param value after rounding: what the next line uses
 * @param unit symbol, empty when dimensionless
 */
public record Step(
        Text label, String formula, BigDecimal exact, Optional<Rounding> rounding, BigDecimal value, String unit) {}
