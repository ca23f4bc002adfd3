// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.probe;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** JSON with something sensible in every field that a call asks, read off the call itself. */
final class ProbeBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> TEXTS =
            Map.of(
                    "email", "iemand@voorbeeld.be",
                    "phone", "03 444 55 66",
                    "enterpriseNumber", "0207.445.195",
                    "locale", "nl",
                    "words", "Kanarie",
                    "type", "information-question",
                    "result", "answered",
                    "barcode", "RR123456785BE",
                    "book", "");

    private ProbeBody() {}

    /** The body that the handler reads, with these ids; an empty object when it reads none. */
    static String of(HandlerMethod handler, Map<String, String> ids) {
        Optional<MethodParameter> body =
                Stream.of(handler.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .findFirst();
        return body.map(parameter ->
                        JSON.writeValueAsString(record(parameter.getParameterType(), ids)))
                .orElse("{}");
    }

    private static Map<String, Object> record(Class<?> type, Map<String, String> ids) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(
                    component.getName(),
                    value(component.getName(), component.getGenericType(), ids));
        }
        return fields;
    }

    private static Object value(String name, Type type, Map<String, String> ids) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Map.class) {
                return Map.of();
            }
            Object one = value(name, generic.getActualTypeArguments()[0], ids);
            return generic.getRawType() == List.class ? List.of(one) : one;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("No sample of " + type);
        }
        if (plain.isEnum()) {
            return ((Enum<?>) plain.getEnumConstants()[0]).name();
        }
        if (plain.isRecord()) {
            return record(plain, ids);
        }
        if (plain == UUID.class) {
            String known = ids.get(name.equals("handler") ? "employee" : name);
            return known == null ? new UUID(0, 1).toString() : known;
        }
        if (plain == LocalDate.class) {
            return "2026-11-20";
        }
        if (plain == Instant.class) {
            return "2026-11-20T09:00:00Z";
        }
        if (plain == Integer.class) {
            return 1;
        }
        return plain == Boolean.class ? true : TEXTS.getOrDefault(name, "Iets");
    }
}
