package io.jianhu.hj212;

import static io.jianhu.hj212.Wires.bytes;
import static io.jianhu.hj212.Wires.frame;
import static io.jianhu.hj212.Wires.frameWithoutTail;
import static io.jianhu.hj212.Wires.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.FrameSplitter.HandOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The splitter")
class FrameSplitterTest {

    private static final String SEGMENT =
            "QN=20250314092500123;ST=32;CN=2011;PW=654321;MN=3306021A0000000000000001;Flag=5;"
                    + "CP=&&DataTime=20250314092500;w01018-Rtd=33.1,w01018-Flag=N&&";
    private static final byte[] FRAME = frame(SEGMENT);
    private static final byte[] BARE = frameWithoutTail(SEGMENT);
    private static final byte[] SHORT = frame("QN=20250314092501000;ST=91;CN=9013;PW=654321;MN=;Flag=8;CP=&&&&");

    /** A bit of everything that goes wrong on a line. */
    private static final byte[] TROUBLE = join(
            bytes("noise # ## ##12 "),
            FRAME,
            bytes("[2025-03-14 09:25:00] "),
            BARE,
            BARE,
            bytes("\\n"),
            cut(FRAME, 70),
            SHORT,
            wrongLength(SEGMENT, -9),
            bytes("\\r\\n"),
            wrongLength(SEGMENT, 40),
            bytes("\\n"),
            SHORT,
            wrongCrc(SEGMENT),
            FRAME,
            bytes("##99ST=31;CN=2011;CP=&&&&ABCD\\r\\n"),
            bytes("GET / HTTP/1.0\\r\\n\\r\\n"),
            bytes("\\x00\\xFF\\xFE##0000FFFF"),
            SHORT,
            cut(FRAME, 100));

