package io.jianhu.platform.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}, as far as logging in goes, with the passwords an account had before. */
@Repository
class Accounts {

    /** A row; its secrets do not print. */
    record Account(
            long accountId,
            String login,
            String displayName,
            String passwordHash,
            boolean active,
            Optional<SecondFactor> secondFactor) {
        @Override
        public String toString() {
            return "Account[" + login + "]";
        }

        /** The second factor a log-in must show. */
        Optional<SecondFactor> requiredFactor() {
            return secondFactor.filter(factor -> factor.confirmedAt().isPresent());
        }
    }

    /**
     * A secret shared with an authenticator.
     *
     * @param confirmedAt empty until a first code was shown; it is not asked for before
     * @param lastStep the last time step a code was taken for
     */
    record SecondFactor(byte[] secret, Optional<Instant> confirmedAt, long lastStep) {
        @Override
        public String toString() {
            return "SecondFactor[hidden]";
        }
    }

    /** Any constant of our own. */
    private static final long ADMINISTRATOR_LOCK = 0x6a69_616e_6875_0002L;

    private static final String COLUMNS = """
            account_id, login, display_name, password_hash, active, totp_secret, totp_confirmed_at, totp_last_step
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> findByLogin(String login) {
        return jdbc.sql("select " + COLUMNS + " from account where login = :login")
                .param("login", login)
                .query(Accounts::toAccount)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Account getForChange(String login) {
        return jdbc.sql("select " + COLUMNS + " from account where login = :login for update")
                .param("login", login)
                .query(Accounts::toAccount)
                .single();
    }

    /** Makes the account unless it is there; true where it was made. */
    boolean insert(String login, String displayName, String passwordHash) {
        return jdbc.sql("""
                        insert into account (login, display_name, password_hash, created_at, changed_at, password_changed_at)
                        values (:login, :displayName, :passwordHash, :now, :now, :now)
                        on conflict (login) do nothing
                        """)
                        .param("login", login)
                        .param("displayName", displayName)
                        .param("passwordHash", passwordHash)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Changes the password, remembers the old one, and forgets the browsers; sessions are for the caller to end. */
    void changePassword(long accountId, String passwordHash, SetBy setBy) {
        jdbc.sql("""
                with old as (
                    insert into password_history (account_id, password_hash, replaced_at)
                    select account_id, password_hash, :now from account where account_id = :accountId),
                forgotten as (delete from known_browser where account_id = :accountId)
                update account
                set password_hash = :passwordHash, changed_at = :now, password_changed_at = :now,
                    must_change_password = :mustChange
                where account_id = :accountId
                """)
                .param("accountId", accountId)
                .param("passwordHash", passwordHash)
                .param("mustChange", setBy == SetBy.SOMEBODY_ELSE)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("""
                delete from password_history where account_id = :accountId and replaced_at < (
                    select replaced_at from password_history where account_id = :accountId
                    order by replaced_at desc offset :kept limit 1)
                """)
                .param("accountId", accountId)
                .param("kept", PasswordPolicy.REMEMBERED - 1)
                .update();
    }

    /** Who chose a password: its owner knows it alone, or must change it first. */
    enum SetBy {
        OWNER,
        SOMEBODY_ELSE
    }

    /** Hashes of the password now and of those before it, the newest first. */
    List<String> listPasswordHashes(long accountId) {
        return jdbc.sql("""
                select password_hash from (
                    select password_hash, 'infinity'::timestamptz as replaced_at from account where account_id = :accountId
                    union all
                    select password_hash, replaced_at from password_history where account_id = :accountId) as hashes
                order by replaced_at desc limit :limit
                """)
                .param("accountId", accountId)
                .param("limit", PasswordPolicy.REMEMBERED)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void loggedIn(long accountId) {
        jdbc.sql("update account set last_login_at = :now where account_id = :accountId")
                .param("accountId", accountId)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Begins anew with a secret that is still to be confirmed; empty: without a second factor. */
    void setSecret(long accountId, Optional<byte[]> secret) {
        jdbc.sql("""
                update account set totp_secret = :secret, totp_confirmed_at = null, totp_last_step = null, changed_at = :now
                where account_id = :accountId
                """)
                .param("accountId", accountId)
                .param("secret", secret.orElse(null), Types.BINARY)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Takes a step, once: false where it, or a later one, was taken meanwhile. The first one confirms the secret. */
    boolean takeStep(long accountId, long step) {
        return jdbc.sql("""
                        update account
                        set totp_last_step = :step, totp_confirmed_at = coalesce(totp_confirmed_at, :now)
                        where account_id = :accountId and totp_secret is not null
                          and (totp_last_step is null or totp_last_step < :step)
                        """)
                        .param("accountId", accountId)
                        .param("step", step)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Gives back what makes an administrator: an active account, the role, everything in scope. */
    void makeAdministrator(String login) {
        jdbc.sql("update account set active = true where login = :login and not active")
                .param("login", login)
                .update();
        jdbc.sql("""
                insert into account_role (account_id, role_id)
                select account_id, role_id from account cross join role
                where login = :login and code = 'administrator' on conflict do nothing
                """).param("login", login).update();
        jdbc.sql("""
                insert into account_region (account_id, prefix)
                select account_id, '' from account where login = :login on conflict do nothing
                """).param("login", login).update();
    }

    /**
     * Whether somebody is left who can mend everything: active, everything in scope, users and roles to change. From here
     * to the end of the transaction nobody else asks, or two administrators could take each other away at once.
     */
    boolean hasAdministrator() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", ADMINISTRATOR_LOCK)
                .query((row, number) -> number)
                .list();
        return jdbc.sql("""
                        select count(*) from account a
                        where active and exists (select 1 from account_region where account_id = a.account_id and prefix = '')
                          and (select count(distinct permission) from account_role join role_permission using (role_id)
                               where account_id = a.account_id and permission in ('users.write', 'roles.write')) = 2
                        """).query(Long.class).single() > 0;
    }

    private static Account toAccount(ResultSet row, int rowNumber) throws SQLException {
        byte[] secret = row.getBytes("totp_secret");
        return new Account(
                row.getLong("account_id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("password_hash"),
                row.getBoolean("active"),
                secret == null
                        ? Optional.empty()
                        : Optional.of(new SecondFactor(
                                secret, ActorRows.instant(row, "totp_confirmed_at"), row.getLong("totp_last_step"))));
    }
}
