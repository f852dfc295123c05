/**
 * Pure processing of values in time: de-duplication, validity, averaging, loads, gaps, episodes. See {@code package.md}.
 *
 * <p>{@code process(state, input) → outputs}: no clock, no input or output, no framework.
 */
@NullMarked
package io.jianhu.series;

import org.jspecify.annotations.NullMarked;
