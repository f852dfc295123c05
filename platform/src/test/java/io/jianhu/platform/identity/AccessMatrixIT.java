package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.RunningPlatform;
import io.jianhu.platform.support.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Walks every mapping with every role, once on an object that does not exist and once on one that exists outside the
 * caller's scope. Without the permission both are refused with 403; with it both are absent, in the same words.
 *
 * <p>The walk is made from the mappings of the running platform: a new one is walked as soon as it is there, and one whose
 * address names an object this test has no foreign example of makes it fail.
 */
class AccessMatrixIT extends RunningPlatform {

    private static final String ZHUJI = "330681";
    private static final String FOREIGN_MN = "330602FOREIGN000000000001";

    /** What exists in 越城 or belongs to nobody else than the administrator, by the name of the path variable. */
    private static final Map<String, String> ABSENT = Map.of(
            "mn", "330602ABSENT0000000000001",
            "id", "987654321",
            "login", "nobody.here",
            "name", "no-such-token",
            "frame", "20260101-987654-1");

    /** Roles and standards are the same for everybody who may see them: which there are is no secret among those. */
    private static final Set<Permission> WITHOUT_SCOPE =
            Set.of(Permission.ROLES_READ, Permission.ROLES_WRITE, Permission.STANDARDS_USE);

    /** What a change needs in its body to be judged by its object and not by its fields. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/v1/devices/{mn}",
            "{\"name\": \"x\", \"medium\": \"air\", \"district_code\": \"330681\"}",
            "POST /api/v1/commands",
            "{\"mn\": \"{mn}\", \"cn\": \"2012\", \"reason\": \"x\"}",
            "PUT /api/v1/users/{login}",
            "{\"display_name\": \"x\", \"roles\": [], \"scope\": {\"regions\": [\"330681\"]}, \"reason\": \"x\"}",
            "PUT /api/v1/organisations/{id}",
            "{\"kind\": \"department\", \"parent_id\": 6, \"name_zh\": \"x\", \"region_code\": \"330681\", \"reason\": \"x\"}");

    private static final String REASON = "{\"reason\": \"x\"}";
    private static final Map<String, String> PARAMETERS = Map.of(
            "/api/v1/devices/{mn}/realtime", "?factor=w01018",
            "/api/v1/devices/{mn}/observations", "?kind=hour&factor=w01018");

    private record Endpoint(String method, String path, HandlerMethod handler) {
        boolean namesAnObject() {
            return address().contains("{");
        }

        /** Where the object is named: in the path, for some in the body. */
        String address() {
            return path.contains("{")
                    ? path
                    : BODIES.getOrDefault(toString(), "").replaceAll("^\\{|}$", "");
        }

        boolean isWithoutScope() {
            return permission().filter(WITHOUT_SCOPE::contains).isPresent();
        }

