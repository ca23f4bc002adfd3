// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.dispatch.Dispatch;
import be.onthaal.mail.InboxMail;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail in a case, either way.
 *
 * @param state the key of how an outgoing one fares
 * @param page the address of the page that shows it whole
 */
public record Letter(
        boolean ours,
        String who,
        String subject,
        String text,
        Instant at,
        Optional<String> state,
        Optional<String> page) {

    static Letter of(Dispatch dispatch) {
        return new Letter(
                true,
                dispatch.madeBy(),
                dispatch.what().subject(),
                dispatch.what().text(),
                dispatch.madeAt(),
                Optional.of("desk.dispatch." + dispatch.state().name()),
                Optional.empty());
    }

    static Letter of(InboxMail mail) {
        return new Letter(
                false,
                mail.fromName().isBlank() ? mail.fromAddress() : mail.fromName(),
                mail.subject(),
                "",
                mail.receivedAt(),
                Optional.empty(),
                mail.entry().map(entry -> "/post/" + entry));
    }
}
