package io.jianhu.hj212;

/**
 * Decides where the frame that begins with a {@code #} ends, or that none begins there.
 *
 * <p>A frame whose length and CRC agree is taken as it is. Any other head is one of three things, tried in this order:
 *
 * <ol>
 *   <li>A frame that ends where it says, its CRC wrong, unless a sound frame starts inside it: then the outer one was cut
 *       off and must not swallow the sound one.
 *   <li>A frame that ends elsewhere than it says: at the next {@code &&} with four hex digits and a tail, or where the next
 *       frame starts.
 *   <li>Not a frame.
 * </ol>
 *
 * <p>What the finder has learned about the head it works on survives from call to call, by stream offset, so that bytes
 * arriving one by one are not searched again and again.
 */
final class FrameFinder {

    /** No frame begins here. */
    static final int JUNK = -1;
    /** Not to be decided before more bytes are there. */
    static final int WAIT = -2;

    private static final int NONE = -1;
    private static final int MAX_SPARE_DIGITS = 2;
    private static final int MIN_KEY_LETTERS = 2;
    private static final int MAX_KEY_LETTERS = 4;
    private static final int CLOSING_BYTES = 2 + Wire.CRC_BYTES;

    private enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    private final int maxSegmentBytes;
    private final CrcIndex index = new CrcIndex();

    /** CRCs of frames that begin before this offset are taken from the index. */
    private long indexedUntil = NONE;

    private long foundAt = NONE;
    private int foundLength;
    private long failedAt = NONE;
    private long searchedFor = NONE;
    private long searchedTo;
    private long closingEnd = NONE;
    private long workBytes;

    // The bytes of the current call.
    private byte[] bytes = new byte[0];
    private int end;
    private long base;
    private long floor;
    private boolean last;

    FrameFinder(FrameLimits limits) {
        this.maxSegmentBytes = limits.maxSegmentBytes();
    }

    long workBytes() {
        return workBytes;
    }

    /**
     * The end of the frame that begins at {@code head}, its tail left out, or {@link #JUNK} or {@link #WAIT}.
     *
     * @param end where the bytes end
     * @param base stream offset of {@code bytes[0]}
     * @param floor stream offset from which on the bytes belong to the stream
     */
    int find(byte[] bytes, int head, int end, long base, long floor, StreamState state) {
        long offset = base + head;
        if (offset == foundAt) {
            return head + foundLength;
        }
        this.bytes = bytes;
        this.end = end;
        this.base = base;
        this.floor = floor;
        this.last = state != StreamState.MORE;
        int result = decide(head, offset);
        if (result >= 0) {
            foundAt = offset;
            foundLength = result - head;
        }
        return result;
    }

    private int decide(int head, long offset) {
        if (head + 1 >= end) {
            return last ? JUNK : WAIT;
        }
        if (bytes[head + 1] != '#') {
            return JUNK;
        }
        int digits = Wire.lengthDigits(bytes, head + 2, end);
        if (digits < 4 && head + 2 + digits == end) {
            return last ? cutInHead(digits) : WAIT;
        }
        int announcedEnd = announcedEnd(head, digits);
        if (announcedEnd > end && !last) {
            return WAIT;
        }
        boolean complete = announcedEnd != NONE && announcedEnd <= end;
        if (complete && offset != failedAt) {
            if (isSound(head, announcedEnd)) {
                return announcedEnd;
            }
            failedAt = offset;
            indexedUntil = Math.max(indexedUntil, base + announcedEnd);
        }
        Answer looksLikeFrame = looksLikeFrame(head, digits);
        if (looksLikeFrame == Answer.UNDECIDED && !last) {
            return WAIT;
        }
        Answer closed = complete ? isClosedAt(announcedEnd, head) : Answer.NO;
        if (looksLikeFrame == Answer.NO
                && (!complete || !Wire.isClosing(bytes, Math.max(head, announcedEnd - CLOSING_BYTES)))) {
            return JUNK;
        }
        if (closed == Answer.UNDECIDED) {
            return WAIT;
        }
        return closed == Answer.YES
                ? searchInside(head, offset, announcedEnd)
                : searchEnd(head, offset, complete ? announcedEnd : NONE);
    }

    private int cutInHead(int digits) {
        return digits == 0 ? JUNK : end;
    }

    private int announcedEnd(int head, int digits) {
        if (digits < 4) {
            return NONE;
        }
        int length = Wire.number(bytes, head + 2, 4);
        return length > maxSegmentBytes ? NONE : head + Wire.ENVELOPE_BYTES + length;
    }

    /** Whether the CRC at the announced end agrees with the data segment. */
    private boolean isSound(int head, int announcedEnd) {
        int crcAt = announcedEnd - Wire.CRC_BYTES;
        int sent = Wire.hex4(bytes, crcAt);
        if (sent < 0) {
            return false;
        }
        int segment = head + Wire.HEAD_BYTES;
        if (base + head >= indexedUntil) {
            workBytes += crcAt - segment;
            return Crc.of(bytes, segment, crcAt - segment) == sent;
        }
        if (!index.covers(base + segment, floor)) {
            index.restart(base + segment);
        }
        workBytes += index.missing(base + crcAt);
        return index.crc(bytes, base, floor, base + segment, base + crcAt) == sent;
    }

