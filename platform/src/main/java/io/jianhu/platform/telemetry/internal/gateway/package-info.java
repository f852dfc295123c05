/** The front door: TCP connections of data loggers, cut into frames, decoded, handed to the store, acknowledged after commit. */
@NullMarked
package io.jianhu.platform.telemetry.internal.gateway;

import org.jspecify.annotations.NullMarked;
