// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The header fields of one part that we use, as raw bytes, within the limits. */
final class HeaderBlock {

    private static final int FIELDS_OF_ONE_NAME = 20;
    private static final Set<String> USED =
            Set.of(
                    "message-id",
                    "in-reply-to",
                    "references",
                    "from",
                    "sender",
                    "reply-to",
                    "to",
                    "cc",
                    "subject",
                    "date",
                    "return-path",
                    "content-type",
                    "content-transfer-encoding",
                    "content-disposition",
                    "content-id",
                    "auto-submitted",
                    "x-auto-response-suppress",
                    "x-autoreply",
                    "x-autorespond",
                    "x-auto-reply-from",
                    "x-vacation",
                    "x-failed-recipients",
                    "precedence",
                    "x-precedence",
                    "list-id",
                    "list-post",
                    "list-unsubscribe");

    private final Map<String, List<byte[]>> fields = new HashMap<>();
    private int size;
    private boolean sawField;

    void add(String name, byte[] body, Reading reading) {
        sawField = true;
        String key = name.toLowerCase(Locale.ROOT);
        if (!USED.contains(key)) {
            return;
        }
        List<byte[]> values = fields.computeIfAbsent(key, _ -> new ArrayList<>());
        int most = Math.min(body.length, reading.limits().headerBytes() / 8);
        if (most < body.length) {
            reading.warn(MailWarning.HEADER_TRUNCATED);
        }
        if (values.size() >= FIELDS_OF_ONE_NAME || size + most > reading.limits().headerBytes()) {
            reading.warn(MailWarning.HEADER_TRUNCATED);
            return;
        }
        size += most;
        values.add(Arrays.copyOf(body, most));
    }

    boolean sawField() {
        return sawField;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<byte[]> find(String name) {
        return list(name).stream().findFirst();
    }

    List<byte[]> list(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first field of that name as one decoded line, empty when there is none. */
    String text(String name, Reading reading) {
        return find(name).map(body -> HeaderText.decode(body, "", reading)).orElse("");
    }

    /** The same in lower case, for fields that are compared and not shown. */
    String word(String name, Reading reading) {
        return text(name, reading).toLowerCase(Locale.ROOT);
    }
}