    /** Whether a field key follows the length: what tells a broken frame from a {@code ##} in some text. */
    private Answer looksLikeFrame(int head, int digits) {
        int at = head + 2 + digits;
        int spare = at + MAX_SPARE_DIGITS;
        while (at < end && at < spare && Wire.isDigit(bytes[at])) {
            at++;
        }
        int key = at;
        while (at < end && at - key < MAX_KEY_LETTERS && Wire.isLetter(bytes[at])) {
            at++;
        }
        if (at == end) {
            return Answer.UNDECIDED;
        }
        return bytes[at] == '=' && at - key >= MIN_KEY_LETTERS ? Answer.YES : Answer.NO;
    }

    /** Whether the frame really ends where it says it does. */
    private Answer isClosedAt(int announcedEnd, int head) {
        if (announcedEnd - CLOSING_BYTES >= head + Wire.HEAD_BYTES
                && Wire.isClosing(bytes, announcedEnd - CLOSING_BYTES)) {
            return Answer.YES;
        }
        return isBoundary(announcedEnd);
    }

    /** Whether a tail, the next frame or the end of the stream stands at {@code at}. */
    private Answer isBoundary(int at) {
        if (at >= end) {
            return last ? Answer.YES : Answer.UNDECIDED;
        }
        if (bytes[at] == '\n' || bytes[at] == '\r') {
            return Answer.YES;
        }
        if (bytes[at] != '#') {
            return Answer.NO;
        }
        if (at + 1 >= end) {
            return last ? Answer.NO : Answer.UNDECIDED;
        }
        return bytes[at + 1] == '#' ? Answer.YES : Answer.NO;
    }

    /** The frame ends where it says, unless a sound frame starts inside. */
    private int searchInside(int head, long offset, int announcedEnd) {
        for (int at = startSearch(head, offset); at < announcedEnd; at++) {
            if (bytes[at] == '#') {
                Answer sound = isSoundStart(at);
                if (sound == Answer.UNDECIDED) {
                    return suspend(at);
                }
                if (sound == Answer.YES) {
                    return closingEnd == NONE ? at : (int) (closingEnd - base);
                }
            } else if (closingEnd == NONE && isClosingAt(at, head) == Answer.YES) {
                closingEnd = base + at + CLOSING_BYTES;
            }
        }
        return announcedEnd;
    }

    /** The frame ends elsewhere than it says. */
    private int searchEnd(int head, long offset, int announcedEnd) {
        int limit = head + Wire.HEAD_BYTES + Wire.LONGEST_SEGMENT + 1;
        int at = startSearch(head, offset);
        for (; at < limit && at < end; at++) {
            if (bytes[at] == '#') {
                Answer start = isStart(at);
                if (start == Answer.UNDECIDED) {
                    return suspend(at);
                }
                if (start == Answer.YES) {
                    return at;
                }
            } else if (bytes[at] == '&') {
                Answer closing = isClosingAt(at, head);
                if (closing == Answer.UNDECIDED) {
                    return suspend(at);
                }
                if (closing == Answer.YES) {
                    return at + CLOSING_BYTES;
                }
            }
        }
        if (at < limit && !last) {
            return suspend(at);
        }
        if (announcedEnd != NONE) {
            return announcedEnd;
        }
        return at < limit ? end : JUNK;
    }

    private int startSearch(int head, long offset) {
        if (searchedFor != offset) {
            searchedFor = offset;
            searchedTo = offset + 2;
            closingEnd = NONE;
            if (!index.covers(offset, floor)) {
                index.restart(offset);
            }
        }
        return (int) (searchedTo - base);
    }

    private int suspend(int at) {
        workBytes += base + at - searchedTo;
        searchedTo = base + at;
        return WAIT;
    }

    private Answer isClosingAt(int at, int head) {
        if (bytes[at] != '&' || Wire.isOpening(bytes, at, head)) {
            return Answer.NO;
        }
        if (at + CLOSING_BYTES > end) {
            return last ? Answer.NO : Answer.UNDECIDED;
        }
        return Wire.isClosing(bytes, at) ? isBoundary(at + CLOSING_BYTES) : Answer.NO;
    }

    /** Whether a frame, sound or broken, starts at {@code at}. */
    private Answer isStart(int at) {
        if (at + 1 >= end) {
            return last ? Answer.NO : Answer.UNDECIDED;
        }
        if (bytes[at + 1] != '#') {
            return Answer.NO;
        }
        Answer looksLikeFrame = looksLikeFrame(at, Wire.lengthDigits(bytes, at + 2, end));
        if (looksLikeFrame == Answer.UNDECIDED) {
            return last ? Answer.NO : Answer.UNDECIDED;
        }
        return looksLikeFrame == Answer.YES ? Answer.YES : isSoundStart(at);
    }

    /** Whether a sound frame starts at {@code at}. */
    private Answer isSoundStart(int at) {
        Answer unknown = last ? Answer.NO : Answer.UNDECIDED;
        if (at + 1 >= end) {
            return unknown;
        }
        if (bytes[at + 1] != '#') {
            return Answer.NO;
        }
        int digits = Wire.lengthDigits(bytes, at + 2, end);
        if (digits < 4) {
            return at + 2 + digits == end ? unknown : Answer.NO;
        }
        int announcedEnd = announcedEnd(at, digits);
        if (announcedEnd == NONE) {
            return Answer.NO;
        }
        if (announcedEnd > end) {
            return unknown;
        }
        indexedUntil = Math.max(indexedUntil, base + announcedEnd);
        return isSound(at, announcedEnd) ? Answer.YES : Answer.NO;
    }
}
