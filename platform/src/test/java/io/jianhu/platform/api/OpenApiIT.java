package io.jianhu.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.RunningPlatform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OpenApiIT extends RunningPlatform {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_description_of_the_api_is_that_of_the_code() {
        JsonNode api = anyone().get("/openapi").json();
        String sorted = SORTED.writeValueAsString(SORTED.treeToValue(api, Object.class)) + "\n";
        ReferenceFile.holds("openapi.json", sorted);
    }

    @Test
    void it_is_openapi_3_1_names_fields_as_they_are_sent_and_describes_the_refusals() {
        JsonNode api = anyone().get("/openapi").json();
        assertThat(api.get("openapi").asString()).startsWith("3.1");
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/components/schemas/FrameSummary/properties").has("received_at"))
                .isTrue();
        assertThat(api.at("/components/schemas/Problem/properties").has("remedy_zh"))
                .isTrue();
        List<String> missing = new ArrayList<>();
        api.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    JsonNode refusal = operation.getValue().at("/responses/401/content");
                    if (!refusal.has("application/problem+json")) {
                        missing.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(missing).isEmpty();
        assertThat(api.get("paths").propertyNames())
                .contains(
                        "/api/v1/devices",
                        "/api/v1/devices/{mn}",
                        "/api/v1/devices/{mn}/frames",
                        "/api/v1/devices/{mn}/realtime",
                        "/api/v1/devices/{mn}/observations",
                        "/api/v1/frames/{id}",
                        "/api/v1/commands",
                        "/api/v1/live");
    }
}
