/** Statistics that more than one domain needs, on exact numbers: fractions, percentile, Spearman's rank correlation. */
@NullMarked
package io.jianhu.standards.statistics;

import org.jspecify.annotations.NullMarked;
