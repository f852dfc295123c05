package io.jianhu.platform.identity.internal;

/** The check character of a unified social credit identifier, GB 32100-2015 annex A. */
final class CreditCode {

    /** The characters in the order of their values; I, O, S, V and Z are not used. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final int MODULUS = 31;
    private static final int BASE = 3;

    private CreditCode() {}

    static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * BASE % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS) == code.charAt(LENGTH - 1);
    }
}