    @Test
    void takesFramesApartThatStickTogether() {
        assertThat(Cut.whole(join(BARE, FRAME, BARE, SHORT)))
                .extracting(Cut.Piece::bytes)
                .containsExactly(BARE, FRAME, BARE, SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r\\n", "\\n", "\\r", ""})
    void takesAnyTail(String tail) {
        byte[] stream = join(BARE, bytes(tail), BARE, bytes(tail));
        assertThat(Cut.whole(stream))
                .extracting(Cut.Piece::bytes)
                .containsExactly(join(BARE, bytes(tail)), join(BARE, bytes(tail)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 1000})
    void findsTheSameWhateverThePieces(int pieceBytes) {
        List<String> whole = describe(Cut.whole(TROUBLE));
        assertThat(describe(Cut.inPieces(TROUBLE, pieceBytes, HandOut.WITH_TAIL)))
                .isEqualTo(whole);
        assertThat(describe(Cut.inPieces(TROUBLE, pieceBytes, HandOut.AT_ONCE))).isEqualTo(whole);
    }

    @Test
    void findsTheSameWhereverTheStreamIsCutInTwo() {
        List<String> whole = describe(Cut.whole(TROUBLE));
        for (int at = 1; at < TROUBLE.length; at++) {
            FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
            Cut cut = new Cut();
            splitter.feed(TROUBLE, 0, at, cut);
            splitter.feed(TROUBLE, at, TROUBLE.length - at, cut);
            splitter.end(cut);
            assertThat(describe(cut.pieces())).as("cut at %d", at).isEqualTo(whole);
        }
    }

    @Test
    void findsEverythingInTrouble() {
        assertThat(Cut.whole(TROUBLE))
                .extracting(FrameSplitterTest::verdict)
                .containsExactly(
                        "junk",
                        "sound",
                        "junk",
                        "sound",
                        "sound",
                        "TRUNCATED",
                        "sound",
                        "LENGTH_MISMATCH",
                        "LENGTH_MISMATCH",
                        "sound",
                        "CRC_MISMATCH",
                        "sound",
                        "LENGTH_NOT_FOUR_DIGITS",
                        "junk",
                        "sound",
                        "sound",
                        "TRUNCATED");
    }

    @Test
    void handsAFrameOutAtOnceAndItsTailWhenItComes() {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        List<String> events = new ArrayList<>();
        FrameSink sink = new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                events.add("frame");
            }

            @Override
            public void frameBeforeTail(byte[] buffer, int offset, int length, long streamOffset) {
                events.add("frame before tail, " + length);
            }

            @Override
            public void tail(byte[] buffer, int offset, int length, long streamOffset) {
                events.add("tail of " + length + " at " + streamOffset);
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                events.add("junk");
            }
        };
        splitter.feed(BARE, 0, BARE.length, sink);
        assertThat(events).containsExactly("frame before tail, " + BARE.length);
        splitter.feed(bytes("\\r"), 0, 1, sink);
        splitter.feed(bytes("\\n"), 0, 1, sink);
        assertThat(events).last().isEqualTo("tail of 2 at " + BARE.length);
        splitter.feed(FRAME, 0, FRAME.length, sink);
        assertThat(events).last().isEqualTo("frame");
        assertThat(splitter.pendingBytes()).isZero();
    }

    @Test
    void givesUpACutFrameWhenTheSenderPausesAndFindsTheSoundOneInsideIt() {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        Cut cut = new Cut();
        byte[] cutOff = cut(frame("ST=31;CN=2011;CP=&&" + "a21026-Rtd=1.2;".repeat(60) + "&&"), 500);
        byte[] stream = join(cutOff, FRAME);
        splitter.feed(stream, 0, stream.length, cut);
        assertThat(cut.pieces()).isEmpty();
        assertThat(splitter.pendingBytes()).isEqualTo(stream.length);
        splitter.expire(cut);
        assertThat(cut.frames()).containsExactly(cutOff, FRAME);
        splitter.feed(SHORT, 0, SHORT.length, cut);
        assertThat(cut.frames()).last().isEqualTo(SHORT);
    }

    @Test
    void leavesAFrameWholeThatCarriesAnotherInItsText() {
        byte[] outer = frame("QN=20250314092500123;ST=32;CN=3020;PW=654321;MN=3306021A0000000000000001;Flag=5;"
                + "CP=&&DataTime=20250314092500;PolId=w01018;i11001-Info=//R:" + new String(BARE) + " &&1234//&&");
        byte[] stream = join(outer, SHORT);
        assertThat(Cut.whole(stream)).extracting(Cut.Piece::bytes).containsExactly(outer, SHORT);
        assertThat(Cut.inPieces(stream, 1, HandOut.AT_ONCE)).hasSize(2);
    }

    @Test
    void rejectsAFrameOverItsOwnLimitAsOne() {
        FrameSplitter splitter = new FrameSplitter(new FrameLimits(50, 50));
        Cut cut = new Cut();
        splitter.feed(FRAME, 0, FRAME.length, cut);
        splitter.end(cut);
        assertThat(cut.pieces()).hasSize(1).first().extracting(Cut.Piece::bytes).isEqualTo(FRAME);
        Decoded decoded =
                new FrameDecoder(new FrameLimits(50, 50)).decode(FRAME, 0, FRAME.length, DeviceProfile.UNKNOWN);
        assertThat(Wires.codes(decoded)).containsExactly(FindingCode.LENGTH_OVER_LIMIT);
    }

    @Test
    void takesTheLongestFrame() {
        byte[] longest = frame("ST=32;CN=3020;CP=&&" + "x".repeat(9_999 - 21) + "&&");
        assertThat(Cut.inPieces(join(longest, longest), 1_000, HandOut.AT_ONCE))
                .extracting(Cut.Piece::bytes)
                .containsExactly(longest, longest);
    }

    @Test
    void handsJunkOutInPiecesOfBoundedSize() {
        byte[] junk = new byte[500_000];
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        int[] longest = {0};
        splitter.feed(junk, 0, junk.length, new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                throw new AssertionError();
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                longest[0] = Math.max(longest[0], length);
            }
        });
        assertThat(longest[0]).isEqualTo(64 * 1_024);
        assertThat(splitter.pendingBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "##",
                "##9999",
                "##9999ST=",
                "##9999&&1234\\n",
                "##0010QN=",
                "##9999QN=1;CP=&&&&12345",
                "##5000ST=1&&ABCD\\r\\n##9999",
                "##99ST=",
                "&&1234",
                "##9999#",
                "##0100ST=32;CN=2011;CP=&&&&0000 "
            })
    void doesLinearWorkWhateverIsSent(String pattern) {
        byte[] unit = bytes(pattern);
        byte[] stream = new byte[2_000_000];
        for (int i = 0; i < stream.length; i++) {
            stream[i] = unit[i % unit.length];
        }
        assertLinear(stream, 64 * 1_024);
        assertLinear(Arrays.copyOf(stream, 200_000), 1);
    }

    @Test
    void doesLinearWorkOnRandomHeads() {
        Random random = new Random(212);
        StringBuilder text = new StringBuilder();
        String[] parts = {"##", "#", "0", "9", "99", "9999", "ST=", "CP=&&", "&&", "12AB", "\\r\\n", ";", "x"};
        while (text.length() < 1_000_000) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        assertLinear(bytes(text.toString()), 4_000);
    }

    private static void assertLinear(byte[] stream, int pieceBytes) {
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT);
        long[] out = {0};
        int[] mostPending = {0};
        FrameSink sink = new FrameSink() {
            @Override
            public void frame(byte[] buffer, int offset, int length, long streamOffset) {
                assertThat(streamOffset).isEqualTo(out[0]);
                out[0] += length;
            }

            @Override
            public void tail(byte[] buffer, int offset, int length, long streamOffset) {
                frame(buffer, offset, length, streamOffset);
            }

            @Override
            public void junk(byte[] buffer, int offset, int length, long streamOffset) {
                frame(buffer, offset, length, streamOffset);
            }
        };
        for (int at = 0; at < stream.length; at += pieceBytes) {
            splitter.feed(stream, at, Math.min(pieceBytes, stream.length - at), sink);
            mostPending[0] = Math.max(mostPending[0], splitter.pendingBytes());
        }
        splitter.end(sink);
        assertThat(out[0]).isEqualTo(stream.length);
        assertThat(splitter.workBytes()).isLessThanOrEqualTo(4L * stream.length);
        assertThat(mostPending[0]).isLessThanOrEqualTo(2 * 10_012);
    }

    private static byte[] cut(byte[] frame, int length) {
        return Arrays.copyOf(frame, length);
    }

    private static byte[] wrongLength(String segment, int error) {
        byte[] frame = frameWithoutTail(segment);
        byte[] length = bytes("%04d".formatted(segment.length() + error));
        System.arraycopy(length, 0, frame, 2, 4);
        return frame;
    }

    private static byte[] wrongCrc(String segment) {
        byte[] frame = frameWithoutTail(segment);
        frame[frame.length - 1] ^= 1;
        return frame;
    }

    private static String verdict(Cut.Piece piece) {
        if (!piece.isFrame()) {
            return "junk";
        }
        return switch (Wires.decode(piece.bytes())) {
            case Decoded.Rejected rejected ->
                rejected.findings().getFirst().code().name();
            case Decoded.Accepted _, Decoded.AcceptedWithFindings _ -> "sound";
        };
    }

    private static List<String> describe(List<Cut.Piece> pieces) {
        return pieces.stream().map(Cut.Piece::toString).toList();
    }
}
