package io.jianhu.hj212;

/**
 * Why a parameter of a request is refused, in words for the person who gave it.
 *
 * @param parameter its name in the catalogue, or as given where the command has none of that name
 */
public record ParameterError(String parameter, Code code, String messageZh, String messageEn) {

    /** The kinds of refusal. The name is stable. */
    public enum Code {
        /** The command needs it. */
        MISSING,
        /** The command has no such parameter. */
        UNKNOWN,
        /** Given several times where one is allowed. */
        REPEATED,
        /** No time of the right shape, or a date that does not exist. */
        NOT_A_TIME,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        NOT_A_CHOICE,
        /** No factor code, information code, password, key or text that could be sent. */
        BAD_TEXT,
        /** The end of a span lies before its beginning. */
        END_BEFORE_BEGIN
    }
}
