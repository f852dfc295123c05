package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Browsers that are logged in. Kept in the database, so that a restart logs nobody out and a log-out holds everywhere.
 * Every log-in makes a new secret: there is no session before it that could be fixed by somebody else.
 */
@Service
class Sessions {

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ActorRows actors;
    private final Secrets secrets;
    private final Clock clock;

    Sessions(JdbcClient jdbc, ActorRows actors, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Starts a session and returns its secret; clears away the ones that idled out. */
    String start(long accountId, String peer) {
        String secret = secrets.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from session where last_used_at < :oldest")
                .param("oldest", now.minus(ActorRows.MAX_IDLE))
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
        String digest = HexFormat.of().formatHex(Secrets.digest(secret));
        Optional<ActorRows.Found> found =
                actors.listBySessions(List.of(digest)).stream().findFirst();
        Instant touchedBefore = clock.instant().minus(TOUCH_EVERY);
        if (found.flatMap(ActorRows.Found::lastUsedAt)
                .filter(touchedBefore::isAfter)
                .isPresent()) {
            jdbc.sql("update session set last_used_at = :now where session_sha256 = :digest")
                    .param("now", OffsetDateTime.now(clock))
                    .param("digest", Secrets.digest(secret))
                    .update();
        }
        return found.map(ActorRows.Found::actor);
    }

    void end(String secret) {
        jdbc.sql("delete from session where session_sha256 = :digest")
                .param("digest", Secrets.digest(secret))
                .update();
    }

    /** Logs an account out everywhere; returns how many sessions that ended. */
    int endAll(long accountId) {
        return jdbc.sql("delete from session where account_id = :accountId")
                .param("accountId", accountId)
                .update();
    }

    /** Logs an account out everywhere but here. */
    int endOthers(long accountId, String sha256) {
        return jdbc.sql("""
                delete from session where account_id = :accountId and encode(session_sha256, 'hex') <> :here
                """).param("accountId", accountId).param("here", sha256).update();
    }
}
