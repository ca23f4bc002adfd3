// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.UnitId;
import be.onthaal.dispatch.Dispatch;
import be.onthaal.mail.Mailbox;
import be.onthaal.mail.MailboxId;
import be.onthaal.mail.NothingLost.Counted;
import be.onthaal.mail.StuckMail;
import be.onthaal.web.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That all mail which came in is here, and what waits for somebody.
 *
 * @param stuck what could not be read, the oldest of it
 * @param withheld automatic mail of ours that was one too many
 */
public record NothingLostPage(
        List<Counted> mailboxes,
        List<StuckMail> stuck,
        List<Dispatch> withheld,
        Map<UnitId, String> names) {

    private static final Duration LATE = Duration.ofMinutes(5);

    public NothingLostPage {
        mailboxes = List.copyOf(mailboxes);
        stuck = List.copyOf(stuck);
        withheld = List.copyOf(withheld);
        names = Map.copyOf(names);
    }

    /** Whether there is nothing to look after: all was compared, adds up and is read in time. */
    public boolean well() {
        return mailboxes.stream().allMatch(one -> one.adds() && !late(one.mailbox()))
                && stuckInAll() == 0;
    }

    /** What could not be read, also beyond what is listed. */
    public long stuckInAll() {
        return mailboxes.stream().mapToLong(one -> one.mailbox().tally().unreadable()).sum();
    }

    /** Whether it is longer ago than it should be that we had everything. */
    public boolean late(Mailbox mailbox) {
        return mailbox.health().problem().isPresent()
                || mailbox.health().lag().filter(lag -> lag.compareTo(LATE) > 0).isPresent();
    }

    /** How long ago we knew that we had everything, in whole minutes. */
    public static Optional<Long> minutes(Mailbox mailbox) {
        return mailbox.health().lag().map(Duration::toMinutes);
    }

    public String unitName(UnitId id) {
        return names.getOrDefault(id, "");
    }

    public String mailboxName(MailboxId id) {
        return mailboxes.stream()
                .map(Counted::mailbox)
                .filter(mailbox -> mailbox.id().equals(id))
                .map(Mailbox::name)
                .findFirst()
                .orElse("");
    }

    /** Why it waits, in a sentence. */
    public static String why(Text text, StuckMail mail) {
        String key = "mail.reason." + mail.reason();
        return text.has(key) ? text.of(key) : text.of("desk.aside.why.UNREADABLE");
    }
}
