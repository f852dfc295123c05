package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

class AccessIT extends RunningPlatform {

    /** Open to everybody, on purpose. Log-in and log-out let somebody in or out; the rest tells nothing. */
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/session",
            "DELETE /api/v1/session",
            "GET /api/v1/meta",
            "GET /actuator/health",
            "GET /actuator/health/**");

    @Autowired
    private ApplicationContext context;

    @Test
    void without_credentials_every_path_of_programs_answers_401_but_for_the_public_ones() {
        Set<String> closed = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        endpoints().forEach(endpoint -> {
            String method = endpoint.split(" ")[0];
            String path = endpoint.split(" ")[1].replaceAll("\\{[^/]*\\}", "1").replace("/**", "/1");
            Answer answer = anyone().send(method, path, method.equals("GET") ? "" : "{}");
            (answer.status() == 401 ? closed : open).add(endpoint);
            if (answer.status() == 401) {
                assertThat(answer.problemCode()).as(endpoint).isEqualTo("unauthenticated");
                assertThat(answer.json().get("remedy_zh").asString())
                        .as(endpoint)
                        .isNotEmpty();
            }
        });
        assertThat(closed).as("the walk found the endpoints").contains("PUT /api/v1/devices/{mn}");
        assertThat(PUBLIC).as("open without being meant to be").containsAll(open);
    }

    @Test
    void what_does_not_exist_tells_a_stranger_nothing() {
        assertThat(anyone().get("/api/v1/no-such-thing").status()).isEqualTo(401);
        assertThat(administrator().get("/api/v1/no-such-thing").problemCode()).isEqualTo("not-found");
    }

    @Test
    void a_stranger_learns_that_the_platform_is_up_but_not_how_it_is_built() {
        Answer health = anyone().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().has("components")).isFalse();
        assertThat(administrator().get("/actuator/health").json().has("components"))
                .isTrue();
        assertThat(anyone().get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void the_pages_learn_before_a_log_in_what_they_are_pages_of() {
        Answer meta = anyone().get("/api/v1/meta");
        assertThat(meta.status()).isEqualTo(200);
        assertThat(meta.json().get("name_zh").asString()).isEqualTo("鉴湖");
        assertThat(meta.json().get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(meta.json().get("http_port").asInt()).isPositive();
        assertThat(meta.json().has("hj212_port")).isTrue();
        assertThat(meta.json().get("now").asString()).endsWith("+08:00");
    }

    @Test
    void the_description_of_the_interface_is_public() {
        Answer openapi = anyone().get("/openapi");
        assertThat(openapi.status()).isEqualTo(200);
        assertThat(openapi.json().get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void every_answer_tells_the_browser_to_run_and_load_only_what_is_ours() {
        Answer answer = anyone().get("/api/v1/session");
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("script-src 'self';")
                        .contains("frame-ancestors 'none'"));
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("only https may promise https")
                .isEmpty();
    }

    private Stream<String> endpoints() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessIT::endpoints)
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /actuator"))
                .distinct();
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> names = methods.isEmpty()
                ? Stream.of(HttpMethod.GET.name())
                : methods.stream().map(RequestMethod::name);
        return names.flatMap(method -> mapping.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
