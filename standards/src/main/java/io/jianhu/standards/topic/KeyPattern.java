package io.jianhu.standards.topic;

import java.util.regex.Pattern;

/** A key with places in it: <code>{year}</code> is four digits, <code>{name}</code> any text. */
final class KeyPattern {

    private static final String YEAR = "{year}";
    private static final String NAME = "{name}";

    private KeyPattern() {}

    static boolean isPattern(String key) {
        return key.contains(YEAR) || key.contains(NAME);
    }

    static boolean matches(String pattern, String key) {
        return Pattern.matches(
                Pattern.quote(pattern).replace(YEAR, "\\E\\d{4}\\Q").replace(NAME, "\\E.+\\Q"), key);
    }
}
