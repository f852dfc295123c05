/** Sends recorded bytes and real measurements through the front door. */
@NullMarked
package io.jianhu.bench.replay;

import org.jspecify.annotations.NullMarked;
