// SPDX-License-Identifier: EUPL-1.2
/**
 * Shared mailboxes: what comes in is kept as it came, read, registered and brought to its case.
 *
 * <p>Owns mailboxes, messages, where they were seen and their attachments. Nothing is lost: a
 * message is stored before anybody tries to read it, and one that cannot be read waits for a person
 * while the next ones go on. Publishes {@link be.onthaal.mail.MailReceived}, inside the
 * transaction.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "access",
            "audit",
            "files",
            "secrets",
            "organisation",
            "party",
            "post",
            "contact",
            "cases",
            "dispatch",
            "routing",
            "routing::spi"
        })
package be.onthaal.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
