package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.ApiToken;
import io.jianhu.platform.identity.ApiTokens;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code api_token}. Nothing is cached: a token revoked by another process is refused at the next request. */
@Service
class JdbcApiTokens implements ApiTokens {

    private static final String MARK = "jh_";
    private static final int PREFIX_LENGTH = MARK.length() + 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS = """
            name, prefix, permissions, regions, made_by, created_at, expires_at, last_used_at, revoked_at
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ActorRows actors;
    private final AuditTrail audit;
    private final Secrets secrets;
    private final Clock clock;

    JdbcApiTokens(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ActorRows actors,
            AuditTrail audit,
            Secrets secrets,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.actors = actors;
        this.audit = audit;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Creation create(Order order, Actor by, Optional<String> reason) {
        if (!NAME.matcher(order.name()).matches()) {
            throw new IllegalArgumentException(
                    "a token's name is 1 to 64 letters, digits, dots, dashes and underscores");
        }
        if (order.lifetime().filter(span -> !span.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a token must live for some time");
        }
        String secret = MARK + secrets.next();
        return transaction.execute(status -> {
            Optional<ApiToken> made = insert(order, by, secret);
            made.ifPresent(token -> audit.record(
                    by,
                    Entry.of("token.created", "token", token.name(), null, facts(token))
                            .because(reason)));
            return made.<Creation>map(token -> new Creation.Created(token, secret))
                    .orElseGet(() -> new Creation.NameTaken(order.name()));
        });
    }

    private Optional<ApiToken> insert(Order order, Actor by, String secret) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        insert into api_token (name, prefix, token_sha256, permissions, regions, made_by, created_at,
                            expires_at)
                        values (:name, :prefix, :digest, :permissions, :regions, :by, :now, :expiresAt)
                        on conflict (name) where revoked_at is null do nothing
                        returning
                        """ + COLUMNS)
                .param("name", order.name())
                .param("prefix", secret.substring(0, PREFIX_LENGTH))
                .param("digest", Secrets.digest(secret))
                .param(
                        "permissions",
                        order.permissions()
                                .map(some -> some.stream()
                                        .map(Permission::label)
                                        .sorted()
                                        .toArray(String[]::new))
                                .orElse(null),
                        Types.ARRAY)
                .param("regions", order.regions().toArray(String[]::new))
                .param("by", by.getName())
                .param("now", now)
                .param("expiresAt", order.lifetime().map(now::plus).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(JdbcApiTokens::toToken)
                .optional();
    }

    @Override
    public List<ApiToken> listAll() {
        return jdbc.sql("select " + COLUMNS + " from api_token order by token_id desc")
                .query(JdbcApiTokens::toToken)
                .list();
    }

    @Override
    public boolean revoke(String name, Actor by, Optional<String> reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean revoked =
                    jdbc.sql("update api_token set revoked_at = :now where name = :name and revoked_at is null")
                                    .param("now", OffsetDateTime.now(clock))
                                    .param("name", name)
                                    .update()
                            == 1;
            if (revoked) {
                audit.record(
                        by, Entry.of("token.revoked", "token", name, null, null).because(reason));
            }
            return revoked;
        }));
    }

    /** Who holds this token, if it is in force. One digest and one look-up, whatever the text is. */
    Optional<Actor> find(String secret) {
        String digest = HexFormat.of().formatHex(Secrets.digest(secret));
        Optional<ActorRows.Found> found =
                actors.listByTokens(List.of(digest)).stream().findFirst();
        Instant touchedBefore = clock.instant().minus(TOUCH_EVERY);
        if (found.isPresent()
                && found.get().lastUsedAt().filter(touchedBefore::isBefore).isEmpty()) {
            jdbc.sql("update api_token set last_used_at = :now where token_sha256 = :digest")
                    .param("now", OffsetDateTime.now(clock))
                    .param("digest", Secrets.digest(secret))
                    .update();
        }
        return found.map(ActorRows.Found::actor);
    }

    private static Map<String, Object> facts(ApiToken token) {
        return Map.of(
                "permissions",
                token.permissions()
                        .map(some ->
                                some.stream().map(Permission::label).sorted().toList())
                        .orElse(List.of("*")),
                "regions",
                token.regions(),
                "expires_at",
                token.expiresAt().map(Instant::toString).orElse("never"));
    }

    private static Optional<Set<Permission>> permissions(ResultSet row) throws SQLException {
        if (row.getArray("permissions") == null) {
            return Optional.empty();
        }
        EnumSet<Permission> known = EnumSet.noneOf(Permission.class);
        ActorRows.texts(row, "permissions")
                .forEach(label -> Permission.find(label).ifPresent(known::add));
        return Optional.of(known);
    }

    private static ApiToken toToken(ResultSet row, int rowNumber) throws SQLException {
        return new ApiToken(
                row.getString("name"),
                row.getString("prefix"),
                permissions(row),
                ActorRows.texts(row, "regions"),
                row.getString("made_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ActorRows.instant(row, "expires_at"),
                ActorRows.instant(row, "last_used_at"),
                ActorRows.instant(row, "revoked_at"));
    }
}
