package io.jianhu.platform.api.internal;

import java.util.Locale;

/** From the names of the code to the names of the JSON. */
final class Names {

    private Names() {}

    /** {@code devices[3].districtCode} is {@code devices[3].district_code}. */
    static String snake(String camel) {
        return separated(camel, '_');
    }

    /** {@code NotBlank} is {@code not-blank}. */
    static String kebab(String camel) {
        return separated(camel, '-');
    }

    private static String separated(String camel, char separator) {
        StringBuilder text = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && Character.isLetterOrDigit(camel.charAt(i - 1))) {
                text.append(separator);
            }
            text.append(c);
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
