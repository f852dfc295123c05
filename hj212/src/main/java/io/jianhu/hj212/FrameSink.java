package io.jianhu.hj212;

/** Takes what a {@link FrameSplitter} finds. The buffer is the splitter's own: copy what outlives the call. */
public interface FrameSink {

    /**
     * One frame, sound or not, its tail ({@code CRLF}, {@code LF} or none) included.
     *
     * @param streamOffset offset of the first {@code #} from the start of the stream
     */
    void frame(byte[] buffer, int offset, int length, long streamOffset);

    /** A run of bytes that belongs to no frame. */
    void junk(byte[] buffer, int offset, int length, long streamOffset);
}
