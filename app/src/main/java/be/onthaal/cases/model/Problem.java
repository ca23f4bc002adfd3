// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.cases.model;

import be.onthaal.common.Message;

/**
 * Something that is wrong with a definition.
 *
 * @param place where, as the file writes it: {@code phases/handling/tasks/answer}
 * @param stops whether nobody can work with it; otherwise it is only worth knowing
 */
public record Problem(String place, Message reason, boolean stops) {

    static Problem error(String place, String key, Object... arguments) {
        return new Problem(place, Message.of(key, arguments), true);
    }

    static Problem warning(String place, String key, Object... arguments) {
        return new Problem(place, Message.of(key, arguments), false);
    }
}
