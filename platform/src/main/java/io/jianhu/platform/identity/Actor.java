package io.jianhu.platform.identity;

import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who makes a request and what they may: the principal of every authenticated one, and the name that goes into records of
 * who did what. Read anew for every request; nothing of it is kept.
 *
 * @param login the account's login, or the token's name
 * @param displayName for people
 * @param permissions of all roles together
 * @param scope on what
 * @param credential by what they proved it
 * @param peer address the request came from
 * @param duty what they must do before anything else
 */
public record Actor(
        Kind kind,
        String login,
        String displayName,
        Set<Permission> permissions,
        Scope scope,
        Credential credential,
        String peer,
        Duty duty)
        implements Principal {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** How somebody proved who they are. */
    public enum Kind {
        /** A person's browser, by cookie. */
        SESSION("session"),
        /** A program, by API token. */
        TOKEN("token"),
        /** The platform itself, or a command of {@code ./jianhu}. */
        SYSTEM("system");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in JSON. */
        public String label() {
            return label;
        }
    }

    /** What stands before everything else. */
    public enum Duty {
        NONE,
        /** Somebody else has set the password, or it is older than the policy allows. */
        CHANGE_PASSWORD
    }

    /** The platform itself. */
    public static Actor system() {
        return ofProgram("system", "");
    }

    /** Whoever has the shell of the server. */
    public static Actor cli() {
        return ofProgram("cli", "console");
    }

    private static Actor ofProgram(String name, String peer) {
        return new Actor(
                Kind.SYSTEM,
                name,
                name,
                EnumSet.allOf(Permission.class),
                Scope.EVERYTHING,
                new Credential(Kind.SYSTEM, ""),
                peer,
                Duty.NONE);
    }

    /** Whether a role of theirs allows it; on what is for {@link #scope()} to say. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The same, seen at an address. */
    public Actor from(String address) {
        return new Actor(kind, login, displayName, permissions, scope, credential, address, duty);
    }

    /** As it goes into records: the login of a person, {@code token:NAME} of a program. */
    @Override
    public String getName() {
        return kind == Kind.TOKEN ? "token:" + login : login;
    }
}
