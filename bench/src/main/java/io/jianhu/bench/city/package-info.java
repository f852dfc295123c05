/**
 * A fleet of data loggers that speak HJ 212 over TCP, and the world they measure. See {@code package.md}.
 *
 * <p>The world is a function of seed, device and time: any past interval can be computed again, so a history request is
 * answered with the very values that were sent live.
 */
@NullMarked
package io.jianhu.bench.city;

import org.jspecify.annotations.NullMarked;
