package io.jianhu.platform.identity.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. */
@Repository
class Accounts {

    /** A row; its hash does not print. */
    record Account(long accountId, String login, String displayName, String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + login + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> findByLogin(String login) {
        return jdbc.sql("""
                select account_id, login, display_name, password_hash from account where login = :login
                """)
                .param("login", login)
                .query((row, n) -> new Account(
                        row.getLong("account_id"),
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getString("password_hash")))
                .optional();
    }

    /** Makes the account unless it is there; true where it was made. */
    boolean insert(String login, String displayName, String passwordHash) {
        return jdbc.sql("""
                        insert into account (login, display_name, password_hash, created_at, changed_at)
                        values (:login, :displayName, :passwordHash, :now, :now)
                        on conflict (login) do nothing
                        """)
                        .param("login", login)
                        .param("displayName", displayName)
                        .param("passwordHash", passwordHash)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Changes the password and logs the account out everywhere, in one statement. */
    void changePassword(long accountId, String passwordHash) {
        jdbc.sql("""
                with logged_out as (delete from session where account_id = :accountId)
                update account set password_hash = :passwordHash, changed_at = :now where account_id = :accountId
                """)
                .param("accountId", accountId)
                .param("passwordHash", passwordHash)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
