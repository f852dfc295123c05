package io.jianhu.platform.identity;

import java.security.Principal;

/**
 * Who makes a request: the principal of every authenticated one, and the name that goes into records of who did what.
 *
 * @param login the account's login, or the token's name
 * @param displayName for people
 */
public record Actor(Kind kind, String login, String displayName) implements Principal {

    /** How somebody proved who they are. */
    public enum Kind {
        /** A person's browser, by cookie. */
        SESSION("session"),
        /** A program, by API token. */
        TOKEN("token");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in JSON. */
        public String label() {
            return label;
        }
    }

    /** As it goes into records: the login of a person, {@code token:NAME} of a program. */
    @Override
    public String getName() {
        return kind == Kind.TOKEN ? "token:" + login : login;
    }
}
