package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do about their own account. A stolen session is not enough: each change needs the password again. */
@Service
public class OwnAccount {

    private static final String ISSUER = "鉴湖 Jianhu";
    private static final String KIND = "user";

    /** One's own account. @param secondFactor whether a log-in needs a code */
    public record View(
            String login,
            String displayName,
            boolean secondFactor,
            boolean mustChangePassword,
            @Nullable Instant lastLogInAt) {}

    /** A secret to put into an authenticator; shown this once, in force when confirmed. */
    public record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment[hidden]";
        }
    }

    private final Accounts accounts;
    private final UserRows users;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final LoginLimiter limiter;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnAccount(
            Accounts accounts,
            UserRows users,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordPolicy policy,
            LoginLimiter limiter,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.sessions = sessions;
        this.hashes = hashes;
        this.policy = policy;
        this.limiter = limiter;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public View get(Actor actor) {
        Accounts.Account account = account(actor);
        UserRows.User user = users.find(Scope.EVERYTHING, account.login()).orElseThrow();
        return new View(
                user.login(),
                user.displayName(),
                user.secondFactor(),
                actor.duty() == Actor.Duty.CHANGE_PASSWORD,
                user.lastLogInAt().orElse(null));
    }

    /** Changes the password; every other session of the account ends. */
    public void changePassword(Actor actor, String current, String wanted) {
        Accounts.Account account = account(actor);
        checkPassword(actor, account, "current_password", current);
        Fields fields = new Fields();
        policy.findFault(account.login(), wanted)
                .ifPresent(fault -> fields.wrong("new_password", "password-policy", fault));
        fields.check();
        for (String used : accounts.listPasswordHashes(account.accountId())) {
            if (isRight(wanted, used)) {
                fields.wrong(
                        "new_password",
                        "password-used-before",
                        "不得与最近 " + PasswordPolicy.REMEMBERED + " 个密码相同",
                        "must not be one of the last " + PasswordPolicy.REMEMBERED);
                fields.check();
            }
        }
        String hash = hashes.hash(wanted);
        transaction.executeWithoutResult(status -> {
            accounts.changePassword(account.accountId(), hash, Accounts.SetBy.OWNER);
            sessions.endOthers(account.accountId(), actor.credential().sha256());
            audit.record(actor, Entry.of("user.password-changed", KIND, account.login(), null, null));
        });
    }

    /** Begins with a new secret. One that is in force stays so until it is dropped. */
    public Enrolment enrol(Actor actor, String password) {
        Accounts.Account account = account(actor);
        checkPassword(actor, account, "password", password);
        if (account.requiredFactor().isPresent()) {
            throw wrong(
                    "password", "already-enrolled", "动态口令已启用，先停用再重新绑定", "a second factor is in force; drop it first");
        }
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        accounts.setSecret(account.accountId(), Optional.of(secret));
        return new Enrolment(Totp.base32(secret), Totp.uri(ISSUER, account.login(), secret));
    }

    /** Shows that the authenticator has the secret: from now on log-ins need a code. */
    public void confirm(Actor actor, String code) {
        Accounts.Account account = account(actor);
        Optional<Accounts.SecondFactor> factor = account.secondFactor();
        if (factor.isEmpty()) {
            throw wrong("code", "not-enrolled", "尚未开始绑定", "there is no secret to confirm");
        }
        takeCode(account, factor.get(), code);
        audit(actor, "user.second-factor-enabled", account);
    }

    /** Drops the second factor, with the password. */
    public void drop(Actor actor, String password) {
        Accounts.Account account = account(actor);
        checkPassword(actor, account, "password", password);
        transaction.executeWithoutResult(status -> {
            accounts.setSecret(account.accountId(), Optional.empty());
            audit.record(actor, Entry.of("user.second-factor-disabled", KIND, account.login(), null, null));
        });
    }

    private void takeCode(Accounts.Account account, Accounts.SecondFactor factor, String code) {
        limiter.beginCode(account.login()).ifPresent(OwnAccount::mustWait);
        OptionalLong step = Totp.findStep(factor.secret(), code, clock.instant(), factor.lastStep());
        if (step.isEmpty() || !accounts.takeStep(account.accountId(), step.getAsLong())) {
            throw wrong("code", "wrong-code", "动态口令不正确", "is wrong");
        }
        limiter.codeSucceeded(account.login());
    }

    private void audit(Actor actor, String action, Accounts.Account account) {
        audit.record(actor, Entry.of(action, KIND, account.login(), null, null));
    }

    /** Guessing here is counted like guessing at the log-in, as the session's own attempts. */
    private void checkPassword(Actor actor, Accounts.Account account, String field, String password) {
        LoginLimiter.Attempt attempt = new LoginLimiter.Attempt(
                account.login(), actor.peer(), Optional.of(actor.credential().sha256()));
        limiter.begin(attempt).ifPresent(OwnAccount::mustWait);
        if (!isRight(password, account.passwordHash())) {
            throw wrong(field, "wrong-password", "密码不正确", "is wrong");
        }
        limiter.succeeded(attempt);
    }

    private boolean isRight(String password, String hash) {
        return hashes.check(password, Optional.of(hash))
                .orElseThrow(() -> ApiProblem.of(IdentityProblem.TOO_MANY_ATTEMPTS));
    }

    private static void mustWait(Duration wait) {
        throw ApiProblem.of(IdentityProblem.TOO_MANY_ATTEMPTS)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    private Accounts.Account account(Actor actor) {
        if (actor.kind() != Actor.Kind.SESSION) {
            throw ApiProblem.of(CommonProblem.NOT_FOUND, new Bilingual("令牌没有账户", "A token has no account of its own"));
        }
        return accounts.findByLogin(actor.login()).orElseThrow(() -> ApiProblem.of(CommonProblem.UNAUTHENTICATED));
    }

    private static ApiProblem wrong(String field, String code, String zh, String en) {
        Fields fields = new Fields();
        fields.wrong(field, code, zh, en);
        return fields.problem();
    }
}
