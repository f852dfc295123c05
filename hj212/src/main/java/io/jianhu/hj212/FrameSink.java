package io.jianhu.hj212;

/**
 * Takes what a {@link FrameSplitter} finds. The buffer may be the splitter's own or the one fed to it: copy what outlives
 * the call.
 */
public interface FrameSink {

    /**
     * One frame, sound or not, its tail ({@code CRLF}, {@code LF} or none) included.
     *
     * @param streamOffset offset of the first {@code #} from the start of the stream
     */
    void frame(byte[] buffer, int offset, int length, long streamOffset);

    /**
     * One frame without a tail of which it is not known yet whether a tail follows. Only a splitter that hands out
     * {@link FrameSplitter.HandOut#AT_ONCE} calls this; where a tail does follow, {@link #tail} brings it.
     */
    default void frameBeforeTail(byte[] buffer, int offset, int length, long streamOffset) {
        frame(buffer, offset, length, streamOffset);
    }

    /** The tail, one or two bytes, of the frame that {@link #frameBeforeTail} brought last. */
    default void tail(byte[] buffer, int offset, int length, long streamOffset) {}

    /** A run of bytes that belongs to no frame, or the next part of one. */
    void junk(byte[] buffer, int offset, int length, long streamOffset);
}
