package io.jianhu.platform.api;

import java.util.Locale;

/** The one rule from constant to code: {@code NOT_FOUND} is {@code not-found}. */
public final class ProblemCodes {

    private ProblemCodes() {}

    public static String of(Enum<?> constant) {
        return ofName(constant.name());
    }

    static String ofName(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
