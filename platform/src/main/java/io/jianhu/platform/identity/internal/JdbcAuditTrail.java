package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditChain;
import io.jianhu.platform.identity.AuditTrail;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the table {@code audit}. */
@Repository
class JdbcAuditTrail implements AuditTrail {

    /** Any constant of our own: the key of the lock that puts entries in one row. */
    private static final long LOCK = 0x6a69_616e_6875_0001L;

    private record Head(long entryNo, byte[] hash) {
        static final Head NONE = new Head(0, AuditChain.GENESIS);
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(Actor actor, Entry entry) {
        transaction.executeWithoutResult(status -> append(actor, entry));
    }

    private void append(Actor actor, Entry entry) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .list();
        Head head = jdbc.sql("select entry_no, hash from audit order by entry_no desc limit 1")
                .query((row, number) -> new Head(row.getLong("entry_no"), row.getBytes("hash")))
                .optional()
                .orElse(Head.NONE);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long entryNo = head.entryNo() + 1;
        @Nullable String region = entry.region().orElse(null);
        @Nullable String reason = entry.reason().orElse(null);
        @Nullable String before = text(entry.before());
        @Nullable String after = text(entry.after());
        byte[] hash = AuditChain.hash(
                head.hash(),
                entryNo,
                at,
                Arrays.asList(
                        actor.getName(),
                        actor.peer(),
                        entry.action(),
                        entry.objectKind(),
                        entry.objectId(),
                        region,
                        reason,
                        before,
                        after));
        jdbc.sql("""
                insert into audit (entry_no, at, actor, peer, action, object_kind, object_id, region, reason, before,
                    after, prev_hash, hash)
                values (:entryNo, :at, :actor, :peer, :action, :kind, :id, :region, :reason, :before::json,
                    :after::json, :prevHash, :hash)
                """)
                .param("entryNo", entryNo)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor.getName())
                .param("peer", actor.peer())
                .param("action", entry.action())
                .param("kind", entry.objectKind())
                .param("id", entry.objectId())
                .param("region", region, Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("before", before, Types.VARCHAR)
                .param("after", after, Types.VARCHAR)
                .param("prevHash", head.hash())
                .param("hash", hash)
                .update();
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
