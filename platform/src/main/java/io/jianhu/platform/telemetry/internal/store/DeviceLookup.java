package io.jianhu.platform.telemetry.internal.store;

import java.util.List;

/** Gives frames their device before they are written. */
public interface DeviceLookup {

    /** Sets the device of every frame; a sound frame of an unknown MN makes a device in quarantine. */
    void resolve(List<Received> frames);
}
