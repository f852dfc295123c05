package io.jianhu.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StandardsIT extends RunningPlatform {

    private static final String STANDARDS = "/api/v1/standards";

    private Caller reader = Caller.of(1);

    @BeforeEach
    void log_in() {
        reader = administrator();
    }

    @Test
    void the_standards_are_for_whoever_is_logged_in() {
        assertThat(anyone().get(STANDARDS + "/editions").problemCode()).isEqualTo("unauthenticated");
        assertThat(anyone().send("POST", STANDARDS + "/topics/AQI", "{}").problemCode())
                .isIn("unauthenticated", "forbidden");
    }

    @Test
    void editions_are_found_by_words_domain_and_the_day_of_the_data() {
        assertThat(ids(get("/editions?domain=air&text=" + encoded("质量 GB 3095") + "&day=2026-02-28")))
                .contains("GB 3095-2012")
                .doesNotContain("GB 3095-2026");
        assertThat(ids(get("/editions?domain=air&text=" + encoded("gb 3095 quality") + "&day=2026-03-01")))
                .contains("GB 3095-2026")
                .doesNotContain("GB 3095-2012");
        assertThat(ids(get("/editions?confidence=two-sources"))).contains("GB 3095-2026");
        assertThat(ids(get("/editions?text=nosuchword"))).isEmpty();
        assertThat(get("/domains")
                        .valueStream()
                        .map(domain -> domain.get("name").asString()))
                .contains("air", "water", "emission");
    }

    @Test
    void an_edition_shows_its_neighbours_and_its_tables() {
        JsonNode detail = get("/edition?id=" + encoded("GB 3095-2026"));
        assertThat(detail.at("/edition/predecessor").asString()).isEqualTo("GB 3095-2012");
        assertThat(detail.at("/edition/from").asString()).isEqualTo("2026-03-01");
        assertThat(detail.at("/edition/to").isNull()).isTrue();
        assertThat(detail.at("/edition/rules").asInt()).isPositive();
        JsonNode table = detail.get("tables")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("air-limits"))
                .findFirst()
                .orElseThrow();
        assertThat(table.get("columns").valueStream().map(JsonNode::asString)).contains("factor", "class2");
        assertThat(table.get("rows").valueStream())
                .allSatisfy(row -> assertThat(row.get("edition").asString()).isEqualTo("GB 3095-2026"));
        assertThat(reader.get(STANDARDS + "/edition?id=GB9").problemCode()).isEqualTo("unknown-edition");
    }

    @Test
    void a_rule_is_found_by_words_and_shown_with_its_clause() {
        JsonNode found =
                get("/rules?table=air-limits&text=" + encoded("pm2.5 year") + "&edition=" + encoded("GB 3095-2012"));
        assertThat(found.get("total").asInt()).isPositive();
        JsonNode rule = get("/rule?id=" + encoded(found.at("/items/0/id").asString()));
        assertThat(rule.at("/rule/clause").asString()).isNotEmpty();
        assertThat(rule.at("/rule/cells/factor").asString()).isEqualTo("PM2.5");
        assertThat(rule.at("/edition/id").asString()).isEqualTo("GB 3095-2012");
        assertThat(reader.get(STANDARDS + "/rule?id=none").problemCode()).isEqualTo("unknown-rule");
    }

    @Test
    void the_pages_of_a_search_hold_every_rule_once() {
        int total = get("/rules?domain=air&limit=1").get("total").asInt();
        JsonNode page = get("/rules?domain=air&limit=50");
        int seen = page.get("items").size();
        while (!page.get("next_cursor").isNull()) {
            page = get("/rules?domain=air&limit=50&cursor="
                    + page.get("next_cursor").asString());
            seen += page.get("items").size();
        }
        assertThat(seen).isEqualTo(total);
    }

    @Test
    void a_table_shows_the_rows_of_a_day() {
        assertThat(get("/tables").valueStream().map(table -> table.get("name").asString()))
                .contains("air-limits");
        assertThat(get("/tables/air-limits?day=2026-02-28")
                        .get("rows")
                        .valueStream()
                        .map(row -> row.get("edition").asString()))
                .isNotEmpty()
                .doesNotContain("GB 3095-2026");
        assertThat(reader.get(STANDARDS + "/tables/none").problemCode()).isEqualTo("unknown-table");
        assertThat(reader.get(STANDARDS + "/tables/air-limits?day=2026-02-30").problemCode())
                .isEqualTo("invalid-fields");
    }

    @Test
    void two_editions_stand_side_by_side_with_what_changed() {
        JsonNode compared = get("/comparison?left=" + encoded("GB 3095-2012") + "&right=" + encoded("GB 3095-2026"));
        assertThat(compared.at("/left/day").asString()).isEqualTo("2026-02-28");
        assertThat(dailyPm25(compared).get("change").asString()).isEqualTo("changed");
        assertThat(dailyPm25(compared).at("/left/cells/class2").asString()).isEqualTo("75");
        assertThat(dailyPm25(compared).at("/right/cells/class2").asString()).isEqualTo("60");

        JsonNode phases = get("/comparison?left=" + encoded("GB 3095-2026") + "&left_day=2026-03-01&right="
                + encoded("GB 3095-2026") + "&right_day=2031-01-01");
        assertThat(phases.at("/right/phase/title_zh").asString()).isNotEmpty();
        assertThat(dailyPm25(phases)
                        .get("cells")
                        .valueStream()
                        .filter(cell -> cell.get("column").asString().equals("class2")))
                .singleElement()
                .satisfies(cell -> assertThat(cell.get("left").asString() + " "
                                + cell.get("right").asString() + " "
                                + cell.get("change").asString())
                        .isEqualTo("60 50 changed"));
        assertThat(reader.get(STANDARDS + "/comparison?left=" + encoded("GB 3095-2012") + "&left_day=2026-03-01&right="
                                + encoded("GB 3095-2026"))
                        .problemCode())
                .isEqualTo("invalid-fields");
    }

    private static JsonNode dailyPm25(JsonNode comparison) {
        return comparison
                .get("tables")
                .valueStream()
                .filter(table -> table.get("name").asString().equals("air-limits"))
                .flatMap(table -> table.get("rows").valueStream())
                .filter(row -> row.at("/key/factor").asString().equals("PM2.5")
                        && row.at("/key/averaging").asString().equals("24h"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_topic_tells_its_inputs_and_answers_with_its_working_and_exact_decimals() {
        assertThat(get("/topics")
                        .valueStream()
                        .flatMap(group -> group.get("topics").valueStream()))
                .anySatisfy(topic -> {
                    assertThat(topic.get("name").asString()).isEqualTo("percentile");
                    assertThat(topic.at("/inputs/0/kind").asString()).isEqualTo("numbers");
                    assertThat(topic.at("/examples/0/values").asString()).isEqualTo("1..365");
                });
        JsonNode answer = judge("percentile", "{\"input\":{\"p\":98,\"values\":\"1..365\"}}");
        assertThat(answer.at("/result/value").isString()).isTrue();
        assertThat(answer.at("/result/value").asString()).startsWith("357.72");
        assertThat(answer.get("working").size()).isPositive();
        assertThat(answer.get("citations").size()).isPositive();
        assertThat(judge("percentile", "{\"input\":{\"p\":50,\"values\":[0.1,0.30000000000000000004]}}")
                        .at("/result/value")
                        .asString())
                .as("decimals of a request are read exactly")
                .startsWith("0.20000000000000000002");
    }

    @Test
    void a_wrong_input_is_answered_with_findings_and_an_unknown_topic_is_refused() {
        JsonNode answer = judge("percentile", "{\"input\":{\"p\":98,\"vales\":\"1..365\"}}");
        assertThat(answer.at("/result/error").asString()).isEqualTo("unknown input");
        assertThat(answer.at("/findings/0/expected").asString()).contains("values");
        assertThat(answer.at("/findings/0/remedy/zh").asString()).containsPattern("\\p{IsHan}");
        assertThat(reader.change("POST", STANDARDS + "/topics/none", "{}").problemCode())
                .isEqualTo("unknown-topic");
    }

    private JsonNode get(String path) {
        Answer answer = reader.get(STANDARDS + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode judge(String topic, String question) {
        Answer answer = reader.change("POST", STANDARDS + "/topics/" + topic, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(one -> one.get("id").asString()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
