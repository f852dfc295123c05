package io.jianhu.platform.telemetry;

/**
 * A work order was made or has changed. Published after the commit.
 *
 * @param commandId its number
 */
public record CommandChanged(long commandId) {}
