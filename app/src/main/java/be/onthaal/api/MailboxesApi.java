// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Permission;
import be.onthaal.access.Requires;
import be.onthaal.mail.FolderCheck;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.NothingLost;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether all mail is in, for a program that watches over that. */
@RestController
@Tag(name = "messages")
class MailboxesApi {

    private final NothingLost mail;

    MailboxesApi(NothingLost mail) {
        this.mail = mail;
    }

    /** A folder as the mail server says it is, beside what was taken over. */
    record CheckItem(
            String folder,
            long uidValidity,
            Instant at,
            long onServer,
            long stored,
            long gone,
            long missing) {}

    /** A mailbox in numbers. */
    record MailboxItem(
            UUID id,
            String name,
            UUID unit,
            String state,
            Optional<String> problem,
            Optional<Instant> lookedAt,
            Optional<Instant> lastMailAt,
            Optional<Long> lagSeconds,
            long seen,
            long stored,
            long read,
            long waiting,
            long unreadable,
            long quarantined,
            boolean adds,
            List<CheckItem> checks) {}

    @Requires(Permission.POST_VIEW)
    @Operation(
            operationId = "listMailboxes",
            summary = "Mailboxen",
            description =
                    "What came in by each, and whether all that its mail server holds is here")
    @GetMapping("/api/mailboxes")
    Listed<MailboxItem> mailboxes() {
        return new Listed<>(mail.counts().stream().map(MailboxesApi::item).toList());
    }

    private static MailboxItem item(NothingLost.Counted counted) {
        Mailbox mailbox = counted.mailbox();
        Mailbox.Tally tally = mailbox.tally();
        return new MailboxItem(
                mailbox.id().value(),
                mailbox.name(),
                mailbox.unit().value(),
                mailbox.state().name(),
                mailbox.health().problem(),
                mailbox.health().lookedAt(),
                mailbox.health().lastMailAt(),
                mailbox.health().lag().map(lag -> lag.toSeconds()),
                tally.seen(),
                tally.stored(),
                tally.read(),
                tally.waiting(),
                tally.unreadable(),
                tally.quarantined(),
                counted.adds(),
                counted.checks().stream().map(MailboxesApi::item).toList());
    }

    private static CheckItem item(FolderCheck check) {
        return new CheckItem(
                check.folder(),
                check.uidValidity(),
                check.at(),
                check.onServer(),
                check.stored(),
                check.gone(),
                check.missing());
    }
}
