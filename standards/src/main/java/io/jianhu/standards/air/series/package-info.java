/**
 * Air values over time: when a mean is valid, days, months, years, cities, the annual evaluation, trends and rankings.
 *
 * <p>Hours are named by their end in local time of China, as the national network names them: hour 1 of a day is 00:00 to
 * 01:00, hour 24 ends at midnight. Values stay exact {@link io.jianhu.standards.statistics.Fraction fractions} until a result
 * is shown or compared with a limit; they are rounded once.
 */
@NullMarked
package io.jianhu.standards.air.series;

import org.jspecify.annotations.NullMarked;
