package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.database.Partitions;
import java.time.Clock;

/** What the store stands on. */
public record StoreParts(Partitions partitions, Clock clock) {}
