@NullMarked
package io.jianhu.platform.telemetry.internal.gateway;

import org.jspecify.annotations.NullMarked;
