package io.jianhu.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegistrationIT extends RunningPlatform {

    private static final String GOOD = """
            {"name": " 柯桥印染集聚区 1 号口 ", "medium": "waste-water", "district_code": "330603",
             "longitude": 120.4932, "latitude": 30.0891, "edition": "2017", "password": "123456",
             "sm4_key": "0123456789ABCDEFFEDCBA9876543210"}
            """;

    private Caller admin = Caller.of(1);

    @BeforeEach
    void log_in() {
        admin = administrator();
    }

    @Test
    void a_device_is_entered_and_then_changed() {
        Answer created = admin.change("PUT", "/api/v1/devices/PUT-1", GOOD);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("name").asString()).isEqualTo("柯桥印染集聚区 1 号口");
        assertThat(created.json().get("district_name").asString()).isEqualTo("柯桥区");
        assertThat(created.json().get("district_name_en").asString()).isEqualTo("Keqiao");
        assertThat(created.json().get("registered_at").asString()).endsWith("+08:00");

        Answer changed = admin.change("PUT", "/api/v1/devices/PUT-1", "{\"name\":\"新名称\",\"medium\":\"other\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("name").asString()).isEqualTo("新名称");
        assertThat(changed.json().get("district_code").isNull()).isTrue();
        assertThat(changed.json().get("has_password").asBoolean())
                .as("a secret that is not mentioned stays")
                .isTrue();
    }

    @Test
    void secrets_are_taken_and_never_given_back() {
        Answer created = admin.change("PUT", "/api/v1/devices/PUT-2", GOOD);
        assertThat(created.text()).doesNotContain("123456").doesNotContainIgnoringCase("0123456789ABCDEF");
        assertThat(created.json().get("has_password").asBoolean()).isTrue();
        assertThat(created.json().get("has_sm4_key").asBoolean()).isTrue();
    }

    @Test
    void every_wrong_field_is_named_with_a_code_in_two_languages() {
        Answer answer = admin.change("PUT", "/api/v1/devices/PUT%203", """
                        {"name": "", "medium": "soil", "district_code": "110101", "longitude": 181, "latitude": 30,
                         "edition": "2011", "password": "a;b", "sm4_key": "12"}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problemCode()).isEqualTo("invalid-fields");
        assertThat(answer.json().get("errors").valueStream().map(RegistrationIT::fieldAndCode))
                .containsExactly(
                        "mn not-an-mn",
                        "name required",
                        "medium unknown-value",
                        "district_code unknown-value",
                        "longitude out-of-range",
                        "edition unknown-value",
                        "password bad-password",
                        "sm4_key bad-key");
        assertThat(answer.json().get("errors").valueStream()).allSatisfy(error -> {
            assertThat(error.get("message").asString()).isNotBlank();
            assertThat(error.get("message_zh").asString()).containsPattern("\\p{IsHan}");
        });
        assertThat(answer.json().at("/errors/2/message").asString()).contains("waste-water, flue-gas");
    }

    @Test
    void half_a_place_is_refused() {
        Answer answer =
                admin.change("PUT", "/api/v1/devices/PUT-4", "{\"name\":\"x\",\"medium\":\"air\",\"longitude\":120.5}");
        assertThat(fieldAndCode(answer.json().at("/errors/0"))).isEqualTo("latitude one-without-the-other");
    }

    @Test
    void a_misspelt_field_is_not_silently_lost() {
        Answer answer =
                admin.change("PUT", "/api/v1/devices/PUT-5", "{\"name\":\"x\",\"medium\":\"air\",\"lon\":120.5}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void an_import_enters_the_good_rows_and_names_the_bad_ones() {
        admin.change("PUT", "/api/v1/devices/IMPORT-1", GOOD);
        Answer answer = admin.change("POST", "/api/v1/devices/import", """
                        {"devices": [
                          {"mn": "IMPORT-1", "name": "一", "medium": "air"},
                          {"mn": "IMPORT-2", "name": "二", "medium": "noise", "longitude": 120.6, "latitude": 29.9},
                          {"mn": "IMPORT-3", "name": "三", "medium": "none"},
                          {"mn": "IMPORT-2", "name": "又二", "medium": "noise"},
                          {"name": "无", "medium": "noise"}]}""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("created").asInt()).isOne();
        assertThat(answer.json().get("updated").asInt()).isOne();
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("index").asInt() + " "
                                + error.get("mn").asString() + " " + fieldAndCode(error)))
                .containsExactly("2 IMPORT-3 medium unknown-value", "3 IMPORT-2 mn repeated", "4  mn required");
    }

    @Test
    void an_import_takes_a_thousand_rows_and_no_more() {
        assertThat(admin.change("POST", "/api/v1/devices/import", rows(1_000))
                        .json()
                        .get("created")
                        .asInt())
                .isEqualTo(1_000);
        Answer tooMany = admin.change("POST", "/api/v1/devices/import", rows(1_001));
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(fieldAndCode(tooMany.json().at("/errors/0"))).isEqualTo("devices size");
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"mn\":\"BULK-%d\",\"name\":\"第 %d 个\",\"medium\":\"flue-gas\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"devices\":[", "]}"));
    }

    private static String fieldAndCode(JsonNode error) {
        return error.get("field").asString() + " " + error.get("code").asString();
    }
}
