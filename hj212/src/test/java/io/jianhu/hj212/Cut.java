package io.jianhu.hj212;

import java.util.ArrayList;
import java.util.List;

/** What a splitter cut a stream into: the runs joined, so that two ways of feeding can be compared. */
final class Cut implements FrameSink {

    /** One frame with its tail, or one run of junk. */
    record Piece(boolean isFrame, long offset, byte[] bytes) {
        @Override
        public String toString() {
            return (isFrame ? "frame " : "junk ") + offset + " " + Wires.printable(bytes);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private long position;
    private boolean lastFrameIsOpen;

    /** The stream in one piece, frames with their tails. */
    static List<Piece> whole(byte[] stream) {
        return inPieces(stream, stream.length, FrameSplitter.HandOut.WITH_TAIL);
    }

    static List<Piece> inPieces(byte[] stream, int pieceBytes, FrameSplitter.HandOut handOut) {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT, handOut);
        Cut cut = new Cut();
        for (int at = 0; at < stream.length; at += pieceBytes) {
            splitter.feed(stream, at, Math.min(pieceBytes, stream.length - at), cut);
        }
        splitter.end(cut);
        return cut.pieces();
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<byte[]> frames() {
        return pieces.stream().filter(Piece::isFrame).map(Piece::bytes).toList();
    }

    /** Stream offset up to which everything came out. */
    long position() {
        return position;
    }

    @Override
    public void frame(byte[] buffer, int offset, int length, long streamOffset) {
        add(new Piece(true, streamOffset, copy(buffer, offset, length)));
        lastFrameIsOpen = false;
    }

    @Override
    public void frameBeforeTail(byte[] buffer, int offset, int length, long streamOffset) {
        add(new Piece(true, streamOffset, copy(buffer, offset, length)));
        lastFrameIsOpen = true;
    }

    @Override
    public void tail(byte[] buffer, int offset, int length, long streamOffset) {
        if (!lastFrameIsOpen) {
            throw new AssertionError("a tail of no frame at " + streamOffset);
        }
        lastFrameIsOpen = false;
        join(copy(buffer, offset, length), streamOffset);
    }

    @Override
    public void junk(byte[] buffer, int offset, int length, long streamOffset) {
        lastFrameIsOpen = false;
        if (!pieces.isEmpty() && !pieces.getLast().isFrame()) {
            join(copy(buffer, offset, length), streamOffset);
        } else {
            add(new Piece(false, streamOffset, copy(buffer, offset, length)));
        }
    }

    private void add(Piece piece) {
        check(piece.offset, piece.bytes.length);
        pieces.add(piece);
    }

    private void join(byte[] bytes, long streamOffset) {
        check(streamOffset, bytes.length);
        Piece last = pieces.removeLast();
        byte[] joined = new byte[last.bytes.length + bytes.length];
        System.arraycopy(last.bytes, 0, joined, 0, last.bytes.length);
        System.arraycopy(bytes, 0, joined, last.bytes.length, bytes.length);
        pieces.add(new Piece(last.isFrame, last.offset, joined));
    }

    private void check(long streamOffset, int length) {
        if (streamOffset != position || length <= 0) {
            throw new AssertionError(length + " bytes at " + streamOffset + " after " + position);
        }
        position += length;
    }

    private static byte[] copy(byte[] buffer, int offset, int length) {
        return java.util.Arrays.copyOfRange(buffer, offset, offset + length);
    }
}
