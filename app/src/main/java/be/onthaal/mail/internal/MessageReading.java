// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.mail.internal.reading.MailReader;
import be.onthaal.mail.internal.reading.ReadMail;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
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
    record Parsed(StoredMail stored, ReadMail content) {}

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
        List<MessageRows.Waiting> waiting = waiting(mailbox);
        while (!waiting.isEmpty()) {
            for (MessageRows.Waiting one : waiting) {
                if (one.attempts() > MOST_ATTEMPTS) {
                    giveUp(one.mail(), KEEPS_FAILING);
                } else {
                    readAlone(mailbox, parse(one.mail()));
                }
            }
            waiting = waiting(mailbox);
        }
    }

    private List<MessageRows.Waiting> waiting(OpenMailbox mailbox) {
        List<MessageRows.Waiting> some =
                transaction.execute(status -> rows.takeWaiting(mailbox.id(), TOGETHER));
        return some == null ? List.of() : some;
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

    private void readAlone(OpenMailbox mailbox, Parsed one) {
        try {
            transaction.executeWithoutResult(status -> filing.file(mailbox, List.of(one)));
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            log.warn(
                    "Message {} is set aside: {}",
                    one.stored().id(),
                    failure.getClass().getSimpleName());
            giveUp(one.stored(), NOT_PROCESSED);
        }
    }

    private void giveUp(StoredMail mail, String reason) {
        transaction.executeWithoutResult(status -> rows.unreadable(mail.id(), reason));
    }

    private Parsed parse(StoredMail mail) {
        return new Parsed(mail, reader.read(mail.bytes()));
    }

    /** What is not the fault of the message: it is read again later. */
    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof TransientDataAccessException || isOutage(failure);
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof UncheckedIOException
                || failure instanceof LeaseLost;
    }
}
