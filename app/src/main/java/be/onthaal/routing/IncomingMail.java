// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.routing;

import java.util.List;
import java.util.Optional;

/**
 * What rules are asked about.
 *
 * @param mailbox the address of the mailbox it came in by
 * @param text what was written now, without what it answers
 */
public record IncomingMail(
        String sender,
        List<String> recipients,
        String mailbox,
        String subject,
        String text,
        List<Attached> attachments,
        Optional<NamedCase> namedCase) {

    public IncomingMail {
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
    }

    /** A file that came with it. */
    public record Attached(String name, String type) {}

    /** The case whose number it names, by the code of its type. */
    public record NamedCase(String number, String type) {}
}
