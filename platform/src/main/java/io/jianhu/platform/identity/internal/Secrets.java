package io.jianhu.platform.identity.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Random secrets, and the digest that stands for them in the database. */
@Component
class Secrets {

    private static final int SECRET_BYTES = 32;
    /** ceil(256 / log2 62). */
    private static final int SECRET_DIGITS = 43;

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** Without 0 o 1 l i: people copy it from a screen. */
    private static final String READABLE = "23456789abcdefghjkmnpqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits in base 62, always 43 digits. */
    String next() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        BigInteger rest = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(BASE62.length());
        char[] digits = new char[SECRET_DIGITS];
        for (int i = SECRET_DIGITS - 1; i >= 0; i--) {
            BigInteger[] division = rest.divideAndRemainder(base);
            digits[i] = BASE62.charAt(division[1].intValue());
            rest = division[0];
        }
        return new String(digits);
    }

    /** About 99 random bits that a person can type: five groups of four. */
    String nextPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /**
     * SHA-256 is enough for secrets of 256 random bits, and looking a digest up in an index tells a caller nothing
     * about the digests beside it.
     */
    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
