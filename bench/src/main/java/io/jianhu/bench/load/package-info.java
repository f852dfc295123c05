/** The load generator: many connections, pre-encoded frames, honest latencies. */
@NullMarked
package io.jianhu.bench.load;

import org.jspecify.annotations.NullMarked;
