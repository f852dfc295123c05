package io.jianhu.platform.identity.internal;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Time-based one-time passwords, RFC 6238 with the parameters every authenticator takes: HMAC-SHA-1, 30 seconds, six
 * digits. One step early and one late are taken, for clocks that are not quite right.
 */
final class Totp {

    /** RFC 4226 section 4, R6: 160 bits recommended. */
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int DRIFT_STEPS = 1;

    private Totp() {}

    /** The code of a time step (RFC 4226 section 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hmac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hmac[hmac.length - 1] & 0xf;
        int binary = ByteBuffer.wrap(hmac, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        long modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        String number = Long.toString(binary % modulus);
        return "0".repeat(digits - number.length()) + number;
    }

    /**
     * The time step the code belongs to; empty where it is wrong.
     *
     * @param after steps up to this one were used and are not taken again
     */
    static OptionalLong findStep(byte[] secret, String code, Instant now, long after) {
        byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
            byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(right, given) && step > after) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** As people type it into an authenticator. */
    static String base32(byte[] secret) {
        return Base32.toBase32String(secret).replace("=", "");
    }

    /** As authenticators read it from a QR code. */
    static String uri(String issuer, String login, byte[] secret) {
        String name = encoded(issuer);
        return "otpauth://totp/" + name + ":" + encoded(login) + "?secret=" + base32(secret) + "&issuer=" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
