package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UsersIT extends RunningPlatform {

    private Caller admin = Caller.of(1);

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void a_new_user_gets_a_password_once_and_must_change_it_before_anything_else() {
        Answer made = admin.change("POST", "/api/v1/users", """
                {"login": "chen.jie", "display_name": "陈洁", "roles": ["district-officer"],
                 "scope": {"regions": ["330681"]}, "reason": "新入职"}""");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String password = made.json().get("password").asString();
        assertThat(admin.get("/api/v1/users/chen.jie").text()).doesNotContain(password);

        Caller chen = anyone();
        JsonNode session = chen.logIn("chen.jie", password).json();
        assertThat(session.get("must_change_password").asBoolean()).isTrue();
        assertThat(chen.get("/api/v1/devices").problemCode()).isEqualTo("password-change-required");

        assertThat(change(chen, password, "short").problemCode()).isEqualTo("invalid-fields");
        assertThat(change(chen, "not it", PERSONS_PASSWORD)
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("wrong-password");
        assertThat(change(chen, password, PERSONS_PASSWORD).status()).isEqualTo(204);
        assertThat(chen.get("/api/v1/devices").status()).isEqualTo(200);
        assertThat(change(chen, PERSONS_PASSWORD, password)
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("password-used-before");
    }

    @Test
    void a_role_taken_away_is_gone_at_the_next_request_of_the_open_session() {
        Caller officer = person("zhou.role", "district-officer", "330681");
        assertThat(officer.get("/api/v1/commands").status()).isEqualTo(200);

        assertThat(change("zhou.role", "[]", "[\"330681\"]", "true").status()).isEqualTo(200);

        Answer refused = officer.get("/api/v1/commands");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problemCode()).isEqualTo("permission-missing");
        assertThat(refused.json().get("detail_zh").asString()).contains("查看反控工单");
        assertThat(officer.get("/api/v1/session").status())
                .as("still logged in")
                .isEqualTo(200);
    }

    @Test
    void a_permission_taken_out_of_a_role_is_gone_at_the_next_request_too() {
        admin.change("POST", "/api/v1/roles", """
                {"code": "reader", "name_zh": "查看", "name_en": "Reader", "permissions": ["devices.read", "findings.read"],
                 "reason": "x"}""");
        Caller reader = person("li.reader", "reader", "330681");
        assertThat(reader.get("/api/v1/findings").status()).isEqualTo(200);
        admin.change("PUT", "/api/v1/roles/reader", """
                {"name_zh": "查看", "name_en": "Reader", "permissions": ["devices.read"], "reason": "x"}""");
        assertThat(reader.get("/api/v1/findings").status()).isEqualTo(403);
        assertThat(admin.change("POST", "/api/v1/roles/reader/remove", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(204);
        assertThat(reader.get("/api/v1/devices").status()).isEqualTo(403);
    }

    @Test
    void a_disabled_user_is_out_at_once_and_cannot_come_back() {
        Caller wu = person("wu.out", "monitoring-operator", "330681");
        assertThat(change("wu.out", "[\"monitoring-operator\"]", "[\"330681\"]", "false")
                        .status())
                .isEqualTo(200);
        assertThat(wu.get("/api/v1/devices").status()).isEqualTo(401);
        assertThat(anyone().logIn("wu.out", PERSONS_PASSWORD).problemCode()).isEqualTo("wrong-credentials");
    }

    @Test
    void nobody_gives_what_they_do_not_have() {
        Caller manager = manager("ma.manager");
        assertThat(manager.change("POST", "/api/v1/users", user("new.one", "administrator", "330681"))
                        .problemCode())
                .isEqualTo("not-yours-to-give");
        assertThat(manager.change("POST", "/api/v1/users", user("new.one", "users-of-zhuji", "330602"))
                        .problemCode())
                .isEqualTo("not-yours-to-give");
        assertThat(manager.change("POST", "/api/v1/users", user("new.one", "users-of-zhuji", "330681"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nobody_takes_over_an_account_that_may_more_than_they() {
        Caller manager = manager("mao.manager");
        person("boss.zhuji", "administrator", "330681");
        Answer answer = manager.change("POST", "/api/v1/users/boss.zhuji/reset-password", "{\"reason\": \"x\"}");
        assertThat(answer.problemCode()).isEqualTo("not-yours-to-give");
        assertThat(manager.get("/api/v1/users").text()).contains("boss.zhuji").doesNotContain("\"admin\"");
    }

    @Test
    void an_administrator_always_remains() {
        Answer answer = change(ADMIN, "[]", "[\"330681\"]", "true");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problemCode()).isEqualTo("last-administrator");
        assertThat(admin.get("/api/v1/users").status())
                .as("nothing was changed")
                .isEqualTo(200);
    }

    @Test
    void a_change_without_a_reason_is_not_taken() {
        Answer answer = admin.change(
                "POST",
                "/api/v1/users",
                user("reason.less", "auditor", "330681").replace("\"reason\": \"x\"", "\"reason\": \" \""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problemCode()).isEqualTo("reason-missing");
    }

    @Test
    void a_reset_password_logs_out_and_must_be_changed() {
        Caller sun = person("sun.reset", "auditor", "330681");
        String given = admin.change("POST", "/api/v1/users/sun.reset/reset-password", "{\"reason\": \"忘记\"}")
                .json()
                .get("password")
                .asString();
        assertThat(sun.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(anyone().logIn("sun.reset", PERSONS_PASSWORD).status()).isEqualTo(401);
        assertThat(anyone().logIn("sun.reset", given)
                        .json()
                        .get("must_change_password")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void organisations_hang_together() {
        Answer wrong = admin.change("POST", "/api/v1/organisations", """
                {"kind": "grid", "parent_id": 1, "name_zh": "网格", "credit_code": "91350100M000100Y44", "reason": "x"}""");
        assertThat(wrong.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("code").asString()))
                .containsExactly("bad-check-digit", "bad-parent");
        Answer good = admin.change("POST", "/api/v1/organisations", """
                {"kind": "enterprise", "parent_id": 1, "name_zh": "鉴水印染示例厂", "region_code": "330681",
                 "credit_code": "91350100M000100Y43", "reason": "x"}""");
        assertThat(good.status()).as(good.toString()).isEqualTo(201);
    }

    @Test
    void an_enterprise_sees_its_own_devices_and_no_others() {
        long enterprise = admin.change("POST", "/api/v1/organisations", """
                        {"kind": "enterprise", "parent_id": 1, "name_zh": "镜湖电镀示例厂", "region_code": "330602", "reason": "x"}""")
                .json()
                .get("id")
                .asLong();
        admin.change("PUT", "/api/v1/devices/OWN-1", """
                {"name": "a", "medium": "air", "district_code": "330602", "organisation_id": %d}""".formatted(enterprise));
        admin.change("PUT", "/api/v1/devices/OWN-2", """
                {"name": "b", "medium": "air", "district_code": "330602"}""");
        Caller own = person("own.user", "enterprise-user", "330683");
        admin.change("PUT", "/api/v1/users/own.user", """
                {"display_name": "x", "roles": ["enterprise-user"], "scope": {"enterprises": [%d]}, "reason": "x"}""".formatted(enterprise));
        assertThat(own.get("/api/v1/devices")
                        .json()
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("mn").asString()))
                .containsExactly("OWN-1");
        assertThat(own.get("/api/v1/devices/OWN-2").status()).isEqualTo(404);
        admin.change("PUT", "/api/v1/devices/OWN-1", """
                {"name": "renamed", "medium": "air", "district_code": "330602"}""");
        assertThat(own.get("/api/v1/devices/OWN-1").status())
                .as("whose it is stays where it is not mentioned")
                .isEqualTo(200);
        assertThat(own.get("/api/v1/overview").json().at("/devices/total").asInt())
                .isOne();
    }

    private Caller manager(String login) {
        admin.change("POST", "/api/v1/roles", """
                {"code": "users-of-zhuji", "name_zh": "诸暨用户管理", "name_en": "Users of Zhuji",
                 "permissions": ["users.read", "users.write"], "reason": "x"}""");
        return person(login, "users-of-zhuji", "330681");
    }

    private static String user(String login, String role, String region) {
        return """
                {"login": "%s", "display_name": "x", "roles": ["%s"], "scope": {"regions": ["%s"]}, "reason": "x"}""".formatted(login, role, region);
    }

    private Answer change(String login, String roles, String regions, String active) {
        return admin.change("PUT", "/api/v1/users/" + login, """
                {"display_name": "x", "active": %s, "roles": %s, "scope": {"regions": %s}, "reason": "x"}""".formatted(active, roles, regions));
    }

    private static Answer change(Caller caller, String current, String wanted) {
        return caller.change("PUT", "/api/v1/account/password", """
                {"current_password": "%s", "new_password": "%s"}""".formatted(current, wanted));
    }
}
