/** The frame store: one writer, group commits, hash chains, re-sends told apart, observations with revisions. */
@NullMarked
package io.jianhu.platform.telemetry.internal.store;

import org.jspecify.annotations.NullMarked;
