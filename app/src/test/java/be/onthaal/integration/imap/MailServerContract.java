// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.integration.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.onthaal.mail.spi.FetchedMail;
import be.onthaal.mail.spi.ListedMail;
import be.onthaal.mail.spi.MailAccount;
import be.onthaal.mail.spi.MailServer;
import be.onthaal.mail.spi.MailServerProblem;
import be.onthaal.mail.spi.MailServerProblem.Kind;
import be.onthaal.mail.spi.OpenFolder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the intake expects of any mail server. */
interface MailServerContract {

    MailServer server();

    /** An account of an empty mailbox. */
    MailAccount account();

    void deliver(byte[] mail);

    @Test
    default void anEmptyMailboxListsNothing() throws MailServerProblem {
        try (OpenFolder folder = server().open(account())) {
            assertThat(folder.uidValidity()).isPositive();
            assertThat(folder.list(0, 10)).isEmpty();
        }
    }

    @Test
    default void mailIsListedInBatchesFromTheLowestNumber() throws MailServerProblem {
        for (int i = 0; i < 5; i++) {
            deliver(mail("Vraag " + i));
        }

        try (OpenFolder folder = server().open(account())) {
            List<ListedMail> first = folder.list(0, 3);
            List<ListedMail> second = folder.list(first.getLast().uid(), 3);

            assertThat(first)
                    .hasSize(3)
                    .isSortedAccordingTo((a, b) -> Long.compare(a.uid(), b.uid()));
            assertThat(second).hasSize(2);
            assertThat(second.getFirst().uid()).isGreaterThan(first.getLast().uid());
            assertThat(folder.list(second.getLast().uid(), 3)).isEmpty();
        }
    }

    @Test
    default void itTellsWhatItHoldsUpToANumber() throws MailServerProblem {
        for (int i = 0; i < 4; i++) {
            deliver(mail("Vraag " + i));
        }

        try (OpenFolder folder = server().open(account())) {
            List<Long> all = folder.list(0, 10).stream().map(ListedMail::uid).toList();

            assertThat(folder.numbers(all.get(2))).containsExactlyElementsOf(all.subList(0, 3));
            assertThat(folder.numbers(0)).isEmpty();
        }
    }

    @Test
    default void mailIsFetchedWhole() throws MailServerProblem {
        deliver(mail("Eén"));
        deliver(mail("Twee"));

        try (OpenFolder folder = server().open(account())) {
            List<FetchedMail> mails = folder.fetch(folder.list(0, 10));

            assertThat(mails).hasSize(2).allMatch(FetchedMail.Whole.class::isInstance);
            assertThat(new String(mails.getFirst().bytes(), StandardCharsets.UTF_8))
                    .contains("Subject: E")
                    .endsWith("tot morgen\r\n");
        }
    }

    @Test
    default void itIsToldWhenMailArrived() throws MailServerProblem {
        Instant hour = Clock.systemUTC().instant().minusSeconds(3_600);
        deliver(mail("Eén"));

        try (OpenFolder folder = server().open(account())) {
            assertThat(folder.fetch(folder.list(0, 10)))
                    .singleElement()
                    .satisfies(mail ->
                            assertThat(mail.receivedAt())
                                    .hasValueSatisfying(at ->
                                            assertThat(at)
                                                    .isBetween(hour, hour.plusSeconds(7_200))));
        }
    }

    @Test
    default void whatIsGoneIsLeftOut() throws MailServerProblem {
        deliver(mail("Eén"));

        try (OpenFolder folder = server().open(account())) {
            ListedMail there = folder.list(0, 10).getFirst();
            var gone = new ListedMail(there.uid() + 1_000, 100);

            assertThat(folder.fetch(List.of(there, gone))).hasSize(1);
        }
    }

    @Test
    default void aWaitEndsByItselfOrWithNewMail() throws Exception {
        try (OpenFolder folder = server().open(account())) {
            assertThat(folder.list(0, 10)).isEmpty();
            long start = System.nanoTime();
            folder.awaitNews(Duration.ofSeconds(1));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(8));

            Thread postman =
                    Thread.ofVirtual()
                            .start(() -> {
                                sleep();
                                deliver(mail("Nieuw"));
                            });
            assertThat(folder.awaitNews(Duration.ofSeconds(15))).isTrue();
            postman.join();
            assertThat(folder.list(0, 10)).hasSize(1);
        }
    }

    @Test
    default void aWrongPasswordIsRefused() {
        MailAccount right = account();
        var wrong = new MailAccount(right.url(), right.user(), "fout", right.folder());

        assertThat(problem(wrong)).isEqualTo(Kind.LOGIN_REFUSED);
    }

    @Test
    default void aMissingFolderIsTold() {
        MailAccount right = account();
        var wrong = new MailAccount(right.url(), right.user(), right.password(), "Bestaat niet");

        assertThat(problem(wrong)).isEqualTo(Kind.FOLDER_MISSING);
    }

    private Kind problem(MailAccount account) {
        return catchThrowableOfType(MailServerProblem.class, () -> server().open(account)).kind();
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] mail(String subject) {
        return ("From: a@voorbeeld.be\r\nSubject: " + subject + "\r\n\r\ntot morgen\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
