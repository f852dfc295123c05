package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.hj212.Frame;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.FrameStored;
import io.jianhu.platform.telemetry.Verdict;
import io.jianhu.platform.telemetry.internal.read.FrameRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the board takes from a frame.
 *
 * @param clockOffset the sender's clock less ours at receipt; empty where the frame names no time of sending
 * @param carriesNewRealtime real-time values that are not sent late
 * @param findings how many
 */
record BoardFrame(
        FrameRef ref,
        Instant receivedAt,
        Verdict verdict,
        Optional<Duration> clockOffset,
        boolean carriesNewRealtime,
        int findings,
        List<Sample> samples) {

    private static final String REALTIME = "2011";

    /** An answer carries the QN of the question: our own time. */
    private static boolean isAnswer(Frame frame) {
        return frame.cn().startsWith("90");
    }

    static BoardFrame of(FrameStored stored) {
        return of(
                stored.ref(),
                stored.receivedAt(),
                stored.verdict(),
                stored.findUsableFrame(),
                stored.findings().size());
    }

    static BoardFrame of(FrameRow row, Optional<Frame> usable) {
        return of(
                row.ref(),
                row.receivedAt(),
                row.verdict(),
                usable,
                row.findings().size());
    }

    private static BoardFrame of(
            FrameRef ref, Instant receivedAt, Verdict verdict, Optional<Frame> usable, int findings) {
        Instant dataTime = usable.flatMap(Frame::findDataTime)
                .or(() -> usable.flatMap(Frame::findSentTime))
                .orElse(receivedAt);
        return new BoardFrame(
                ref,
                receivedAt,
                verdict,
                usable.filter(frame -> !isAnswer(frame))
                        .flatMap(Frame::findSentTime)
                        .map(sent -> Duration.between(receivedAt, sent)),
                usable.filter(frame -> frame.cn().equals(REALTIME) && !frame.backfilled())
                        .isPresent(),
                findings,
                usable.map(frame -> Sample.of(frame, dataTime, ref)).orElse(List.of()));
    }
}
