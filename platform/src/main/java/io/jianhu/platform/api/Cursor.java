package io.jianhu.platform.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A place in a list, opaque to the caller: base64url of the key of the last row shown and a check over it and the query
 * it belongs to.
 *
 * <p>The check finds a mangled cursor and one used with another query. It is no secret and guards nothing: whoever
 * follows a cursor is authorised again.
 *
 * @param query names the list and every filter that shapes it
 * @param key the key of the last row shown, most significant part first
 */
public record Cursor(String query, List<String> key) {

    private static final int CHECK_BYTES = 6;
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
    }

    /** The cursor after a row with this key. */
    public static Cursor after(String query, Object... key) {
        return new Cursor(query, Arrays.stream(key).map(Object::toString).toList());
    }

    /**
     * Reads a cursor given by a caller.
     *
     * @param parts how many parts the key of this list has
     * @throws ApiProblem {@link CommonProblem#BAD_CURSOR} where it is not one of this query
     */
    public static Cursor read(String query, String text, int parts) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw ApiProblem.of(CommonProblem.BAD_CURSOR);
        }
        if (bytes.length <= CHECK_BYTES) {
            throw ApiProblem.of(CommonProblem.BAD_CURSOR);
        }
        byte[] payload = Arrays.copyOfRange(bytes, CHECK_BYTES, bytes.length);
        byte[] check = Arrays.copyOf(bytes, CHECK_BYTES);
        List<String> key = List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        if (!MessageDigest.isEqual(check, check(query, payload)) || key.size() != parts) {
            throw ApiProblem.of(CommonProblem.BAD_CURSOR);
        }
        return new Cursor(query, key);
    }

    /** A part of the key that is a number; a forged one is {@link CommonProblem#BAD_CURSOR}. */
    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException forged) {
            throw ApiProblem.of(CommonProblem.BAD_CURSOR);
        }
    }

    /** A part of the key that is a date; a forged one is {@link CommonProblem#BAD_CURSOR}. */
    public LocalDate day(int part) {
        try {
            return LocalDate.parse(key.get(part));
        } catch (DateTimeParseException forged) {
            throw ApiProblem.of(CommonProblem.BAD_CURSOR);
        }
    }

    /** As it goes to the caller. */
    public String text() {
        byte[] payload = String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(check(query, payload), CHECK_BYTES + payload.length);
        System.arraycopy(payload, 0, bytes, CHECK_BYTES, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] check(String query, byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(query.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(payload), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
