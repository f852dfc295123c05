package io.jianhu.hj212;

/**
 * Cuts a byte stream into frames and junk, by length and CRC, never by CRLF or {@code &&}. One per connection, not
 * thread-safe. Life cycle: {@code feed} any number of times, {@code expire} when the sender has paused, {@code end} once.
 *
 * <p>Every byte fed comes out exactly once, in order, in a frame or in junk.
 */
public final class FrameSplitter {

    private final FrameLimits limits;

    public FrameSplitter(FrameLimits limits) {
        this.limits = limits;
    }

    /** Takes bytes as they arrive, in pieces of any size. */
    public void feed(byte[] bytes, int offset, int length, FrameSink sink) {
        throw new IllegalStateException("not yet: " + limits);
    }

    /** The sender has paused: gives up a frame whose announced length never came and searches inside it. */
    public void expire(FrameSink sink) {}

    /** The stream has ended: hands out what is left. */
    public void end(FrameSink sink) {}

    /** Bytes held back because their frame is not complete. */
    public int pendingBytes() {
        return 0;
    }
}
