/** A year of a national air network through the evaluation, stage by stage, against a loop that only sums the same arrays. */
@NullMarked
package io.jianhu.bench.air;

import org.jspecify.annotations.NullMarked;