        Optional<Permission> permission() {
            return Optional.ofNullable(handler.getMethodAnnotation(Needs.class)).map(Needs::value);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_mapping_says_what_it_needs() {
        assertThat(endpoints()).hasSizeGreaterThan(30).allSatisfy(endpoint -> {
            long declared = Stream.of(Needs.class, NeedsLogIn.class, NeedsNothing.class)
                    .filter(endpoint.handler()::hasMethodAnnotation)
                    .count();
            assertThat(declared).as("%s declares its need once", endpoint).isOne();
        });
    }

    @Test
    void the_roles_of_a_new_platform_grant_only_what_there_is() {
        Set<String> labels = new TreeSet<>();
        Stream.of(Permission.values()).map(Permission::label).forEach(labels::add);
        Set<String> granted = new TreeSet<>(DB.jdbc()
                .sql("select distinct permission from role_permission")
                .query((row, number) -> row.getString(1))
                .list());
        assertThat(granted).isEqualTo(labels);
    }

    @TestFactory
    Stream<DynamicTest> every_role_is_refused_what_is_not_its_own() throws IOException {
        Map<String, String> foreign = foreignObjects();
        List<String> roles = new ArrayList<>(DB.jdbc()
                .sql("select code from role where built_in order by role_id")
                .query((row, number) -> row.getString(1))
                .list());
        roles.add("");
        List<DynamicTest> tests = new ArrayList<>();
        for (String role : roles) {
            Caller caller = person("walk." + (role.isEmpty() ? "none" : role), role, ZHUJI);
            Set<String> may = permissions(caller);
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.permission().isPresent()) {
                    tests.add(DynamicTest.dynamicTest(
                            (role.isEmpty() ? "no role" : role) + ": " + endpoint,
                            () -> walk(endpoint, caller, may, foreign)));
                }
            }
        }
        return tests.stream();
    }

    private void walk(Endpoint endpoint, Caller caller, Set<String> may, Map<String, String> foreign) {
        boolean allowed = may.contains(endpoint.permission().orElseThrow().label());
        if (endpoint.path().equals("/api/v1/live") && allowed) {
            return; // An event stream never ends: LiveAccessIT.
        }
        Answer absent = call(endpoint, caller, ABSENT);
        if (!allowed) {
            assertThat(absent.status()).isEqualTo(403);
            assertThat(absent.problemCode()).isEqualTo("permission-missing");
        }
        if (!endpoint.namesAnObject()) {
            if (allowed) {
                assertThat(absent.status()).as(absent.toString()).isNotIn(401, 404, 500);
                for (String name : List.of("mn", "frame", "name")) {
                    assertThat(absent.text())
                            .as("a list holds nothing foreign")
                            .doesNotContain('"' + foreign.get(name) + '"');
                }
                assertThat(absent.text()).doesNotContain("\"login\":\"" + ADMIN + '"');
            }
            return;
        }
        Answer notYours = call(endpoint, caller, foreign);
        assertThat(notYours.status()).isEqualTo(absent.status());
        if (allowed && !endpoint.isWithoutScope()) {
            assertThat(notYours.status()).as(notYours.toString()).isEqualTo(404);
            assertThat(neutral(notYours, endpoint, foreign)).isEqualTo(neutral(absent, endpoint, ABSENT));
        }
    }

    /** The answer with the object's name taken out. */
    private static String neutral(Answer answer, Endpoint endpoint, Map<String, String> objects) {
        String name = Pattern.quote(object(endpoint, objects));
        return answer.text().replaceAll("(?<!\\w)" + name + "(?!\\w)", "…");
    }

    private static Answer call(Endpoint endpoint, Caller caller, Map<String, String> objects) {
        String address = endpoint.path().replaceAll("\\{[^/]*}", object(endpoint, objects))
                + PARAMETERS.getOrDefault(endpoint.path(), "");
        return endpoint.method().equals("GET")
                ? caller.get(address)
                : caller.change(
                        endpoint.method(),
                        address,
                        BODIES.getOrDefault(endpoint.toString(), REASON).replace("{mn}", objects.get("mn")));
    }

    private static String object(Endpoint endpoint, Map<String, String> objects) {
        if (!endpoint.namesAnObject()) {
            return "";
        }
        String variable = endpoint.address().replaceAll(".*\\{([^/]*)}.*", "$1");
        if (endpoint.isWithoutScope()) {
            return "no-such-thing";
        }
        String name = endpoint.path().startsWith("/api/v1/frames/")
                ? "frame"
                : endpoint.path().startsWith("/api/v1/organisations/") && objects != ABSENT ? "organisation" : variable;
        return Objects.requireNonNull(
                objects.get(name), () -> endpoint + " names an object this walk has no foreign example of");
    }

    private Map<String, String> foreignObjects() throws IOException {
        Caller admin = administrator();
        assertThat(admin.change(
                                "PUT",
                                "/api/v1/devices/" + FOREIGN_MN,
                                "{\"name\": \"x\", \"medium\": \"waste-water\", \"district_code\": \"330602\"}")
                        .status())
                .isBetween(200, 201);
        try (Wire wire = new Wire(hj212Port())) {
            wire.send(Fleet.frame(FOREIGN_MN, LocalDateTime.now(clock)));
            assertThat(wire.find(Duration.ofSeconds(20))).isPresent();
        }
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put("mn", FOREIGN_MN);
        objects.put(
                "frame",
                admin.get("/api/v1/devices/" + FOREIGN_MN + "/frames")
                        .json()
                        .at("/items/0/id")
                        .asString());
        objects.put(
                "id",
                admin.change(
                                "POST",
                                "/api/v1/commands",
                                "{\"mn\": \"" + FOREIGN_MN
                                        + "\", \"cn\": \"2012\", \"parameters\": {}, \"reason\": \"x\"}")
                        .json()
                        .get("id")
                        .asString());
        objects.put("login", ADMIN);
        objects.put(
                "organisation",
                DB.jdbc()
                        .sql(
                                "select organisation_id from organisation where kind = 'district' and region_code = '330602'")
                        .query(Long.class)
                        .single()
                        .toString());
        admin.change(
                "POST",
                "/api/v1/tokens",
                "{\"name\": \"foreign-token\", \"days\": 1, \"permissions\": [], \"scope\": {\"everything\": true},"
                        + " \"reason\": \"x\"}");
        objects.put("name", "foreign-token");
        assertThat(objects.values()).doesNotContain("");
        return objects;
    }

    private static Set<String> permissions(Caller caller) {
        Set<String> may = new TreeSet<>();
        for (JsonNode label : caller.get("/api/v1/session").json().get("permissions")) {
            may.add(label.asString());
        }
        return may;
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> methods(mapping)
                        .forEach(method -> mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith("/api/"))
                                .forEach(path -> endpoints.add(new Endpoint(method, path, handler)))));
        endpoints.sort(Comparator.comparing(Endpoint::toString));
        return endpoints;
    }

    private static List<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
    }
}
