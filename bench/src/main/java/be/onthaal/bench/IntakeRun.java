// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.bench;

import be.onthaal.simulators.mail.MailTown;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A mailbox full of post over real IMAP: how fast it is stored, read and registered. */
final class IntakeRun {

    private static final String ADDRESS = "onthaal@mortsel.example";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Run run;

    IntakeRun(Run run) {
        this.run = run;
    }

    /** Points the town's mailbox at a mail server of its own, and starts the product on it. */
    void measure() throws IOException, InterruptedException, SQLException {
        Options options = run.options();
        try (MailTown mail = MailTown.start(0, 0)) {
            mail.addUser(ADDRESS, "demo");
            for (int i = 0; i < options.mails(); i++) {
                mail.deliver(ADDRESS, mail(i, options.seed()));
            }
            String before = point(mail.directImapUrl());
            try {
                rate(options.mails());
            } finally {
                point(before);
            }
        }
    }

    private void rate(int mails) throws IOException, InterruptedException, SQLException {
        OffsetDateTime begin = Instant.now().atOffset(ZoneOffset.UTC);
        try (Product product = Product.start(run.options().data(), "./onthaal", "run");
                Store store = Store.of(run.options().data())) {
            String done =
                    "select count(*) from mail.message where stored_at >= ? and state = 'READ'"
                            + " and entry_id is not null";
            long first = 0;
            long end = System.nanoTime() + LONGEST.toNanos();
            long read = 0;
            while (read < mails && System.nanoTime() < end) {
                read = store.count(done, begin);
                if (read > 0 && first == 0) {
                    first = System.nanoTime();
                }
                Thread.sleep(20);
            }
            if (read != mails) {
                throw new IllegalStateException("%d of %d mails came in".formatted(read, mails));
            }
            double seconds = (System.nanoTime() - first) / 1e9;
            run.high(
                    new Run.Measured("mails taken in", mails / seconds, "a second", 100),
                    "intake",
                    mails + " waiting",
                    "cold");
        }
    }

    /** Returns where it pointed before. */
    private String point(String imapUrl) throws IOException, InterruptedException, SQLException {
        try (Product product = Product.start(run.options().data(), "./onthaal", "run");
                Store store = Store.of(run.options().data())) {
            String before =
                    store.column("select imap_url from mail.mailbox where address = ?", ADDRESS)
                            .getFirst();
            store.execute(
                    "update mail.mailbox set imap_url = '%s', lease_until = null where address = '%s'"
                            .formatted(imapUrl, ADDRESS));
            return before;
        }
    }

    private static String mail(int number, int seed) {
        return """
        From: Klant %1$d <klant-%1$d@voorbeeld.be>
        To: onthaal@mortsel.example
        Subject: Vraag %1$d over de uren van het loket
        Message-ID: <bench-%2$d-%1$d-%3$d@voorbeeld.be>
        Date: Mon, 2 Mar 2026 10:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=UTF-8

        Beste, wanneer is het loket open? Ik wil graag een nieuwe identiteitskaart aanvragen.
        --b
        Content-Type: text/html; charset=UTF-8

        <p>Beste, wanneer is het loket open? Ik wil graag een nieuwe identiteitskaart.</p>
        --b--
        """
                .formatted(number, seed, System.nanoTime());
    }
}
