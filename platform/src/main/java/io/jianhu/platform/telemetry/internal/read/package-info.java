/** Questions about what is stored: frames, their anatomy, series decoded from them, observations, findings. */
@NullMarked
package io.jianhu.platform.telemetry.internal.read;

import org.jspecify.annotations.NullMarked;
