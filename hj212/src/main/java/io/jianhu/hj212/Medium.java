package io.jianhu.hj212;

import java.util.Locale;

/** What is measured. Two- and three-digit codes of 2005 have a meaning only within one. */
public enum Medium {
    WATER,
    GAS,
    NOISE,
    /** The system code does not tell. */
    UNKNOWN;

    /** The medium a system code stands for (HJ 212-2017 table 5). */
    public static Medium ofSystem(String st) {
        return st.length() == 2 ? ofSystem(st.charAt(0), st.charAt(1)) : UNKNOWN;
    }

    /** As {@link #ofSystem(String)}, for the bytes {@code from} (included) to {@code to} (excluded) of a frame. */
    public static Medium ofSystem(byte[] bytes, int from, int to) {
        return to - from == 2 ? ofSystem((char) (bytes[from] & 0xFF), (char) (bytes[from + 1] & 0xFF)) : UNKNOWN;
    }

    private static Medium ofSystem(char tens, char ones) {
        if (tens < '1' || tens > '9' || ones < '0' || ones > '9') {
            return UNKNOWN;
        }
        return switch ((tens - '0') * 10 + ones - '0') {
            case 21, 24, 26, 32, 33, 34, 52 -> WATER;
            case 22, 27, 31, 39, 51 -> GAS;
            case 23, 36 -> NOISE;
            default -> UNKNOWN;
        };
    }

    /** The word in the catalogue files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
