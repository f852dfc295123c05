package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditChain;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail, read. Who does not see everything sees the entries about objects in their regions. */
@Service
public class AuditLog {

    private static final int FETCH_SIZE = 500;

    /** Which entries; an empty field does not choose. @param text part of actor, object or reason */
    public record Filter(
            Optional<String> actor,
            Optional<String> action,
            Optional<String> objectKind,
            Optional<String> objectId,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> to) {}

    /** An entry as it is shown. @param hash of the chain, hexadecimal */
    public record View(
            long entryNo,
            Instant at,
            String actor,
            String peer,
            String action,
            String objectKind,
            String objectId,
            @Nullable String region,
            @Nullable String reason,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            String hash) {}

    /** Whether the chain holds. @param brokenAt number of the first entry that does not fit; null: it holds */
    public record Chain(
            long entries,
            String headHash,
            @Nullable Long brokenAt,
            @Nullable String faultZh,
            @Nullable String faultEn) {}

    private static final String SELECT = """
            select entry_no, at, actor, peer, action, object_kind, object_id, region, reason, before, after, hash
            from audit
            where entry_no < :before and ('%' = any(:scopeRegions) or region like any(:scopeRegions))
              and :scopeEnterprises::bigint[] is not null
              and (:actor::text is null or actor = :actor) and (:action::text is null or action = :action)
              and (:kind::text is null or object_kind = :kind) and (:id::text is null or object_id = :id)
              and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
              and (:text::text is null
                   or position(lower(:text) in lower(actor || ' ' || object_id || ' ' || coalesce(reason, ''))) > 0)
            order by entry_no desc
            """;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate readOnly;
    private final AuditTrail trail;
    private final JsonMapper json;

    AuditLog(
            JdbcClient jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditTrail trail,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.trail = trail;
        this.json = json;
    }

    /** One page, the newest first. */
    public Listing<View> list(Scope scope, Filter filter, int limit, Optional<String> cursor) {
        String query = "audit|" + filter;
        long before =
                cursor.map(place -> Cursor.read(query, place, 1).number(0)).orElse(Long.MAX_VALUE);
        List<View> entries = select(scope, filter, before, " limit " + (limit + 1))
                .query(this::toView)
                .list();
        return Listing.cut(entries, limit, entry -> entry, last -> Cursor.after(query, last.entryNo()));
    }

    /** Walks along the whole chain. */
    public Chain check() {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            AuditChain.Report report = AuditChain.verify(connection);
            Optional<AuditChain.Broken> broken = report.broken();
            return new Chain(
                    report.entries(),
                    report.head(),
                    broken.map(AuditChain.Broken::entryNo).orElse(null),
                    broken.map(at -> at.fault().chinese()).orElse(null),
                    broken.map(at -> at.fault().english()).orElse(null));
        } catch (SQLException e) {
            throw new SQLExceptionSubclassTranslator().translate("audit chain", null, e);
        } finally {
            JdbcUtils.closeConnection(connection);
        }
    }

    /** Writes what the filter chooses as CSV, row by row, and records that it was taken out. */
    public void export(Actor by, Filter filter, Writer out) {
        trail.record(by, Entry.of("audit.exported", "audit", "*", null, Map.of("filter", filter.toString())));
        readOnly.executeWithoutResult(status -> {
            try (var entries =
                    select(by.scope(), filter, Long.MAX_VALUE, "")
                            .withFetchSize(FETCH_SIZE)
                            .query(this::toView)
                            .stream()) {
                Csv.write(
                        out,
                        List.of(
                                "entry_no",
                                "at",
                                "actor",
                                "peer",
                                "action",
                                "object_kind",
                                "object_id",
                                "region",
                                "reason",
                                "before",
                                "after",
                                "hash"));
                entries.forEach(entry -> Csv.write(out, cells(entry)));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> cells(View entry) {
        return List.of(
                Long.toString(entry.entryNo()),
                Beijing.text(entry.at()),
                entry.actor(),
                entry.peer(),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                text(entry.region()),
                text(entry.reason()),
                text(entry.before()),
                text(entry.after()),
                entry.hash());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private JdbcClient.StatementSpec select(Scope scope, Filter filter, long before, String end) {
        return scope.bind(jdbc.sql(SELECT + end))
                .param("before", before)
                .param("actor", filter.actor().orElse(null), Types.VARCHAR)
                .param("action", filter.action().orElse(null), Types.VARCHAR)
                .param("kind", filter.objectKind().orElse(null), Types.VARCHAR)
                .param("id", filter.objectId().orElse(null), Types.VARCHAR)
                .param("text", filter.text().orElse(null), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private View toView(ResultSet row, int number) throws SQLException {
        return new View(
                row.getLong("entry_no"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("peer"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getString("object_id"),
                row.getString("region"),
                row.getString("reason"),
                node(row.getString("before")),
                node(row.getString("after")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private @Nullable JsonNode node(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
