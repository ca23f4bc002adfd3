// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases;

import be.onthaal.common.Message;
import be.onthaal.database.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.JSONB;

/** The sentence that says why a case is due when it is, as jsonb and back with its dates. */
final class Explanation {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Explanation() {}

    static JSONB of(Message message) {
        return Json.of(message);
    }

    static Message read(JSONB json) {
        return restored(Json.read(json, Message.class));
    }

    private static Message restored(Message message) {
        List<Object> arguments = message.arguments().stream().map(Explanation::restored).toList();
        return new Message(message.key(), arguments);
    }

    private static Object restored(Object argument) {
        return switch (argument) {
            case String text when DATE.matcher(text).matches() -> LocalDate.parse(text);
            case Map<?, ?> nested -> nested(nested);
            default -> argument;
        };
    }

    private static Message nested(Map<?, ?> parts) {
        List<?> arguments = parts.get("arguments") instanceof List<?> list ? list : List.of();
        return restored(new Message(String.valueOf(parts.get("key")), List.copyOf(arguments)));
    }
}
