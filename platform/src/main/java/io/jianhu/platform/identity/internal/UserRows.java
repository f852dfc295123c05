package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts with their roles and scopes. Whoever looks sees those whose whole scope is in their own. */
@Repository
class UserRows {

    /** An account as others see it. */
    record User(
            long accountId,
            String login,
            String displayName,
            Optional<Long> organisationId,
            Optional<String> organisationZh,
            Optional<String> organisationEn,
            boolean active,
            List<String> roles,
            Scope scope,
            boolean mustChangePassword,
            boolean secondFactor,
            Instant createdAt,
            Optional<Instant> lastLogInAt) {}

    /** Which accounts; an empty field does not choose. */
    record Filter(Optional<String> text, Optional<String> role, Optional<Boolean> active) {}

    private static final String SELECT = """
            select a.account_id, a.login, a.display_name, a.organisation_id, o.name_zh, o.name_en, a.active,
                   array(select r.code from account_role ar join role r using (role_id)
                         where ar.account_id = a.account_id order by r.code) as roles,
                   array(select prefix from account_region where account_id = a.account_id order by prefix) as regions,
                   array(select organisation_id from account_enterprise where account_id = a.account_id
                         order by organisation_id) as enterprises,
                   a.must_change_password, a.totp_confirmed_at is not null as second_factor, a.created_at, a.last_login_at
            from account a left join organisation o using (organisation_id)
            """;

    private static final String IN_SCOPE = """
            ('%' = any(:scopeRegions) or (
              (exists (select 1 from account_region r where r.account_id = a.account_id)
               or exists (select 1 from account_enterprise e where e.account_id = a.account_id))
              and not exists (select 1 from account_region r
                              where r.account_id = a.account_id and not r.prefix like any(:scopeRegions))
              and not exists (select 1 from account_enterprise e join organisation eo using (organisation_id)
                              where e.account_id = a.account_id and not
            """ + Scope.condition("eo.region_code", "eo.organisation_id") + ")))";

    private final JdbcClient jdbc;
    private final Clock clock;

    UserRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<User> find(Scope scope, String login) {
        return scope.bind(jdbc.sql(SELECT + " where a.login = :login and " + IN_SCOPE))
                .param("login", login)
                .query(UserRows::toUser)
                .optional();
    }

    /** One page by login. */
    List<User> list(Scope scope, Filter filter, String after, int limit) {
        return scope.bind(jdbc.sql(SELECT + " where " + IN_SCOPE + """
                  and a.login > :after
                  and (:text::text is null or position(lower(:text) in lower(a.login || ' ' || a.display_name)) > 0)
                  and (:active::boolean is null or a.active = :active)
                  and (:role::text is null or exists (select 1 from account_role ar join role r using (role_id)
                       where ar.account_id = a.account_id and r.code = :role))
                order by a.login limit :limit
                """))
                .param("after", after)
                .param("text", filter.text().orElse(null), Types.VARCHAR)
                .param("active", filter.active().orElse(null), Types.BOOLEAN)
                .param("role", filter.role().orElse(null), Types.VARCHAR)
                .param("limit", limit)
                .query(UserRows::toUser)
                .list();
    }

    void update(long accountId, String displayName, Optional<Long> organisationId, boolean active) {
        jdbc.sql("""
                update account set display_name = :name, organisation_id = :organisation, active = :active, changed_at = :now
                where account_id = :id
                """)
                .param("id", accountId)
                .param("name", displayName)
                .param("organisation", organisationId.orElse(null), Types.BIGINT)
                .param("active", active)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void setMustChangePassword(long accountId) {
        jdbc.sql("update account set must_change_password = true where account_id = :id")
                .param("id", accountId)
                .update();
    }

    void setRoles(long accountId, List<String> codes) {
        jdbc.sql("delete from account_role where account_id = :id")
                .param("id", accountId)
                .update();
        jdbc.sql("""
                insert into account_role (account_id, role_id) select :id, role_id from role where code = any(:codes)
                """)
                .param("id", accountId)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    void setScope(long accountId, Scope scope) {
        jdbc.sql("delete from account_region where account_id = :id")
                .param("id", accountId)
                .update();
        jdbc.sql("delete from account_enterprise where account_id = :id")
                .param("id", accountId)
                .update();
        jdbc.sql("insert into account_region (account_id, prefix) select :id, prefix from unnest(:prefixes) as prefix")
                .param("id", accountId)
                .param("prefixes", scope.regions().toArray(String[]::new))
                .update();
        jdbc.sql("""
                insert into account_enterprise (account_id, organisation_id)
                select :id, enterprise from unnest(:enterprises) as enterprise
                """)
                .param("id", accountId)
                .param("enterprises", scope.enterprises().toArray(Long[]::new))
                .update();
    }

    /** What these roles allow together. */
    Set<Permission> permissionsOf(List<String> roleCodes) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        jdbc.sql("select permission from role join role_permission using (role_id) where code = any(:codes)")
                .param("codes", roleCodes.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(label -> Permission.find(label).ifPresent(permissions::add));
        return permissions;
    }

    /** Those of the codes that no role has. */
    List<String> listUnknownRoles(List<String> codes) {
        return jdbc.sql("select code from unnest(:codes) as code where code not in (select r.code from role r)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static User toUser(ResultSet row, int number) throws SQLException {
        long organisation = row.getLong("organisation_id");
        boolean none = row.wasNull();
        return new User(
                row.getLong("account_id"),
                row.getString("login"),
                row.getString("display_name"),
                none ? Optional.empty() : Optional.of(organisation),
                Optional.ofNullable(row.getString("name_zh")),
                Optional.ofNullable(row.getString("name_en")),
                row.getBoolean("active"),
                ActorRows.texts(row, "roles"),
                new Scope(ActorRows.texts(row, "regions"), ActorRows.numbers(row.getArray("enterprises"))),
                row.getBoolean("must_change_password"),
                row.getBoolean("second_factor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ActorRows.instant(row, "last_login_at"));
    }
}
