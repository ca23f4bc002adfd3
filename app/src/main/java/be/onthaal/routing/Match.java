// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import be.onthaal.common.Message;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a rule asked and that fitted.
 *
 * @param words the words of the rule that were found
 */
public record Match(Field field, List<String> words) {

    public Match {
        words = List.copyOf(words);
    }

    /** What was looked at. */
    public enum Field {
        EVERYTHING,
        SENDER,
        RECIPIENT,
        SUBJECT,
        TEXT,
        ATTACHMENT,
        CASE,
        LANGUAGE
    }

    /** In words, such as: in the subject stands 'waste'. */
    public Message sentence() {
        return Message.of(
                "routing.match." + field,
                words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")));
    }
}
