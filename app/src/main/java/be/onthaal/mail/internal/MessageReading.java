// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.database.Outage;
import be.onthaal.mail.MessageId;
import be.onthaal.mail.internal.reading.MailHeaders;
import be.onthaal.mail.internal.reading.MailReader;
import be.onthaal.mail.internal.reading.ReadMail;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what was stored. Some messages share a commit, because that is several times faster; when
 * one of them fails they are done again one by one, so that the failing one stands alone.
 */
@Component
class MessageReading {

    static final String NOT_PROCESSED = "not-processed";
    static final String KEEPS_FAILING = "keeps-failing";

    private static final Logger log = LoggerFactory.getLogger(MessageReading.class);
    private static final int TOGETHER = 25;
    private static final long TOGETHER_BYTES = 8L * 1024 * 1024;
    private static final int MOST_ATTEMPTS = 5;

    private final MailReader reader = new MailReader();
    private final TransactionTemplate transaction;
    private final MessageRows rows;
    private final MessageFiling filing;

    MessageReading(
            PlatformTransactionManager transactions, MessageRows rows, MessageFiling filing) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.filing = filing;
    }

    /** A message and what came of reading it, which needs no database. */
    record Parsed(StoredMail stored, ReadMail content) {

        MailHeaders headers() {
            return switch (content) {
                case ReadMail.Unreadable unreadable -> unreadable.headers();
                case ReadMail.Readable readable -> readable.content().headers();
            };
        }
    }

    /** Reads messages that were just stored. */
    void read(OpenMailbox mailbox, List<StoredMail> mails) {
        List<StoredMail> some = new ArrayList<>();
        long bytes = 0;
        for (StoredMail mail : mails) {
            boolean full = some.size() == TOGETHER || bytes + mail.bytes().length > TOGETHER_BYTES;
            if (full && !some.isEmpty()) {
                readTogether(mailbox, some);
                some.clear();
                bytes = 0;
            }
            some.add(mail);
            bytes += mail.bytes().length;
        }
        if (!some.isEmpty()) {
            readTogether(mailbox, some);
        }
    }

    /** Reads what a crash left unread; a message that is there each time is suspected. */
    void catchUp(OpenMailbox mailbox) {
        List<MessageId> waiting = waiting(mailbox, Optional.empty());
        while (!waiting.isEmpty()) {
            waiting.forEach(id -> readAgain(mailbox, id));
            waiting = waiting(mailbox, Optional.of(waiting.getLast()));
        }
    }

    private List<MessageId> waiting(OpenMailbox mailbox, Optional<MessageId> after) {
        return Objects.requireNonNull(
                transaction.execute(status -> rows.waiting(mailbox.id(), after, TOGETHER)));
    }

    private void readAgain(OpenMailbox mailbox, MessageId id) {
        Optional<MessageRows.Attempt> counted =
                Objects.requireNonNull(transaction.execute(status -> rows.attempt(id)));
        counted.ifPresent(attempt -> {
            if (attempt.number() > MOST_ATTEMPTS) {
                giveUp(id, KEEPS_FAILING);
            } else {
                readAgain(mailbox, attempt);
            }
        });
    }

    /** Where its bytes cannot be got at now, the others may go before it. */
    private void readAgain(OpenMailbox mailbox, MessageRows.Attempt attempt) {
        Parsed parsed;
        try {
            parsed = parse(rows.stored(attempt));
        } catch (UncheckedIOException away) {
            log.warn("The bytes of message {} are out of reach", attempt.id());
            excuse(attempt.id());
            return;
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                excuse(attempt.id());
                throw failure;
            }
            setAside(attempt.id(), failure);
            return;
        }
        try {
            readAlone(mailbox, parsed);
        } catch (RuntimeException outage) {
            excuse(attempt.id());
            throw outage;
        }
    }

    /** As far as that can be written down while something is away. */
    private void excuse(MessageId id) {
        try {
            transaction.executeWithoutResult(status -> rows.excuse(id));
        } catch (RuntimeException away) {
            log.debug("An attempt at message {} stays counted", id);
        }
    }

    private void readTogether(OpenMailbox mailbox, List<StoredMail> mails) {
        List<Parsed> parsed = mails.stream().map(this::parse).toList();
        try {
            transaction.executeWithoutResult(status -> filing.file(mailbox, parsed));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            parsed.forEach(one -> readAlone(mailbox, one));
        }
    }

    /** Throws during an outage only; what met with bad luck is caught up with later. */
    private void readAlone(OpenMailbox mailbox, Parsed one) {
        try {
            transaction.executeWithoutResult(status -> filing.file(mailbox, List.of(one)));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            if (failure instanceof TransientDataAccessException) {
                log.warn("Message {} waits: {}", one.stored().id(), name(failure));
            } else {
                describe(one);
                setAside(one.stored().id(), failure);
            }
        }
    }

    /** So that people see from whom it is, if no more than that can be written down. */
    private void describe(Parsed one) {
        try {
            transaction.executeWithoutResult(
                    status -> rows.update(MessageFields.of(one.stored().id(), one.headers())));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            log.debug("The header of message {} is not written", one.stored().id());
        }
    }

    private void setAside(MessageId id, RuntimeException failure) {
        log.warn("Message {} is set aside: {}", id, name(failure));
        giveUp(id, NOT_PROCESSED);
    }

    private void giveUp(MessageId id, String reason) {
        transaction.executeWithoutResult(status -> rows.unreadable(id, reason));
    }

    private static String name(RuntimeException failure) {
        return failure.getClass().getSimpleName();
    }

    private Parsed parse(StoredMail mail) {
        return new Parsed(mail, reader.read(mail.bytes()));
    }

    /** Not the fault of the message: it is read again when that is over. */
    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof LeaseLost || Outage.isBehind(failure);
    }
}
