package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A downward command that somebody asked for. Immutable: a step gives a new one.
 *
 * @param parameters values by name of the catalogue
 * @param qn empty until it is first sent
 * @param attempts how often it was sent
 * @param dataFrames frames that came in answer
 * @param dueAt when to send again or to give up; empty once finished
 */
record WorkOrder(
        long id,
        int deviceId,
        String cn,
        Edition edition,
        Map<String, List<String>> parameters,
        Optional<String> qn,
        OrderState state,
        int attempts,
        int dataFrames,
        Optional<String> qnRtn,
        Optional<String> exeRtn,
        String askedBy,
        String reason,
        Instant askedAt,
        Optional<Instant> sentAt,
        Optional<Instant> answeredAt,
        Optional<Instant> finishedAt,
        Optional<Instant> dueAt,
        Instant expiresAt) {

    /** Sent once more, under the QN it has or is given now. */
    WorkOrder sent(String exchange, Instant now, Instant due) {
        return new WorkOrder(
                id,
                deviceId,
                cn,
                edition,
                parameters,
                Optional.of(exchange),
                OrderState.SENT,
                attempts + 1,
                dataFrames,
                qnRtn,
                exeRtn,
                askedBy,
                reason,
                askedAt,
                sentAt.or(() -> Optional.of(now)),
                answeredAt,
                finishedAt,
                Optional.of(due),
                expiresAt);
    }

    /** Back in the queue, because the device cannot be reached; an attempt that never left does not count. */
    WorkOrder queuedAgain(int attemptsCounted) {
        return new WorkOrder(
                id,
                deviceId,
                cn,
                edition,
                parameters,
                qn,
                OrderState.QUEUED,
                attemptsCounted,
                dataFrames,
                qnRtn,
                exeRtn,
                askedBy,
                reason,
                askedAt,
                sentAt,
                answeredAt,
                finishedAt,
                Optional.of(expiresAt),
                expiresAt);
    }

    WorkOrder accepted(Optional<String> result, Instant now, Instant due) {
        return new WorkOrder(
                id,
                deviceId,
                cn,
                edition,
                parameters,
                qn,
                OrderState.ACCEPTED,
                attempts,
                dataFrames,
                result,
                exeRtn,
                askedBy,
                reason,
                askedAt,
                sentAt,
                answeredAt.or(() -> Optional.of(now)),
                finishedAt,
                Optional.of(due),
                expiresAt);
    }

    WorkOrder withData(Instant due) {
        return new WorkOrder(
                id,
                deviceId,
                cn,
                edition,
                parameters,
                qn,
                state,
                attempts,
                dataFrames + 1,
                qnRtn,
                exeRtn,
                askedBy,
                reason,
                askedAt,
                sentAt,
                answeredAt,
                finishedAt,
                Optional.of(due),
                expiresAt);
    }

    WorkOrder refused(Optional<String> result, Instant now) {
        return finished(OrderState.REFUSED, result, exeRtn, Optional.of(now), now);
    }

    /** Ended by a word of the device. */
    WorkOrder answered(OrderState end, Optional<String> result, Instant now) {
        return finished(end, qnRtn, result, answeredAt.or(() -> Optional.of(now)), now);
    }

    /** Ended without a word of the device. */
    WorkOrder ended(OrderState end, Instant now) {
        return finished(end, qnRtn, exeRtn, answeredAt, now);
    }

    private WorkOrder finished(
            OrderState end,
            Optional<String> requestResult,
            Optional<String> executionResult,
            Optional<Instant> answered,
            Instant now) {
        return new WorkOrder(
                id,
                deviceId,
                cn,
                edition,
                parameters,
                qn,
                end,
                attempts,
                dataFrames,
                requestResult,
                executionResult,
                askedBy,
                reason,
                askedAt,
                sentAt,
                answered,
                Optional.of(now),
                Optional.empty(),
                expiresAt);
    }
}
