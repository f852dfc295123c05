package io.jianhu.hj212;

/** Which factor codes are known: those of the catalogue, and the families the standard describes by their shape. */
final class FactorShape {

    private FactorShape() {}

    static boolean isKnown(byte[] bytes, int from, int to, Medium medium) {
        return FactorCodes.find(bytes, from, to, medium).isPresent() || isFamily(bytes, from, to);
    }

    /**
     * {@code SBn} facilities (HJ 212-2017 table 4), {@code e}, {@code g} process and {@code i} information codes (tables B.4
     * to B.11), {@code d}, {@code p}, {@code v} codes of HJ 212-2025: one letter and five digits or letters.
     */
    private static boolean isFamily(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= 3 && bytes[from] == 'S' && bytes[from + 1] == 'B') {
            return ValueText.areDigits(bytes, from + 2, to);
        }
        if (length != 6) {
            return false;
        }
        return switch (bytes[from]) {
            case 'i', 'I', 'd', 'p', 'v' -> ValueText.areDigits(bytes, from + 1, to);
            case 'e', 'g' -> Wire.hexDigit(bytes[from + 1]) > 0 && ValueText.areDigits(bytes, from + 2, to);
            default -> false;
        };
    }
}
