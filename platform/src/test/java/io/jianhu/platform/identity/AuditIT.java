package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.identity.AuditTrail.Entry;
import io.jianhu.platform.identity.internal.TestAudit;
import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditIT extends RunningPlatform {

    private Caller admin = Caller.of(1);

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void a_change_tells_who_what_why_before_and_after_and_from_where() {
        admin.change("PUT", "/api/v1/devices/AUDIT-1", """
                {"name": "旧名", "medium": "air", "district_code": "330681", "password": "123456"}""");
        admin.change("PUT", "/api/v1/devices/AUDIT-1", """
                {"name": "新名", "medium": "air", "district_code": "330681", "reason": "更名"}""");
        JsonNode entry = newest("object_kind=device&object_id=AUDIT-1");
        assertThat(entry.get("actor").asString()).isEqualTo(ADMIN);
        assertThat(entry.get("action").asString()).isEqualTo("device.changed");
        assertThat(entry.get("reason").asString()).isEqualTo("更名");
        assertThat(entry.at("/before/name").asString()).isEqualTo("旧名");
        assertThat(entry.at("/after/name").asString()).isEqualTo("新名");
        assertThat(entry.at("/after/has_password").asBoolean()).isTrue();
        assertThat(entry.get("region").asString()).isEqualTo("330681");
        assertThat(entry.get("peer").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.get("at").asString()).endsWith("+08:00");
        assertThat(entry.toString()).doesNotContain("123456");
    }

    @Test
    void an_order_is_recorded_when_given_and_when_taken_back() {
        admin.change("PUT", "/api/v1/devices/AUDIT-2", "{\"name\": \"x\", \"medium\": \"air\"}");
        String id =
                admin.change("POST", "/api/v1/commands", """
                        {"mn": "AUDIT-2", "cn": "2012", "parameters": {}, "reason": "停止"}""").json().get("id").asString();
        admin.change("POST", "/api/v1/commands/" + id + "/cancel", "{\"reason\": \"误发\"}");
        JsonNode items = admin.get("/api/v1/audit?object_kind=order&object_id=" + id)
                .json()
                .get("items");
        assertThat(items.valueStream()
                        .map(item -> item.get("action").asString() + " "
                                + item.get("reason").asString()))
                .containsExactly("order.cancelled 误发", "order.given 停止");
        assertThat(items.get(0).at("/after/mn").asString()).isEqualTo("AUDIT-2");
    }

    @Test
    void a_look_at_a_password_needs_a_reason_and_is_recorded() {
        admin.change("PUT", "/api/v1/devices/AUDIT-3", """
                {"name": "x", "medium": "air", "password": "s3cret-pw"}""");
        String path = "/api/v1/devices/AUDIT-3/password/reveal";
        assertThat(admin.change("POST", path, "{}").problemCode()).isEqualTo("reason-missing");
        Answer seen = admin.change("POST", path, "{\"reason\": \"现场调试\"}");
        assertThat(seen.json().get("password").asString()).isEqualTo("s3cret-pw");
        JsonNode entry = newest("object_kind=device&object_id=AUDIT-3");
        assertThat(entry.get("action").asString()).isEqualTo("device.password-seen");
        assertThat(entry.get("reason").asString()).isEqualTo("现场调试");
    }

    @Test
    void an_export_is_complete_safe_in_a_spreadsheet_and_itself_recorded() {
        admin.change("PUT", "/api/v1/devices/AUDIT-4", """
                {"name": "x", "medium": "air", "reason": "=cmd|' /C calc'!A0"}""");
        Answer csv = admin.get("/api/v1/audit/export?object_id=AUDIT-4");
        assertThat(csv.text())
                .startsWith("\ufeffentry_no,at,actor")
                .contains("'=cmd|")
                .doesNotContain(",=cmd|");
        assertThat(newest("action=audit.exported").get("actor").asString()).isEqualTo(ADMIN);
    }

    @Test
    void a_district_auditor_sees_the_entries_about_its_devices_and_no_others() {
        admin.change("PUT", "/api/v1/devices/AUDIT-5", """
                {"name": "x", "medium": "air", "district_code": "330681"}""");
        admin.change("PUT", "/api/v1/devices/AUDIT-6", """
                {"name": "x", "medium": "air", "district_code": "330602"}""");
        Caller auditor = person("audit.zhuji", "auditor", "330681");
        JsonNode items = auditor.get("/api/v1/audit?limit=1000").json().get("items");
        assertThat(items.valueStream().map(item -> item.get("region").asString()))
                .containsOnly("330681");
        assertThat(items.valueStream().map(item -> item.get("object_id").asString()))
                .contains("AUDIT-5")
                .doesNotContain("AUDIT-6");
    }

    @Test
    void pages_follow_each_other_without_gaps() {
        for (int i = 0; i < 7; i++) {
            admin.change("PUT", "/api/v1/devices/AUDIT-PAGES", "{\"name\": \"x%d\", \"medium\": \"air\"}".formatted(i));
        }
        String first = "/api/v1/audit?object_id=AUDIT-PAGES&limit=3";
        JsonNode page = admin.get(first).json();
        int count = 0;
        while (true) {
            count += page.get("items").size();
            if (page.get("next_cursor").isNull()) {
                break;
            }
            page = admin.get(first + "&cursor=" + page.get("next_cursor").asString())
                    .json();
        }
        assertThat(count).isEqualTo(7);
    }

    @Test
    void the_chain_of_the_running_platform_holds() {
        assertThat(admin.get("/api/v1/audit/chain").json().get("broken_at").isNull())
                .isTrue();
        assertThat(jianhu(DB.url())).startsWith("OK: ");
    }

    @Test
    void an_edited_line_is_named_by_its_number() {
        try (TestDatabase db = TestDatabase.fresh()) {
            AuditTrail trail = TestAudit.over(db.dataSource(), Clock.systemUTC());
            for (int i = 1; i <= 9; i++) {
                trail.record(
                        Actor.system(), Entry.of("device.changed", "device", "MN-" + i, null, Map.of("name", "名" + i)));
            }
            assertThat(jianhu(db.url())).startsWith("OK: 9 audit entries");

            assertThatThrownBy(() -> db.jdbc()
                            .sql("delete from audit where entry_no = 5")
                            .update())
                    .hasMessageContaining("append-only");
            db.jdbc().sql("alter table audit disable trigger audit_append_only").update();
            db.jdbc()
                    .sql("update audit set after = '{\"name\": \"别名\"}' where entry_no = 6")
                    .update();

            assertThat(jianhu(db.url())).startsWith("BROKEN audit entry 6: what it says was changed.");
            db.jdbc().sql("delete from audit where entry_no = 3").update();
            assertThat(jianhu(db.url())).startsWith("BROKEN audit entry 4: entries before it are missing.");
        }
    }

    @Test
    void many_at_once_make_one_chain_without_gaps() {
        try (TestDatabase db = TestDatabase.fresh()) {
            AuditTrail trail = TestAudit.over(db.dataSource(), Clock.systemUTC());
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 200; i++) {
                    threads.execute(
                            () -> trail.record(Actor.system(), Entry.of("device.changed", "device", "MN", null, null)));
                }
            }
            assertThat(jianhu(db.url())).startsWith("OK: 200 audit entries");
        }
    }

    private JsonNode newest(String query) {
        return admin.get("/api/v1/audit?limit=1&" + query).json().at("/items/0");
    }

    private static String jianhu(String url) {
        CliCommand command = ServiceLoader.load(CliCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals("verify-chain"))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Database database = Database.connect(new DatabaseSettings(Path.of("target/test-data"), Optional.of(url)));
                PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            command.run(List.of("audit"), database, out);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
