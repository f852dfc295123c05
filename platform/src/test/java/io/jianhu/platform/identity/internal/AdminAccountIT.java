package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.identity.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminAccountIT {

    private static final Pattern GENERATED = Pattern.compile("password (\\S+)$");

    private final TestDatabase db = TestDatabase.fresh();
    private final Clock clock = Clock.systemUTC();
    private final Secrets secrets = new Secrets();
    private final PasswordHashes hashes = new PasswordHashes();
    private final Accounts accounts = new Accounts(db.jdbc(), clock);
    private final Sessions sessions =
            new Sessions(db.jdbc(), new ActorRows(db.jdbc(), new PasswordPolicy(Duration.ZERO), clock), secrets, clock);

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void the_first_start_makes_a_password_and_shows_it_once() {
        AdminAccount first = start(Optional.empty());
        String password = shownIn(first.lines()).orElseThrow();
        assertThat(isPassword(password)).isTrue();
        assertThat(first.lines()).isEmpty();

        AdminAccount second = start(Optional.empty());
        assertThat(shownIn(second.lines())).isEmpty();
        assertThat(isPassword(password)).isTrue();
    }

    @Test
    void a_password_in_the_setting_is_used_and_not_shown() {
        AdminAccount started = start(Optional.of("chosen by the operator"));
        assertThat(isPassword("chosen by the operator")).isTrue();
        assertThat(String.join("\n", started.lines()))
                .contains("JIANHU_ADMIN_PASSWORD")
                .doesNotContain("chosen by the operator");
    }

    @Test
    void another_password_in_the_setting_takes_effect_and_logs_everybody_out() {
        start(Optional.of("the password before"));
        String session = sessions.start(account().accountId(), "10.0.0.1");

        start(Optional.of("the password after"));

        assertThat(isPassword("the password before")).isFalse();
        assertThat(isPassword("the password after")).isTrue();
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void the_same_password_in_the_setting_changes_nothing() {
        start(Optional.of("the same password"));
        String hash = account().passwordHash();
        String session = sessions.start(account().accountId(), "10.0.0.1");

        start(Optional.of("the same password"));

        assertThat(account().passwordHash()).isEqualTo(hash);
        assertThat(sessions.find(session)).isPresent();
    }

    @Test
    void the_setting_is_the_way_back_in() {
        start(Optional.of("the password before"));
        db.jdbc()
                .sql("update account set active = false, totp_secret = '\\x00', totp_confirmed_at = now()")
                .update();
        db.jdbc().sql("delete from account_role").update();
        db.jdbc().sql("delete from account_region").update();

        start(Optional.of("the password after"));

        String session = sessions.start(account().accountId(), "10.0.0.1");
        assertThat(sessions.find(session)).hasValueSatisfying(admin -> {
            assertThat(admin.permissions()).containsExactlyInAnyOrder(Permission.values());
            assertThat(admin.scope().isEverything()).isTrue();
        });
        assertThat(account().secondFactor()).isEmpty();
    }

    private AdminAccount start(Optional<String> setting) {
        return AdminAccount.prepare(accounts, sessions, hashes, secrets, setting);
    }

    private Accounts.Account account() {
        return accounts.findByLogin("admin").orElseThrow();
    }

    private boolean isPassword(String password) {
        return hashes.check(password, Optional.of(account().passwordHash())).orElseThrow();
    }

    private static Optional<String> shownIn(List<String> lines) {
        return lines.stream()
                .map(GENERATED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
