package io.jianhu.platform.identity.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query parameters. */
final class Texts {

    private Texts() {}

    static Optional<String> find(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }
}
