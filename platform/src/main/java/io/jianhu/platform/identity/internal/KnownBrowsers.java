package io.jianhu.platform.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code known_browser}: in which browsers an account has logged in of late. Such a browser is not held up by
 * what strangers do to the account's name; it opens nothing by itself.
 */
@Repository
class KnownBrowsers {

    static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    KnownBrowsers(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether the account has logged in where this secret was left. */
    boolean isKnown(String browser, String login) {
        return jdbc.sql("""
                select count(*) from known_browser join account using (account_id)
                where browser_sha256 = :digest and login = :login and last_log_in_at >= :oldest
                """)
                        .param("digest", Secrets.digest(browser))
                        .param("login", login)
                        .param("oldest", OffsetDateTime.now(clock).minus(REMEMBERED))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Remembers a log-in; returns the secret to leave in the browser. A secret we did not make is replaced. */
    String remember(Optional<String> browser, long accountId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from known_browser where last_log_in_at < :oldest")
                .param("oldest", now.minus(REMEMBERED))
                .update();
        String secret = browser.filter(this::isOurs).orElseGet(secrets::next);
        jdbc.sql("""
                insert into known_browser (browser_sha256, account_id, last_log_in_at)
                values (:digest, :accountId, :now)
                on conflict (browser_sha256, account_id) do update set last_log_in_at = excluded.last_log_in_at
                """)
                .param("digest", Secrets.digest(secret))
                .param("accountId", accountId)
                .param("now", now)
                .update();
        return secret;
    }

    private boolean isOurs(String browser) {
        return jdbc.sql("select count(*) from known_browser where browser_sha256 = :digest")
                        .param("digest", Secrets.digest(browser))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
