package io.jianhu.platform.telemetry;

/** Is told when a device becomes or ceases to be reachable. Called on a network thread: must not block. */
public interface LinkListener {

    /** The device spoke for the first time on this connection. */
    void deviceConnected(DeviceLink.Connection connection);

    /** The connection the device spoke on last is closed. */
    void deviceDisconnected(DeviceLink.Connection connection);
}
