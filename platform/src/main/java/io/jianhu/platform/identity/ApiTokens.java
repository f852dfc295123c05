package io.jianhu.platform.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tokens for programs: {@code Authorization: Bearer jh_…}. */
public interface ApiTokens {

    /**
     * Makes a token. This is the only time it is shown: only its SHA-256 is kept.
     *
     * @param name 1 to 64 letters, digits and {@code . _ -}
     * @param lifetime how long it works; empty: until it is revoked
     * @throws IllegalArgumentException for any other name, or a lifetime that is not positive
     */
    Creation create(String name, Optional<Duration> lifetime);

    /** Every token ever made, the newest first. */
    List<ApiToken> listAll();

    /** Ends a token at once. False where no token in force has that name. */
    boolean revoke(String name);

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
