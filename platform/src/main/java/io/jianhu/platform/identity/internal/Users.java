package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where accounts are kept. Nobody gives what they do not have: neither a role with a permission they lack nor a scope
 * beyond their own; nor do they touch an account that may more than they.
 */
@Service
public class Users {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
    private static final String KIND = "user";

    /**
     * What is said of a user. Everything is replaced as a whole.
     *
     * @param login only of a new one
     * @param active absent: yes
     * @param reason goes to the audit trail
     */
    public record Form(
            @Nullable String login,
            @Nullable String displayName,
            @Nullable Long organisationId,
            @Nullable Boolean active,
            @Nullable List<String> roles,
            @Nullable ScopeForm scope,
            @Nullable String reason) {}

    /** A user as it is shown. */
    public record View(
            String login,
            String displayName,
            @Nullable Long organisationId,
            @Nullable String organisationZh,
            @Nullable String organisationEn,
            boolean active,
            List<String> roles,
            ScopeForm scope,
            boolean mustChangePassword,
            boolean secondFactor,
            Instant createdAt,
            @Nullable Instant lastLogInAt) {

        static View of(UserRows.User user) {
            return new View(
                    user.login(),
                    user.displayName(),
                    user.organisationId().orElse(null),
                    user.organisationZh().orElse(null),
                    user.organisationEn().orElse(null),
                    user.active(),
                    user.roles(),
                    ScopeForm.of(user.scope()),
                    user.mustChangePassword(),
                    user.secondFactor(),
                    user.createdAt(),
                    user.lastLogInAt().orElse(null));
        }
    }

    /** What the audit trail keeps of a user. */
    private record Facts(
            String displayName, @Nullable Long organisationId, boolean active, List<String> roles, ScopeForm scope) {
        static Facts of(UserRows.User user) {
            return new Facts(
                    user.displayName(),
                    user.organisationId().orElse(null),
                    user.active(),
                    user.roles(),
                    ScopeForm.of(user.scope()));
        }
    }

    /** A user and the password somebody must hand over; it is shown this once. */
    public record WithPassword(View user, String password) {
        @Override
        public String toString() {
            return "WithPassword[" + user.login() + "]";
        }
    }

