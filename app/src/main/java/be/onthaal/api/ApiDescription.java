// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** What {@code /api/openapi} says beside what the handlers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String ABOUT =
            "Cases, customers, contacts and post of one authority, for programs that it trusts. "
                    + "A token is made by an administrator under /beheer/koppelingen. Every "
                    + "reading of a person is logged. Problems are RFC 9457 with a stable code; "
                    + "all codes are at /api/problems.";

    @Bean
    OpenAPI openApi() {
        var token = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Onthaal")
                                .version("1")
                                .description(ABOUT)
                                .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .components(
                        new Components()
                                .addSecuritySchemes("token", token)
                                .addSchemas("Problem", problem()));
    }

    @Bean
    OperationCustomizer problemsAndKeys() {
        return (operation, handler) -> {
            operation.getResponses().addApiResponse("default", refusal());
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                changes(operation);
            }
            return operation;
        };
    }

    private static void changes(Operation operation) {
        operation.addParametersItem(
                new HeaderParameter()
                        .name("Idempotency-Key")
                        .description("The same key and request is done once, for 48 hours")
                        .example("8e0f7f1c-9a55-4a3e-9d0e-3b6f6f6d2a11")
                        .schema(new StringSchema().maxLength(200)));
        List<String> conditional =
                List.of("closeCase", "assignCase", "addDocumentVersion", "describeDocument");
        if (conditional.contains(operation.getOperationId())) {
            operation.addParametersItem(
                    new HeaderParameter()
                            .name("If-Match")
                            .required(true)
                            .description("The ETag of it as it was seen")
                            .example("\"3\"")
                            .schema(new StringSchema()));
        }
        String made =
                operation.getOperationId().matches("(open|record|register|create).*")
                        ? "201"
                        : "200";
        ApiResponse usual = operation.getResponses().remove("200");
        if (usual != null) {
            operation.getResponses().addApiResponse(made, usual.description("Done"));
        }
    }

    private static ApiResponse refusal() {
        var body = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("A problem: its code says which, its detail says what to do")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json", new MediaType().schema(body)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema().example("/api/problems#cases.changed"))
                .addProperty("title", new StringSchema().example("Precondition Failed"))
                .addProperty("status", new IntegerSchema().example(412))
                .addProperty("code", new StringSchema().example("cases.changed"))
                .addProperty("detail", new StringSchema().description("A sentence for people"))
                .addProperty("request", new StringSchema().description("Found back in the log"))
                .required(List.of("type", "title", "status", "code", "detail", "request"));
    }
}
