/**
 * Noise: limits of the acoustic environment, of boundaries and of building sites; energy means, percentiles, attainment.
 *
 * <p>A level is a logarithm: levels are averaged over their energy, never as numbers. A level is rounded to one decimal
 * before it is held against a limit, and a level on the limit complies.
 */
@NullMarked
package io.jianhu.standards.noise;

import org.jspecify.annotations.NullMarked;
