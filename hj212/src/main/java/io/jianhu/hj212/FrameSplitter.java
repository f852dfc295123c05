package io.jianhu.hj212;

/**
 * Cuts a byte stream into frames and junk, by length and CRC, never by CRLF or {@code &&}. One per connection, not
 * thread-safe. Life cycle: {@code feed} any number of times, {@code expire} when the sender has paused, {@code end} once.
 *
 * <p>Every byte fed comes out exactly once, in order: in a frame, in a tail that came late, or in junk. However the stream
 * is cut into pieces, the same frames come out. At most about 20 KiB are held back, and the work is linear in the bytes
 * fed, whatever they are.
 */
public final class FrameSplitter {

    /** When a frame is handed out. */
    public enum HandOut {
        /** As soon as its CRC is there: a device waits for its answer and may never send CRLF. */
        AT_ONCE,
        /** When it is known whether a tail follows: for files, where nobody waits. */
        WITH_TAIL
    }

    /** The longest piece of junk in one call of the sink. */
    static final int MAX_JUNK_BYTES = 64 * 1_024;

    private static final byte[] NO_BYTES = new byte[0];
    private static final int KEPT_CAPACITY = 4_096;
    private static final int SLICE = 4_096;

    private final HandOut handOut;
    private final FrameFinder finder;

    /** Bytes between {@code heldFrom} and {@code heldTo} wait for the rest of their frame. */
    private byte[] held = NO_BYTES;

    private int heldFrom;
    private int heldTo;

    /** Stream offset of the first byte not handed out yet. */
    private long position;

    private boolean tailMayFollow;

    /** A splitter for a connection: hands out {@link HandOut#AT_ONCE}. */
    public FrameSplitter(FrameLimits limits) {
        this(limits, HandOut.AT_ONCE);
    }

    public FrameSplitter(FrameLimits limits, HandOut handOut) {
        this.handOut = handOut;
        this.finder = new FrameFinder(limits);
    }

    /** Takes bytes as they arrive, in pieces of any size. */
    public void feed(byte[] bytes, int offset, int length, FrameSink sink) {
        int at = offset;
        int end = offset + length;
        while (at < end && pendingBytes() > 0) {
            int slice = Math.min(SLICE, end - at);
            hold(bytes, at, slice);
            heldFrom = split(held, heldFrom, heldTo, StreamState.MORE, sink);
            at += slice;
            if (pendingBytes() <= slice) {
                at -= pendingBytes();
                release();
            }
        }
        if (at < end) {
            at = split(bytes, at, end, StreamState.MORE, sink);
            hold(bytes, at, end - at);
        }
    }

    /** The sender has paused: gives up a frame whose announced length never came and searches inside it. */
    public void expire(FrameSink sink) {
        finish(StreamState.PAUSED, sink);
    }

    /** The stream has ended: hands out what is left. */
    public void end(FrameSink sink) {
        finish(StreamState.ENDED, sink);
        tailMayFollow = false;
    }

    /** Bytes held back because their frame is not complete. */
    public int pendingBytes() {
        return heldTo - heldFrom;
    }

    /** Bytes looked at one by one so far, for the proof that work is linear. */
    long workBytes() {
        return finder.workBytes();
    }

    private void finish(StreamState state, FrameSink sink) {
        split(held, heldFrom, heldTo, state, sink);
        release();
    }

    /** Hands out what can be decided and returns where the undecided rest begins. */
    private int split(byte[] bytes, int from, int end, StreamState state, FrameSink sink) {
        long base = position - from;
        int at = from;
        if (tailMayFollow && at < end) {
            if (bytes[at] == '\r' && at + 1 == end && state == StreamState.MORE) {
                return at;
            }
            tailMayFollow = false;
            int tail = Wire.tailBytes(bytes, at, end);
            if (tail > 0) {
                sink.tail(bytes, at, tail, position);
                at = handedOut(at, tail);
            }
        }
        int junkFrom = at;
        while (true) {
            int head = indexOfHash(bytes, at, end);
            int frameEnd = head == end ? FrameFinder.JUNK : finder.find(bytes, head, end, base, base + from, state);
            if (head < end && frameEnd == FrameFinder.JUNK) {
                at = head + 1;
                continue;
            }
            junk(bytes, junkFrom, head, sink);
            if (head == end || frameEnd == FrameFinder.WAIT) {
                return head;
            }
            int tail = Wire.tailBytes(bytes, frameEnd, end);
            boolean tailKnown = frameEnd + 1 < end || (frameEnd < end && bytes[frameEnd] != '\r');
            if (tailKnown || isTailGivenUp(state, tail)) {
                sink.frame(bytes, head, frameEnd + tail - head, position);
                at = handedOut(head, frameEnd + tail - head);
            } else if (handOut == HandOut.WITH_TAIL) {
                return head;
            } else {
                tailMayFollow = true;
                sink.frameBeforeTail(bytes, head, frameEnd - head, position);
                return handedOut(head, frameEnd - head);
            }
            junkFrom = at;
        }
    }

    private boolean isTailGivenUp(StreamState state, int tail) {
        return state == StreamState.ENDED
                || (state == StreamState.PAUSED && (tail > 0 || handOut == HandOut.WITH_TAIL));
    }

    private int handedOut(int at, int length) {
        position += length;
        return at + length;
    }

    private void junk(byte[] bytes, int from, int to, FrameSink sink) {
        int at = from;
        while (at < to) {
            int length = Math.min(MAX_JUNK_BYTES, to - at);
            sink.junk(bytes, at, length, position);
            at = handedOut(at, length);
        }
    }

    private static int indexOfHash(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == '#') {
                return i;
            }
        }
        return end;
    }

    private void hold(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        int pending = pendingBytes();
        if (heldTo + length > held.length) {
            byte[] target = held;
            if (pending + length > held.length || heldFrom < pending) {
                target = new byte[Math.max(KEPT_CAPACITY, Integer.highestOneBit(pending + length) << 1)];
            }
            System.arraycopy(held, heldFrom, target, 0, pending);
            held = target;
            heldFrom = 0;
            heldTo = pending;
        }
        System.arraycopy(bytes, offset, held, heldTo, length);
        heldTo += length;
    }

    /** Nothing is held; an idle connection keeps no large buffer. */
    private void release() {
        heldFrom = 0;
        heldTo = 0;
        if (held.length > KEPT_CAPACITY) {
            held = NO_BYTES;
        }
    }
}
