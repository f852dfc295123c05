package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.platform.api.ProblemCodes;
import java.util.Arrays;

/**
 * Where a work order stands.
 *
 * <pre>
 * queued ──► sent ──9011 QnRtn=1──► accepted ──9012 ExeRtn=1──► done
 *   ▲          │ 9011 QnRtn≠1 ► refused    │ 9012 ExeRtn≠1 ► failed
 *   └ link lost┘ no answer ► timed-out     │ nothing more ► timed-out
 * </pre>
 *
 * A notification goes from sent to done by 9013. Any open order can be cancelled; a queued one expires.
 */
public enum OrderState {
    /** Waits for the device, or for the order before it. */
    QUEUED,
    /** Sent; no answer yet. */
    SENT,
    /** The device has said that it will do it. */
    ACCEPTED,
    /** The device has said that it is done. */
    DONE,
    /** The device has said that it will not. */
    REFUSED,
    /** The device has said that it could not. */
    FAILED,
    /** The device has not said anything in time. */
    TIMED_OUT,
    /** Somebody has taken it back. */
    CANCELLED;

    /** The word in the database and in JSON. */
    public String label() {
        return ProblemCodes.of(this);
    }

    public boolean isOpen() {
        return this == QUEUED || this == SENT || this == ACCEPTED;
    }

    static OrderState getByLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state " + label));
    }
}
