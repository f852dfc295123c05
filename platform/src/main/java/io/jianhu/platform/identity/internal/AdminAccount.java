package io.jianhu.platform.identity.internal;

import io.jianhu.platform.database.StartupNotice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure there is an administrator, with the password the setting asks for. The setting is also the way back in: it
 * opens the account again, gives it its role and scope, and a new password drops the second factor.
 */
final class AdminAccount implements StartupNotice {

    static final String LOGIN = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(AdminAccount.class);
    private static final String DISPLAY_NAME = "管理员";
    private static final int SHORT_PASSWORD = 12;

    /** What to say when the platform is up; taken once, because the generated password is nowhere else. */
    private final AtomicReference<List<String>> notice;

    private AdminAccount(String... lines) {
        this.notice = new AtomicReference<>(List.of(lines));
    }

    /**
     * @param wanted the setting {@code JIANHU_ADMIN_PASSWORD}; empty where it is not set
     */
    static AdminAccount prepare(
            Accounts accounts, Sessions sessions, PasswordHashes hashes, Secrets secrets, Optional<String> wanted) {
        Optional<Accounts.Account> existing = accounts.findByLogin(LOGIN);
        if (wanted.isPresent()) {
            apply(accounts, sessions, hashes, existing, wanted.get());
            accounts.makeAdministrator(LOGIN);
            return new AdminAccount(
                    "Log in as admin with the password in JIANHU_ADMIN_PASSWORD.",
                    "用户名 admin，密码为 JIANHU_ADMIN_PASSWORD 所设。");
        }
        String password = secrets.nextPassword();
        boolean made = existing.isEmpty() && accounts.insert(LOGIN, DISPLAY_NAME, hashes.hash(password));
        if (made) {
            accounts.makeAdministrator(LOGIN);
        }
        return made
                ? new AdminAccount(
                        "Log in as admin, password " + password,
                        "用户名 admin，密码 " + password,
                        "It is shown only this once. Lost it? Start with JIANHU_ADMIN_PASSWORD set to a new one.",
                        "密码只显示这一次；遗失时，设置 JIANHU_ADMIN_PASSWORD 为新密码后重新启动。")
                : new AdminAccount(
                        "Log in as admin; the password is the one shown at the first start or set since. Lost it? Start"
                                + " with JIANHU_ADMIN_PASSWORD set to a new one.",
                        "用户名 admin，密码为首次启动时所显示或之后所设；遗失时，设置 JIANHU_ADMIN_PASSWORD 为新密码后重新启动。");
    }

    private static void apply(
            Accounts accounts,
            Sessions sessions,
            PasswordHashes hashes,
            Optional<Accounts.Account> existing,
            String password) {
        if (password.length() < SHORT_PASSWORD) {
            LOG.warn("JIANHU_ADMIN_PASSWORD has fewer than {} characters; choose a longer one", SHORT_PASSWORD);
        }
        if (existing.isEmpty()) {
            accounts.insert(LOGIN, DISPLAY_NAME, hashes.hash(password));
            return;
        }
        Accounts.Account account = existing.get();
        boolean unchanged =
                hashes.check(password, Optional.of(account.passwordHash())).orElse(false);
        if (!unchanged) {
            accounts.changePassword(account.accountId(), hashes.hash(password), Accounts.SetBy.OWNER);
            accounts.setSecret(account.accountId(), Optional.empty());
            sessions.endAll(account.accountId());
            LOG.info(
                    "the administrator's password was changed to JIANHU_ADMIN_PASSWORD; the account is logged out and has"
                            + " no second factor");
        }
    }

    @Override
    public List<String> lines() {
        return notice.getAndSet(List.of());
    }
}
