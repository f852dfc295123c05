package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.telemetry.internal.store.ChainHash;
import io.jianhu.platform.telemetry.internal.store.Micros;
import java.util.Arrays;
import java.util.Optional;

/** Whether a frame's hash is that of its content, and the frame before it ends where this one begins. */
final class ChainCheck {

    private ChainCheck() {}

    /** @param previous the frame before it; empty where it is missing, or where this is the first */
    static boolean isSound(StoredFrame frame, Optional<StoredFrame> previous) {
        FrameRow row = frame.row();
        byte[] expectedPrevious = row.ref().seq() == 1
                ? ChainHash.GENESIS
                : previous.map(StoredFrame::hash).orElseGet(() -> new byte[0]);
        ChainHash chain = new ChainHash();
        byte[] hash = chain.ofLink(
                frame.prevHash(),
                row.ref().seq(),
                Micros.of(row.receivedAt()),
                row.mn(),
                chain.ofContent(frame.bytes()));
        return Arrays.equals(expectedPrevious, frame.prevHash()) && Arrays.equals(hash, frame.hash());
    }
}
