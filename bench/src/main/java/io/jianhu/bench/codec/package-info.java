/** How fast the codec is, measured against floors in the same run. */
@NullMarked
package io.jianhu.bench.codec;

import org.jspecify.annotations.NullMarked;
