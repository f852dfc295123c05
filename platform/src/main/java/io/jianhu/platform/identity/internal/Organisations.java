package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.OrganisationKind;
import io.jianhu.platform.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** City, districts, townships, grids, departments, enterprises, and the public: a forest over the regions. */
@Service
public class Organisations {

    private static final String KIND = "organisation";

    /** What is said of an organisation; replaced as a whole. @param nameEn absent: the Chinese name */
    public record Form(
            @Nullable String kind,
            @Nullable Long parentId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String regionCode,
            @Nullable String creditCode,
            @Nullable Boolean active,
            @Nullable String reason) {}

    /** An organisation as it is shown. */
    public record View(
            long id,
            @Nullable Long parentId,
            String kind,
            String nameZh,
            String nameEn,
            @Nullable String regionCode,
            @Nullable String creditCode,
            boolean active,
            int users) {}

    /** A region. @param level city, district, township or grid */
    public record Region(String code, @Nullable String parentCode, String level, String nameZh, String nameEn) {}

    private static final String SELECT = """
            select o.organisation_id, o.parent_id, o.kind, o.name_zh, o.name_en, o.region_code, o.credit_code, o.active,
                   (select count(*) from account a where a.organisation_id = o.organisation_id) as users
            from organisation o where
            """ + Scope.condition("o.region_code", "o.organisation_id");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Organisations(JdbcClient jdbc, AuditTrail audit, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** All regions by code. */
    public List<Region> listRegions() {
        return jdbc.sql("select code, parent_code, level, name_zh, name_en from region order by code")
                .query((row, number) -> new Region(
                        row.getString("code"),
                        row.getString("parent_code"),
                        row.getString("level"),
                        row.getString("name_zh"),
                        row.getString("name_en")))
                .list();
    }

    /** Those in scope, parents before children of a level. */
    public List<View> list(Scope scope) {
        return scope.bind(jdbc.sql(SELECT + " order by o.region_code nulls last, o.organisation_id"))
                .query(Organisations::toView)
                .list();
    }

    /** The organisation, if it is in scope. */
    public Optional<View> find(Scope scope, long id) {
        return scope.bind(jdbc.sql(SELECT + " and o.organisation_id = :id"))
                .param("id", id)
                .query(Organisations::toView)
                .optional();
    }

    public View create(Actor by, Form form) {
        OrganisationKind kind = checked(by, form);
        Optional<String> reason = Reasons.required(form.reason());
        return transaction.execute(status -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            long id = bind(jdbc.sql("""
                            insert into organisation (parent_id, kind, name_zh, name_en, region_code, credit_code, active,
                                created_at, changed_at)
                            values (:parent, :kind, :zh, :en, :region, :credit, :active, :now, :now)
                            returning organisation_id
                            """), kind, form)
                    .param("now", now)
                    .query(Long.class)
                    .single();
            View made = find(Scope.EVERYTHING, id).orElseThrow();
            audit.record(
                    by,
                    Entry.of("organisation.created", KIND, Long.toString(id), null, made)
                            .in(Optional.ofNullable(made.regionCode()))
                            .because(reason));
            return made;
        });
    }

    public View change(Actor by, long id, Form form) {
        View before = require(by.scope(), id);
        OrganisationKind kind = checked(by, form);
        Optional<String> reason = Reasons.required(form.reason());
        return transaction.execute(status -> {
            bind(jdbc.sql("""
                            update organisation set parent_id = :parent, kind = :kind, name_zh = :zh, name_en = :en,
                                region_code = :region, credit_code = :credit, active = :active, changed_at = :now
                            where organisation_id = :id
                            """), kind, form)
                    .param("id", id)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            View after = find(Scope.EVERYTHING, id).orElseThrow();
            audit.record(
                    by,
                    Entry.of("organisation.changed", KIND, Long.toString(id), before, after)
                            .in(Optional.ofNullable(after.regionCode()))
                            .because(reason));
            return after;
        });
    }

    /** Names the regions and enterprises of a scope that do not exist. */
    void check(ScopeForm scope, Fields fields) {
        for (String code : scope.regions() == null ? List.<String>of() : scope.regions()) {
            if (!isRegion(code)) {
                fields.wrong("scope.regions", "unknown-region", "没有行政区划 " + code, "there is no region " + code);
            }
        }
        for (long id : scope.enterprises() == null ? List.<Long>of() : scope.enterprises()) {
            boolean enterprise = find(Scope.EVERYTHING, id)
                    .filter(found -> found.kind().equals(OrganisationKind.ENTERPRISE.label()))
                    .isPresent();
            if (!enterprise) {
                fields.wrong("scope.enterprises", "unknown-enterprise", "没有企业 " + id, "there is no enterprise " + id);
            }
        }
    }

    private OrganisationKind checked(Actor by, Form form) {
        Fields fields = new Fields();
        fields.name("name_zh", form.nameZh());
        Optional<OrganisationKind> kind = Optional.ofNullable(form.kind()).flatMap(OrganisationKind::find);
        if (kind.isEmpty()) {
            fields.wrong("kind", "unknown-value", "没有此类机构", "there is no such kind");
        }
        if (form.regionCode() != null && !isRegion(form.regionCode())) {
            fields.wrong("region_code", "unknown-region", "没有此行政区划", "there is no such region");
        }
        if (form.creditCode() != null && !CreditCode.isValid(form.creditCode())) {
            fields.wrong("credit_code", "bad-check-digit", "不是有效的统一社会信用代码", "is no valid credit code (GB 32100)");
        }
        kind.ifPresent(of -> checkParent(by, of, form.parentId(), fields));
        fields.check();
        if (!by.scope().covers(Optional.ofNullable(form.regionCode()), Optional.empty())) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
        return kind.orElseThrow();
    }

    private void checkParent(Actor by, OrganisationKind kind, @Nullable Long parentId, Fields fields) {
        Optional<OrganisationKind> parent = Optional.ofNullable(parentId)
                .flatMap(id -> find(by.scope(), id))
                .flatMap(found -> OrganisationKind.find(found.kind()));
        boolean fits = parentId == null
                ? kind.parents().isEmpty()
                : parent.filter(kind.parents()::contains).isPresent();
        if (!fits) {
            fields.wrong(
                    "parent_id", "bad-parent", "上级机构不存在，或级别不符", "does not exist or is of a kind that cannot be above");
        }
    }

    private boolean isRegion(String code) {
        return jdbc.sql("select count(*) from region where code = :code")
                        .param("code", code)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private View require(Scope scope, long id) {
        return find(scope, id)
                .orElseThrow(() -> ApiProblem.of(
                        CommonProblem.NOT_FOUND, new Bilingual("没有机构 " + id, "There is no organisation " + id)));
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, OrganisationKind kind, Form form) {
        String zh = String.valueOf(form.nameZh()).strip();
        String en = form.nameEn() == null || form.nameEn().isBlank()
                ? zh
                : form.nameEn().strip();
        return sql.param("parent", form.parentId(), Types.BIGINT)
                .param("kind", kind.label())
                .param("zh", zh)
                .param("en", en)
                .param("region", form.regionCode(), Types.VARCHAR)
                .param("credit", form.creditCode(), Types.VARCHAR)
                .param("active", !Boolean.FALSE.equals(form.active()));
    }

    private static View toView(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent_id");
        @Nullable Long parentId = row.wasNull() ? null : Long.valueOf(parent);
        return new View(
                row.getLong("organisation_id"),
                parentId,
                row.getString("kind"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("region_code"),
                row.getString("credit_code"),
                row.getBoolean("active"),
                row.getInt("users"));
    }
}
