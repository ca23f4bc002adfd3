// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Confidentiality;
import be.onthaal.mail.Mailbox;
import be.onthaal.organisation.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mailbox, or one to read from now on.
 *
 * @param typed what stands in the form
 * @param problems field to the key of what is wrong with it
 */
public record MailboxPage(
        Optional<Mailbox> mailbox,
        TypedMailbox typed,
        Map<String, String> problems,
        List<Unit> units) {

    public MailboxPage {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** How far mail may be seen: by whoever has rights on post, or by the unit alone. */
    public List<Confidentiality> levels() {
        return List.of(Confidentiality.INTERNAL, Confidentiality.CONFIDENTIAL);
    }

    public String unitName() {
        return mailbox.stream()
                .flatMap(known -> units.stream().filter(unit -> unit.id().equals(known.unit())))
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }
}
