/** What the devices say right now: the board in memory, the city's overview, and the stream to the pages. */
@NullMarked
package io.jianhu.platform.telemetry.internal.live;

import org.jspecify.annotations.NullMarked;
