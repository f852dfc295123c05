package io.jianhu.hj212;

import org.jspecify.annotations.Nullable;

/** Judges numbers and times by their bytes. */
final class ValueText {

    private static final int FEW_NINES = 2;
    private static final int MANY_NINES = 4;

    private ValueText() {}

    /** The deviation of a text that should be a number; null where it is one. */
    static @Nullable FindingCode checkNumber(byte[] bytes, int from, int to) {
        if (from == to) {
            return FindingCode.EMPTY_VALUE;
        }
        int at = from;
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        int digits = 0;
        int nines = 0;
        int significant = 0;
        boolean point = false;
        boolean fractionOfNinesOrZeros = true;
        for (; at < to; at++) {
            byte c = bytes[at];
            if (c == '.' && !point) {
                point = true;
            } else if (!Wire.isDigit(c)) {
                break;
            } else {
                digits++;
                if (point) {
                    fractionOfNinesOrZeros &= c == '9' || c == '0';
                } else if (c != '0' || significant > 0) {
                    significant++;
                    nines += c == '9' ? 1 : 0;
                }
            }
        }
        if (digits == 0) {
            return FindingCode.NOT_A_NUMBER;
        }
        if (at < to) {
            return isExponent(bytes, at, to) ? FindingCode.NUMBER_WITH_EXPONENT : FindingCode.NOT_A_NUMBER;
        }
        boolean allNines = nines == significant && nines >= (negative ? FEW_NINES : MANY_NINES);
        return allNines && fractionOfNinesOrZeros ? FindingCode.SENTINEL_VALUE : null;
    }

    /**
     * Where a number without anything odd ends: digits, and a point with digits after it if there is one. -1 where the text
     * begins otherwise or might be a placeholder, and {@link #checkNumber} must look.
     */
    static int endOfPlainNumber(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && Wire.isDigit(bytes[at])) {
            at++;
        }
        int whole = at - from;
        if (whole == 0 || (whole >= MANY_NINES && bytes[at - 1] == '9')) {
            return -1;
        }
        if (at < limit && bytes[at] == '.') {
            at++;
            while (at < limit && Wire.isDigit(bytes[at])) {
                at++;
            }
        }
        return at;
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        if ((bytes[from] | 0x20) != 'e') {
            return false;
        }
        int at = from + 1;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        if (at == to) {
            return false;
        }
        return areDigits(bytes, at, to);
    }

    /** The deviation of a text that should be a time of 14 digits; null where it is one. */
    static @Nullable FindingCode checkTime(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return FindingCode.EMPTY_VALUE;
        }
        if ((length != 14 && length != 17) || !areDigits(bytes, from, to)) {
            return FindingCode.TIME_MALFORMED;
        }
        if (!isPossibleTime(bytes, from)) {
            return FindingCode.TIME_IMPOSSIBLE;
        }
        return length == 17 ? FindingCode.TIME_WITH_MILLISECONDS : null;
    }

    /** Whether the text is 17 digits that name an existing time. */
    static boolean isQn(byte[] bytes, int from, int to) {
        return to - from == 17 && areDigits(bytes, from, to) && isPossibleTime(bytes, from);
    }

    static boolean areDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Wire.isDigit(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPossibleTime(byte[] bytes, int from) {
        int month = two(bytes, from + 4);
        int day = two(bytes, from + 6);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= daysIn(two(bytes, from) * 100 + two(bytes, from + 2), month)
                && two(bytes, from + 8) <= 23
                && two(bytes, from + 10) <= 59
                && two(bytes, from + 12) <= 59;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
