package io.jianhu.platform.telemetry.internal.store;

/** Texts from the wire as the database can hold them. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text with NUL and unpaired surrogates, which a PostgreSQL text cannot hold, replaced by U+FFFD. */
    public static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
