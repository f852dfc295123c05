package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a login and a password to a session. A login nobody has is refused like a wrong password, after the same work. */
@Service
public class LogIn {

    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);
    private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final KnownBrowsers browsers;
    private final LoginLimiter limiter;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LogIn(
            Accounts accounts,
            PasswordHashes hashes,
            Sessions sessions,
            KnownBrowsers browsers,
            LoginLimiter limiter,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
        this.browsers = browsers;
        this.limiter = limiter;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What somebody shows to get in.
     *
     * @param code of the second factor; empty where none was typed
     * @param browser what an earlier log-in left in the browser
     * @param peer address of the one who asks
     */
    public record Showing(String login, String password, Optional<String> code, Optional<String> browser, String peer) {
        @Override
        public String toString() {
            return "Showing[from " + peer + "]";
        }
    }

    /** What came of an attempt. */
    public sealed interface Outcome {

        /**
         * Logged in.
         *
         * @param secret for the cookie
         * @param browser what the browser will be known by
         */
        record LoggedIn(Actor actor, String secret, String browser) implements Outcome {
            @Override
            public String toString() {
                return "LoggedIn[" + actor.login() + "]";
            }
        }

        /** No such login, or not its password. */
        record WrongCredentials() implements Outcome {}

        /** The password is right; a code of the second factor must come with it. */
        record SecondFactorNeeded() implements Outcome {}

        /** The password is right, the code is not. */
        record WrongCode() implements Outcome {}

        /**
         * Nothing was tried.
         *
         * @param retryAfter when it may be tried again
         */
        record TooManyAttempts(Duration retryAfter) implements Outcome {}
    }

    /** Tries. */
    public Outcome attempt(Showing showing) {
        LoginLimiter.Attempt attempt = new LoginLimiter.Attempt(
                showing.login(),
                showing.peer(),
                showing.browser().filter(secret -> browsers.isKnown(secret, showing.login())));
        Optional<Duration> retryAfter = limiter.begin(attempt);
        if (retryAfter.isPresent()) {
            LOG.warn("log-in from {} not tried: too many failures", showing.peer());
            return new Outcome.TooManyAttempts(retryAfter.get());
        }
        Optional<Accounts.Account> account = accounts.findByLogin(showing.login());
        Optional<Boolean> right = hashes.check(showing.password(), account.map(Accounts.Account::passwordHash));
        if (right.isEmpty()) {
            return new Outcome.TooManyAttempts(BUSY_WAIT);
        }
        if (!right.get() || account.filter(Accounts.Account::active).isEmpty()) {
            LOG.warn("log-in from {} refused", showing.peer());
            return new Outcome.WrongCredentials();
        }
        Optional<Outcome> held = secondFactor(account.get(), showing.code(), attempt);
        if (held.isPresent()) {
            return held.get();
        }
        limiter.succeeded(attempt);
        return enter(account.get(), showing);
    }

    /** What keeps somebody out who knows the password. */
    private Optional<Outcome> secondFactor(
            Accounts.Account account, Optional<String> code, LoginLimiter.Attempt attempt) {
        Optional<Accounts.SecondFactor> factor = account.requiredFactor();
        if (factor.isEmpty()) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            limiter.takeBack(attempt);
            return Optional.of(new Outcome.SecondFactorNeeded());
        }
        Optional<Duration> retryAfter = limiter.beginCode(account.login());
        if (retryAfter.isPresent()) {
            return Optional.of(new Outcome.TooManyAttempts(retryAfter.get()));
        }
        OptionalLong step = Totp.findStep(
                factor.get().secret(), code.get(), clock.instant(), factor.get().lastStep());
        if (step.isEmpty() || !accounts.takeStep(account.accountId(), step.getAsLong())) {
            LOG.warn("log-in of {} from {} refused: wrong second factor", account.login(), attempt.address());
            return Optional.of(new Outcome.WrongCode());
        }
        limiter.codeSucceeded(account.login());
        return Optional.empty();
    }

    private Outcome enter(Accounts.Account account, Showing showing) {
        return transaction.execute(status -> {
            String secret = sessions.start(account.accountId(), showing.peer());
            String browser = browsers.remember(showing.browser(), account.accountId());
            accounts.loggedIn(account.accountId());
            Actor actor = sessions.find(secret).orElseThrow().from(showing.peer());
            audit.record(actor, AuditTrail.Entry.of("user.logged-in", "user", account.login(), null, null));
            LOG.info("{} logged in from {}", account.login(), showing.peer());
            return new Outcome.LoggedIn(actor, secret, browser);
        });
    }

    /** Ends a session; does nothing where there is none with that secret. */
    public void logOut(String secret) {
        sessions.end(secret);
    }
}
