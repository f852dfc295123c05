/** The telemetry part of the API: devices, frames, series, findings, the city, the live stream, work orders. */
@NullMarked
package io.jianhu.platform.telemetry.web;

import org.jspecify.annotations.NullMarked;
