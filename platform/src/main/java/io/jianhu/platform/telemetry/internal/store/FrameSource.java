package io.jianhu.platform.telemetry.internal.store;

/** Where bytes came from. */
public interface FrameSource {

    /** Number of the connection, never used twice while the process lives. */
    long number();

    /** Address and port of the other side. */
    String peer();
}
