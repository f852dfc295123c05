package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.AuditTrail;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.IdentityProblem;
import io.jianhu.platform.identity.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The permission matrix. Roles hold for the whole platform, so only who sees all of it changes them; and nobody puts a
 * permission into a role that they do not have themselves.
 */
@Service
public class Roles {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final String KIND = "role";

    /**
     * What is said of a role; replaced as a whole.
     *
     * @param code only of a new one
     * @param permissions labels of {@link Permission}
     */
    public record Form(
            @Nullable String code,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable List<String> permissions,
            @Nullable String reason) {}

    /** A role as it is shown. @param users how many have it */
    public record View(
            String code, String nameZh, String nameEn, boolean builtIn, List<String> permissions, int users) {}

    private record Facts(String nameZh, String nameEn, List<String> permissions) {
        static Facts of(View role) {
            return new Facts(role.nameZh(), role.nameEn(), role.permissions());
        }
    }

    private static final String SELECT = """
            select code, name_zh, name_en, built_in,
                   array(select permission from role_permission p where p.role_id = r.role_id order by permission)
                       as permissions,
                   (select count(*) from account_role a where a.role_id = r.role_id) as users
            from role r
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Roles(JdbcClient jdbc, Accounts accounts, AuditTrail audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All roles, the built-in ones first. */
    public List<View> listAll() {
        return jdbc.sql(SELECT + " order by built_in desc, role_id")
                .query(Roles::toView)
                .list();
    }

    public View create(Actor by, Form form) {
        Fields fields = new Fields();
        String code = form.code() == null ? "" : form.code().strip();
        if (!CODE.matcher(code).matches()) {
            fields.wrong(
                    "code",
                    "bad-code",
                    "应为 2 至 32 个小写字母、数字或连字符，以字母开头",
                    "must be 2 to 32 small letters, digits or dashes, a letter first");
        }
        List<Permission> permissions = checked(by, form, fields, List.of());
        Optional<String> reason = Reasons.required(form.reason());
        try {
            return transaction.execute(status -> {
                jdbc.sql("insert into role (code, name_zh, name_en) values (:code, :zh, :en)")
                        .param("code", code)
                        .param("zh", String.valueOf(form.nameZh()).strip())
                        .param("en", String.valueOf(form.nameEn()).strip())
                        .update();
                grant(code, permissions);
                View made = require(code);
                audit.record(
                        by,
                        Entry.of("role.created", KIND, code, null, Facts.of(made))
                                .because(reason));
                return made;
            });
        } catch (DuplicateKeyException taken) {
            throw ApiProblem.of(IdentityProblem.ROLE_CODE_TAKEN);
        }
    }

    /** Replaces a role's names and permissions. It holds for all who have it from the next request on. */
    public View change(Actor by, String code, Form form) {
        View before = require(code);
        List<Permission> permissions = checked(by, form, new Fields(), before.permissions());
        Optional<String> reason = Reasons.required(form.reason());
        return transaction.execute(status -> {
            jdbc.sql("update role set name_zh = :zh, name_en = :en where code = :code")
                    .param("code", code)
                    .param("zh", String.valueOf(form.nameZh()).strip())
                    .param("en", String.valueOf(form.nameEn()).strip())
                    .update();
            jdbc.sql("delete from role_permission where role_id = (select role_id from role where code = :code)")
                    .param("code", code)
                    .update();
            grant(code, permissions);
            keepAnAdministrator();
            View after = require(code);
            audit.record(
                    by,
                    Entry.of("role.changed", KIND, code, Facts.of(before), Facts.of(after))
                            .because(reason));
            return after;
        });
    }

    /** Takes a role away from everybody who has it, and itself. */
    public void remove(Actor by, String code, @Nullable String why) {
        View before = require(code);
        mayChangeRoles(by);
        Optional<String> reason = Reasons.required(why);
        if (before.builtIn()) {
            throw ApiProblem.of(IdentityProblem.BUILT_IN_ROLE);
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from role where code = :code").param("code", code).update();
            keepAnAdministrator();
            audit.record(
                    by,
                    Entry.of("role.removed", KIND, code, Facts.of(before), null).because(reason));
        });
    }

    private List<Permission> checked(Actor by, Form form, Fields fields, List<String> held) {
        fields.name("name_zh", form.nameZh());
        fields.name("name_en", form.nameEn());
        List<Permission> permissions = new ArrayList<>();
        for (String label : form.permissions() == null ? List.<String>of() : form.permissions()) {
            Permission.find(label)
                    .ifPresentOrElse(
                            permissions::add,
                            () -> fields.wrong(
                                    "permissions", "unknown-permission", "没有权限 " + label, "there is no " + label));
        }
        fields.check();
        mayChangeRoles(by);
        boolean gives =
                permissions.stream().anyMatch(permission -> !held.contains(permission.label()) && !by.may(permission));
        if (gives) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
        return permissions.stream().distinct().toList();
    }

    private static void mayChangeRoles(Actor by) {
        if (!by.scope().isEverything()) {
            throw ApiProblem.of(IdentityProblem.NOT_YOURS_TO_GIVE);
        }
    }

    private void grant(String code, List<Permission> permissions) {
        jdbc.sql("""
                insert into role_permission (role_id, permission)
                select role_id, permission from role cross join unnest(:permissions) as permission where code = :code
                """)
                .param("code", code)
                .param(
                        "permissions",
                        permissions.stream().map(Permission::label).toArray(String[]::new))
                .update();
    }

    private void keepAnAdministrator() {
        if (!accounts.hasAdministrator()) {
            throw ApiProblem.of(IdentityProblem.LAST_ADMINISTRATOR);
        }
    }

    private View require(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(Roles::toView)
                .optional()
                .orElseThrow(() -> ApiProblem.of(
                        CommonProblem.NOT_FOUND, new Bilingual("没有角色 " + code, "There is no role " + code)));
    }

    private static View toView(ResultSet row, int number) throws SQLException {
        return new View(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getBoolean("built_in"),
                ActorRows.texts(row, "permissions"),
                row.getInt("users"));
    }
}
