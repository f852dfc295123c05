@NullMarked
package io.jianhu.platform.telemetry.internal.store;

import org.jspecify.annotations.NullMarked;
