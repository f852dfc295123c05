package io.jianhu.platform.registry;

/**
 * A device was quarantined, registered or changed. Published after the commit, on the thread that made the change.
 *
 * @param device as it is now
 */
public record DeviceChanged(Device device) {}
