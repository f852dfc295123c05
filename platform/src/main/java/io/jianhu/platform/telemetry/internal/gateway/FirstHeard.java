package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameStored;

/** Notes in the registry when a registered device sends its first frame. */
final class FirstHeard implements FrameListener {

    private final DeviceDirectory directory;

    FirstHeard(DeviceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public String listenerName() {
        return "first-heard";
    }

    @Override
    public void frameStored(FrameStored frame) {
        if (frame.ref().seq() == 1) {
            directory.markFirstHeard(frame.ref().deviceId(), frame.receivedAt());
        }
    }
}
