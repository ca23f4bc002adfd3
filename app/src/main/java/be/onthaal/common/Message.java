// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.common;

import java.util.List;

/** A sentence for the screen as a key of a message bundle with its arguments, never as text. */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
