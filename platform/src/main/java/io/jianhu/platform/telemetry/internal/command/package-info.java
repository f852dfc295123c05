/** Downward commands as work orders that survive a restart: asked, sent, answered, finished, each step recorded. */
@NullMarked
package io.jianhu.platform.telemetry.internal.command;

import org.jspecify.annotations.NullMarked;
