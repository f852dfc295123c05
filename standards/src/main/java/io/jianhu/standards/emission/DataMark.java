package io.jianhu.standards.emission;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A mark set on automatic data, by a device (a flag of HJ 212) or by a person.
 *
 * @param scheme {@code hj212}, {@code hj212-2005}, {@code device}, {@code label}, {@code incineration}, {@code power}
 * @param code of the scheme, such as {@code D}, {@code maintenance}, {@code start-up}
 * @param by who set it
 * @param on the day on which it was set
 * @param reason why
 * @param evidence where the proof is kept
 */
public record DataMark(
        String scheme,
        String code,
        Optional<String> by,
        Optional<LocalDate> on,
        Optional<String> reason,
        Optional<String> evidence) {

    /** A flag that a device sent. */
    public static DataMark ofFlag(String code) {
        return new DataMark("hj212", code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A mark that a person set. */
    public static DataMark ofPerson(
            String scheme, String code, String by, LocalDate on, String reason, String evidence) {
        return new DataMark(scheme, code, Optional.of(by), Optional.of(on), Optional.of(reason), Optional.of(evidence));
    }

    /** Whether who, when, why and the evidence are there. */
    boolean isComplete() {
        return isGiven(by) && on.isPresent() && isGiven(reason) && isGiven(evidence);
    }

    private static boolean isGiven(Optional<String> text) {
        return text.filter(t -> !t.isBlank()).isPresent();
    }
}
