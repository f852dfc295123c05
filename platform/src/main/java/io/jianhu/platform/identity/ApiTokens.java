package io.jianhu.platform.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens for programs: {@code Authorization: Bearer jh_…}. */
public interface ApiTokens {

    /**
     * A token to make.
     *
     * @param name 1 to 64 letters, digits and {@code . _ -}
     * @param lifetime how long it works; empty: until it is revoked
     * @param permissions what it may; empty: all, also those that come later
     * @param regions on what, as {@link Scope#regions()}
     */
    record Order(
            String name, Optional<Duration> lifetime, Optional<Set<Permission>> permissions, List<String> regions) {}

    /**
     * Makes a token. This is the only time it is shown: only its SHA-256 is kept.
     *
     * @throws IllegalArgumentException for any other name, or a lifetime that is not positive
     */
    Creation create(Order order, Actor by, Optional<String> reason);

    /** Every token ever made, the newest first. */
    List<ApiToken> listAll();

    /** Ends a token at once. False where no token in force has that name. */
    boolean revoke(String name, Actor by, Optional<String> reason);

    /** What {@link #create} did. */
    sealed interface Creation {

        /**
         * The token was made.
         *
         * @param secret the token itself
         */
        record Created(ApiToken token, String secret) implements Creation {
            @Override
            public String toString() {
                return "Created[" + token.name() + "]";
            }
        }

        /** A token in force has that name. */
        record NameTaken(String name) implements Creation {}
    }
}
