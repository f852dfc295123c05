package io.jianhu.platform.telemetry.internal.read;

import java.math.BigDecimal;
import java.util.Optional;

/** Texts of devices as numbers. */
public final class Numbers {

    private static final int MAX_LENGTH = 24;

    private Numbers() {}

    /** The number a plain decimal text is; empty for {@code --}, blanks, exponents and whatever else devices send. */
    public static Optional<BigDecimal> find(String text) {
        int length = text.length();
        boolean digit = false;
        boolean point = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if (i > 0 || c != '-' && c != '+') {
                return Optional.empty();
            }
        }
        return digit && length <= MAX_LENGTH ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
