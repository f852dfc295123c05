package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.AdminBootstrap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure there is an administrator, with the password the setting asks for. */
final class AdminAccount implements AdminBootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(AdminAccount.class);
    private static final String DISPLAY_NAME = "管理员";
    private static final int SHORT_PASSWORD = 12;

    private final PasswordOrigin origin;
    private final AtomicReference<@Nullable String> generated;

    private AdminAccount(PasswordOrigin origin, @Nullable String generated) {
        this.origin = origin;
        this.generated = new AtomicReference<>(generated);
    }

    /**
     * @param wanted the setting {@code JIANHU_ADMIN_PASSWORD}; empty where it is not set
     */
    static AdminAccount prepare(Accounts accounts, PasswordHashes hashes, Secrets secrets, Optional<String> wanted) {
        Optional<Accounts.Account> existing = accounts.findByLogin(ADMIN_LOGIN);
        if (wanted.isPresent()) {
            apply(accounts, hashes, existing, wanted.get());
            return new AdminAccount(PasswordOrigin.SETTING, null);
        }
        if (existing.isPresent()) {
            return new AdminAccount(PasswordOrigin.KEPT, null);
        }
        String password = secrets.nextPassword();
        return accounts.insert(ADMIN_LOGIN, DISPLAY_NAME, hashes.hash(password))
                ? new AdminAccount(PasswordOrigin.GENERATED, password)
                : new AdminAccount(PasswordOrigin.KEPT, null);
    }

    private static void apply(
            Accounts accounts, PasswordHashes hashes, Optional<Accounts.Account> existing, String password) {
        if (password.length() < SHORT_PASSWORD) {
            LOG.warn("JIANHU_ADMIN_PASSWORD has fewer than {} characters; choose a longer one", SHORT_PASSWORD);
        }
        if (existing.isEmpty()) {
            accounts.insert(ADMIN_LOGIN, DISPLAY_NAME, hashes.hash(password));
            return;
        }
        Accounts.Account account = existing.get();
        boolean unchanged =
                hashes.check(password, Optional.of(account.passwordHash())).orElse(false);
        if (!unchanged) {
            accounts.changePassword(account.accountId(), hashes.hash(password));
            LOG.info("the administrator's password was changed to JIANHU_ADMIN_PASSWORD; everybody is logged out");
        }
    }

    @Override
    public PasswordOrigin passwordOrigin() {
        return origin;
    }

    @Override
    public Optional<String> takeGeneratedPassword() {
        return Optional.ofNullable(generated.getAndSet(null));
    }
}
