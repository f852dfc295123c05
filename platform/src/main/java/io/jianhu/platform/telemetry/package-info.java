/** Frames in, kept, acknowledged, decoded; observations with revisions; commands down; the live view. See {@code package.md}. */
@NullMarked
package io.jianhu.platform.telemetry;

import org.jspecify.annotations.NullMarked;
