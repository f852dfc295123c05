package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Credential;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * From a credential to who holds it and what they may, in one statement. Nothing is cached: a role, a scope or an account
 * taken away is gone at the next request.
 */
@Repository
class ActorRows {

    static final Duration MAX_IDLE = Duration.ofHours(12);

    /** Somebody and when their credential was last used. */
    record Found(Actor actor, Optional<Instant> lastUsedAt) {}

    private static final String HOLDER = """
            a.login, a.display_name, a.must_change_password, a.password_changed_at,
            array(select distinct p.permission from account_role r join role_permission p using (role_id)
                  where r.account_id = a.account_id) as permissions,
            array(select prefix from account_region where account_id = a.account_id order by prefix) as regions,
            array(select organisation_id from account_enterprise where account_id = a.account_id
                  order by organisation_id) as enterprises
            """;

    private static final String SESSIONS =
            "select encode(s.session_sha256, 'hex') as sha256, s.last_used_at, " + HOLDER + """
            from session s join account a using (account_id)
            where s.session_sha256 in (select decode(digest, 'hex') from unnest(:digests) as digest)
              and s.last_used_at >= :oldest and a.active
            """;

    private static final String TOKENS = """
            select encode(token_sha256, 'hex') as sha256, name, permissions, regions, last_used_at
            from api_token
            where token_sha256 in (select decode(digest, 'hex') from unnest(:digests) as digest)
              and revoked_at is null and (expires_at is null or expires_at > :now)
            """;

    private final JdbcClient jdbc;
    private final PasswordPolicy policy;
    private final Clock clock;

    ActorRows(JdbcClient jdbc, PasswordPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    /** The holders of sessions in force. */
    List<Found> listBySessions(Collection<String> digests) {
        return jdbc.sql(SESSIONS)
                .param("digests", digests.toArray(String[]::new))
                .param("oldest", OffsetDateTime.ofInstant(clock.instant().minus(MAX_IDLE), ZoneOffset.UTC))
                .query((row, number) -> session(row))
                .list();
    }

    /** The holders of tokens in force. */
    List<Found> listByTokens(Collection<String> digests) {
        return jdbc.sql(TOKENS)
                .param("digests", digests.toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> token(row))
                .list();
    }

    private Found session(ResultSet row) throws SQLException {
        Optional<Instant> changed = instant(row, "password_changed_at");
        boolean due = row.getBoolean("must_change_password") || policy.isExpired(changed, clock.instant());
        Actor actor = new Actor(
                Actor.Kind.SESSION,
                row.getString("login"),
                row.getString("display_name"),
                permissions(texts(row, "permissions")),
                new Scope(texts(row, "regions"), numbers(row.getArray("enterprises"))),
                new Credential(Actor.Kind.SESSION, row.getString("sha256")),
                "",
                due ? Actor.Duty.CHANGE_PASSWORD : Actor.Duty.NONE);
        return new Found(actor, instant(row, "last_used_at"));
    }

    private static Found token(ResultSet row) throws SQLException {
        Array permissions = row.getArray("permissions");
        Actor actor = new Actor(
                Actor.Kind.TOKEN,
                row.getString("name"),
                row.getString("name"),
                permissions == null ? EnumSet.allOf(Permission.class) : permissions(texts(row, "permissions")),
                Scope.ofRegions(texts(row, "regions")),
                new Credential(Actor.Kind.TOKEN, row.getString("sha256")),
                "",
                Actor.Duty.NONE);
        return new Found(actor, instant(row, "last_used_at"));
    }

    /** What this version does not know, it does not allow. */
    private static Set<Permission> permissions(List<String> labels) {
        EnumSet<Permission> known = EnumSet.noneOf(Permission.class);
        labels.forEach(label -> Permission.find(label).ifPresent(known::add));
        return known;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static List<Long> numbers(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray()).toList();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
