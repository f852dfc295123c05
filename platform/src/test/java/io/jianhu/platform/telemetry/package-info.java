/** What the API answers about frames, values, findings and work orders. */
@NullMarked
package io.jianhu.platform.telemetry;

import org.jspecify.annotations.NullMarked;