    private final Accounts accounts;
    private final UserRows rows;
    private final Organisations organisations;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Users(
            Accounts accounts,
            UserRows rows,
            Organisations organisations,
            Sessions sessions,
            PasswordHashes hashes,
            Secrets secrets,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.rows = rows;
        this.organisations = organisations;
        this.sessions = sessions;
        this.hashes = hashes;
        this.secrets = secrets;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One page by login of the users in the actor's scope. */
    public Listing<View> list(
            Actor by,
            Optional<String> text,
            Optional<String> role,
            Optional<Boolean> active,
            int limit,
            Optional<String> cursor) {
        UserRows.Filter filter = new UserRows.Filter(text, role, active);
        String query = "users|" + filter;
        String after = cursor.map(place -> Cursor.read(query, place, 1).key().getFirst())
                .orElse("");
        return Listing.cut(
                rows.list(by.scope(), filter, after, limit + 1),
                limit,
                View::of,
                last -> Cursor.after(query, last.login()));
    }

    /** The user; refuses where there is none, or none in the actor's scope. */
    public View get(Actor by, String login) {
        return View.of(require(by, login));
    }

    /** Makes an account with a password of our own choice, to be changed at the first log-in. */
    public WithPassword create(Actor by, Form form) {
        Fields fields = new Fields();
        String login = form.login() == null ? "" : form.login().strip();
        if (!LOGIN.matcher(login).matches()) {
            fields.wrong(
                    "login",
                    "bad-login",
                    "应为 2 至 32 个小写字母、数字、点、连字符或下划线，以字母或数字开头",
                    "must be 2 to 32 small letters, digits, dots, dashes or underscores, a letter or digit first");
        }
        String name = fields.name("display_name", form.displayName());
        Scope scope = checked(by, form, fields);
        Optional<String> reason = Reasons.required(form.reason());
        fields.check();
        mayGive(by, form, scope);
        String password = secrets.nextPassword();
        String hash = hashes.hash(password);
        View made = transaction.execute(status -> {
            if (!accounts.insert(login, name, hash)) {
                throw ApiProblem.of(IdentityProblem.LOGIN_TAKEN);
            }
            long id = accounts.getForChange(login).accountId();
            rows.setMustChangePassword(id);
            write(id, name, form, scope);
            UserRows.User after = rows.find(Scope.EVERYTHING, login).orElseThrow();
            audit.record(
                    by,
                    Entry.of("user.created", KIND, login, null, Facts.of(after)).because(reason));
            return View.of(after);
        });
        return new WithPassword(made, password);
    }

    /** Replaces what is said of a user. It holds from the next request on, in open sessions and streams too. */
    public View change(Actor by, String login, Form form) {
        Fields fields = new Fields();
        String name = fields.name("display_name", form.displayName());
        Scope scope = checked(by, form, fields);
        UserRows.User before = require(by, login);
        Optional<String> reason = Reasons.required(form.reason());
        fields.check();
        mayTouch(by, before);
        mayGive(by, form, scope);
        return transaction.execute(status -> {
            Accounts.Account account = accounts.getForChange(login);
            write(account.accountId(), name, form, scope);
            if (Boolean.FALSE.equals(form.active())) {
                sessions.endAll(account.accountId());
            }
            UserRows.User after = rows.find(Scope.EVERYTHING, login).orElseThrow();
            keepAnAdministrator();
            audit.record(
                    by,
                    Entry.of("user.changed", KIND, login, Facts.of(before), Facts.of(after))
                            .because(reason));
            return View.of(after);
        });
    }

    /** Sets a password of our own choice and logs the user out everywhere. */
    public WithPassword resetPassword(Actor by, String login, @Nullable String why) {
        String password = secrets.nextPassword();
        String hash = hashes.hash(password);
        View after = act(by, login, why, "user.password-reset", account -> {
            accounts.changePassword(account.accountId(), hash, Accounts.SetBy.SOMEBODY_ELSE);
            sessions.endAll(account.accountId());
        });
        return new WithPassword(after, password);
    }

    /** Takes the second factor away, where a phone was lost. */
    public View dropSecondFactor(Actor by, String login, @Nullable String why) {
        return act(by, login, why, "user.second-factor-dropped", account -> {
            accounts.setSecret(account.accountId(), Optional.empty());
            sessions.endAll(account.accountId());
        });
    }

    /** Logs a user out everywhere. */
    public View logOut(Actor by, String login, @Nullable String why) {
        return act(by, login, why, "user.logged-out", account -> sessions.endAll(account.accountId()));
    }

    private View act(Actor by, String login, @Nullable String why, String action, Consumer<Accounts.Account> deed) {
        UserRows.User user = require(by, login);
        Optional<String> reason = Reasons.required(why);
        mayTouch(by, user);
        return transaction.execute(status -> {
            deed.accept(accounts.getForChange(login));
            audit.record(by, Entry.of(action, KIND, login, null, null).because(reason));
            return View.of(rows.find(Scope.EVERYTHING, login).orElseThrow());
        });
    }

    private void write(long id, String name, Form form, Scope scope) {
        rows.update(id, name, Optional.ofNullable(form.organisationId()), !Boolean.FALSE.equals(form.active()));
        rows.setRoles(id, roles(form));
        rows.setScope(id, scope);
    }

    private Scope checked(Actor by, Form form, Fields fields) {
        List<String> unknown = rows.listUnknownRoles(roles(form));
        if (!unknown.isEmpty()) {
            fields.wrong(
                    "roles", "unknown-role", "没有角色 " + unknown.getFirst(), "there is no role " + unknown.getFirst());
        }
        if (form.organisationId() != null
                && organisations.find(by.scope(), form.organisationId()).isEmpty()) {
            fields.wrong("organisation_id", "unknown-organisation", "没有此组织机构", "there is no such organisation");
        }
        ScopeForm asked = form.scope() == null ? new ScopeForm(false, List.of(), List.of()) : form.scope();
        organisations.check(asked, fields);
        return asked.scope();
    }

    private void mayGive(Actor by, Form form, Scope scope) {
        if (!by.permissions().containsAll(rows.permissionsOf(roles(form)))
                || !by.scope().contains(scope)) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
    }

    private void mayTouch(Actor by, UserRows.User user) {
        if (!by.permissions().containsAll(rows.permissionsOf(user.roles()))) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
    }

    private void keepAnAdministrator() {
        if (!accounts.hasAdministrator()) {
            throw ApiProblem.of(IdentityProblem.LAST_ADMINISTRATOR);
        }
    }

    private UserRows.User require(Actor by, String login) {
        return rows.find(by.scope(), login)
                .orElseThrow(() -> ApiProblem.of(
                        CommonProblem.NOT_FOUND, new Bilingual("没有用户 " + login, "There is no user " + login)));
    }

    private static List<String> roles(Form form) {
        return form.roles() == null
                ? List.of()
                : form.roles().stream().distinct().toList();
    }
}
