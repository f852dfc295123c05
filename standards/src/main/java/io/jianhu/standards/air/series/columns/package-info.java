/**
 * The evaluation of whole networks: the same results as {@link io.jianhu.standards.air.series}, digit for digit, from arrays
 * of whole numbers.
 *
 * <p>An hour is an int in the last decimal of its column. A mean over n hours becomes exact in longs by one
 * common denominator for every n that is allowed: 20 to 24 hours share 212 520, windows of 6 to 8 hours share 168. Nothing is
 * rounded before a result is shown, compared or indexed, and then once, half to even, on integers.
 */
@NullMarked
package io.jianhu.standards.air.series.columns;

import org.jspecify.annotations.NullMarked;
