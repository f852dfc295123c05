package io.jianhu.hj212;

/** Reads the numbers of 9011 and 9012. */
final class ReturnCodes {

    private ReturnCodes() {}

    /** Whether the text is this number, with or without leading zeros. */
    static boolean matches(String text, int code) {
        return !text.isEmpty()
                && text.length() <= 9
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) == code;
    }
}
