package io.jianhu.platform.api.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.jianhu.platform.api.ProblemBody;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description at {@code /openapi}: OpenAPI 3.1 with the two ways to authenticate and the problems described. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String SESSION = "session";
    private static final String TOKEN = "token";
    private static final String PROBLEM_REF = "#/components/schemas/Problem";

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request is not valid; errors names the fields",
            "401", "Neither a session nor a valid token",
            "404", "No such thing, or not yours to see",
            "500", "A mistake of the platform; the log has the incident's number",
            "503", "The database is not available");

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Jianhu 鉴湖")
                        .version("v1")
                        .description("""
                                Frames of HJ 212 devices, kept byte for byte, and what they say. Times are ISO 8601 at \
                                +08:00. Values are decimal strings as the device sent them. Errors are RFC 9457 \
                                problems in two languages; their codes are stable and listed in docs/PROBLEMS.md.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This platform")))
                .components(new Components()
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JIANHU_SESSION")
                                        .description("The pages' session; changes also need the header X-XSRF-TOKEN"
                                                + " with the value of the cookie XSRF-TOKEN"))
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("jh_…")
                                        .description("A token made by ./jianhu token create NAME")))
                .addSecurityItem(new SecurityRequirement().addList(SESSION))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** The describing library reads types with its own mapper, which must name fields as ours does. */
    @Bean
    ModelResolver snakeCaseModels() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper);
    }

    @Bean
    OpenApiCustomizer problemsDescribed(ModelResolver names) {
        return api -> {
            ModelConverters converters = new ModelConverters(true);
            converters.addConverter(names);
            Map<String, Schema> schemas =
                    converters.resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class)).referencedSchemas;
            schemas.forEach((name, schema) ->
                    api.getComponents().addSchemas(name.equals("ProblemBody") ? "Problem" : name, schema));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConfiguration::describeProblems);
        };
    }

    private static void describeProblems(Operation operation) {
        PROBLEMS.forEach((status, description) -> {
            ApiResponse declared = operation.getResponses().get(status);
            String text = declared == null ? description : declared.getDescription();
            operation.getResponses().addApiResponse(status, problem(text));
        });
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(problem("").getContent());
            }
        });
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM_REF))));
    }
}
