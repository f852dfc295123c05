package io.jianhu.hj212;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The number of an exchange: {@code YYYYMMDDhhmmsszzz}, Beijing time to the millisecond (HJ 212-2017 table 3). */
public final class Qn {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withZone(Frame.BEIJING);

    private Qn() {}

    /** The 17 digits of the instant. Two within one millisecond are equal: a {@link QnSource} tells them apart. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
