package io.jianhu.platform.telemetry;

/**
 * Is told of every frame after its commit. Any bean of this type is found and called.
 *
 * <p>Each listener has its own thread and its own bounded queue, so a slow one delays neither ingest nor another
 * listener. What does not fit is dropped for this listener only, counted in the metric {@code jianhu.listener.dropped}
 * and told by {@link #framesDropped}: what must see every frame reads the table {@code frame}.
 */
public interface FrameListener {

    /** Short and stable: the name of its thread and of its metrics. */
    String listenerName();

    /** One frame. Frames of one device come in the order of their chain; an exception is logged and ends nothing. */
    void frameStored(FrameStored frame);

    /** So many frames were dropped since the last call, because this listener was too slow. */
    default void framesDropped(long count) {}
}
