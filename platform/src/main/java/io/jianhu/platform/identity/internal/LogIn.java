package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** From a login and a password to a session. A login nobody has is refused like a wrong password, after the same work. */
@Service
public class LogIn {

    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);
    private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final LoginLimiter limiter;

    LogIn(Accounts accounts, PasswordHashes hashes, Sessions sessions, LoginLimiter limiter) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
        this.limiter = limiter;
    }

    /** What came of an attempt. */
    public sealed interface Outcome {

        /**
         * Logged in.
         *
         * @param secret for the cookie
         */
        record LoggedIn(Actor actor, String secret) implements Outcome {
            @Override
            public String toString() {
                return "LoggedIn[" + actor.login() + "]";
            }
        }

        /** No such login, or not its password. */
        record WrongCredentials() implements Outcome {}

        /**
         * Nothing was tried.
         *
         * @param retryAfter when it may be tried again
         */
        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    /**
     * Tries.
     *
     * @param peer address of the one who asks
     */
    public Outcome attempt(String login, String password, String peer) {
        Optional<Duration> retryAfter = limiter.begin(login, peer);
        if (retryAfter.isPresent()) {
            LOG.warn("log-in from {} not tried: too many failures", peer);
            return new Outcome.TooManyAttempts(retryAfter.get());
        }
        Optional<Accounts.Account> account = accounts.findByLogin(login);
        Optional<Boolean> right = hashes.check(password, account.map(Accounts.Account::passwordHash));
        if (right.isEmpty()) {
            return new Outcome.TooManyAttempts(BUSY_WAIT);
        }
        if (account.isEmpty() || !right.get()) {
            LOG.warn("log-in from {} refused", peer);
            return new Outcome.WrongCredentials();
        }
        limiter.succeeded(login, peer);
        LOG.info("{} logged in from {}", account.get().login(), peer);
        Actor actor = new Actor(
                Actor.Kind.SESSION, account.get().login(), account.get().displayName());
        return new Outcome.LoggedIn(actor, sessions.start(account.get().accountId(), peer));
    }

    /** Ends a session; does nothing where there is none with that secret. */
    public void logOut(String secret) {
        sessions.end(secret);
    }
}
