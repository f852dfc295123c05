package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Browsers that are logged in. Kept in the database, so that a restart logs nobody out and a log-out holds everywhere.
 * Every log-in makes a new secret: there is no session before it that could be fixed by somebody else.
 */
@Service
class Sessions {

    static final Duration MAX_IDLE = Duration.ofHours(12);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private record Found(Actor actor, OffsetDateTime lastUsedAt) {}

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Starts a session and returns its secret; clears away the ones that idled out. */
    String start(long accountId, String peer) {
        String secret = secrets.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from session where last_used_at < :oldest")
                .param("oldest", now.minus(MAX_IDLE))
                .update();
        jdbc.sql("""
                insert into session (session_sha256, account_id, peer, started_at, last_used_at)
                values (:digest, :accountId, :peer, :now, :now)
                """)
                .param("digest", Secrets.digest(secret))
                .param("accountId", accountId)
                .param("peer", peer)
                .param("now", now)
                .update();
        return secret;
    }

    Optional<Actor> find(String secret) {
        byte[] digest = Secrets.digest(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Found> found = jdbc.sql("""
                        select a.login, a.display_name, s.last_used_at
                        from session s join account a using (account_id)
                        where s.session_sha256 = :digest and s.last_used_at >= :oldest
                        """)
                .param("digest", digest)
                .param("oldest", now.minus(MAX_IDLE))
                .query((row, n) -> new Found(
                        new Actor(Actor.Kind.SESSION, row.getString("login"), row.getString("display_name")),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .optional();
        if (found.filter(session -> session.lastUsedAt().isBefore(now.minus(TOUCH_EVERY)))
                .isPresent()) {
            jdbc.sql("update session set last_used_at = :now where session_sha256 = :digest")
                    .param("now", now)
                    .param("digest", digest)
                    .update();
        }
        return found.map(Found::actor);
    }

    void end(String secret) {
        jdbc.sql("delete from session where session_sha256 = :digest")
                .param("digest", Secrets.digest(secret))
                .update();
    }
}
