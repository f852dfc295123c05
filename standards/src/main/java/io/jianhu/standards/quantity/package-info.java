/**
 * What is measured and how it is written: units, readings, reference states, averaging periods, rounding.
 *
 * <p>Every number that is judged is a {@link java.math.BigDecimal}; no binary fraction comes near a limit.
 */
@NullMarked
package io.jianhu.standards.quantity;

import org.jspecify.annotations.NullMarked;
