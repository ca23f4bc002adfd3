// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Subject: Vraag over mijn paspoort             | ORDINARY
                    Auto-Submitted: no                            | ORDINARY
                    Return-Path: <jan@example.org>                | ORDINARY
                    Subject: Afwezigheidsattest voor de school    | ORDINARY
                    Auto-Submitted: auto-replied                  | AUTOMATIC_REPLY
                    Auto-Submitted: auto-generated (vacation)     | AUTOMATIC_REPLY
                    X-Auto-Response-Suppress: All                 | AUTOMATIC_REPLY
                    Precedence: bulk                              | AUTOMATIC_REPLY
                    Precedence: auto_reply                        | AUTOMATIC_REPLY
                    Precedence: junk                              | AUTOMATIC_REPLY
                    X-Autoreply: yes                              | AUTOMATIC_REPLY
                    X-Vacation: yes                               | AUTOMATIC_REPLY
                    Subject: Automatisch antwoord: Vraag          | AUTOMATIC_REPLY
                    Subject: Automatic reply: Vraag               | AUTOMATIC_REPLY
                    Subject: Réponse automatique : Vraag          | AUTOMATIC_REPLY
                    Subject: Automatische Antwort: Vraag          | AUTOMATIC_REPLY
                    Subject: Out of Office: Vraag                 | AUTOMATIC_REPLY
                    List-Id: <nieuws.example.org>                 | BULK
                    List-Unsubscribe: <https://example.org/u>     | BULK
                    Precedence: list                              | BULK
                    Return-Path: <>                               | BOUNCE
                    From: MAILER-DAEMON@example.org               | BOUNCE
                    From: Mail Delivery <mailer-daemon@x.be>      | BOUNCE
                    X-Failed-Recipients: jan@example.org          | BOUNCE
                    """)
    void theKindShowsInTheHeaders(String header, MailKind kind) {
        assertThat(Mails.read(header, "", "x").nature().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Warning: message 1abc-def delayed 24 hours       | AUTOMATIC_REPLY
                    Delivery Status Notification (Delay)             | AUTOMATIC_REPLY
                    Delivery delayed: Uw vraag                       | AUTOMATIC_REPLY
                    Undelivered Mail Returned to Sender              | BOUNCE
                    Undeliverable: message delayed by strike         | BOUNCE
                    """)
    void aMailServerThatStillTriesTellsOfNoFailure(String subject, MailKind kind) {
        MailNature nature =
                Mails.read("From: MAILER-DAEMON@elders.be", "Subject: " + subject, "", "x")
                        .nature();

        assertThat(nature.kind()).isEqualTo(kind);
    }

    @Test
    void aReportOfDelayNamesTheMailThatIsLate() {
        BounceReport bounce = report("delayed", "message/rfc822").bounce();

        assertThat(bounce.failures()).isEmpty();
        assertThat(bounce.originalMessageId()).isEqualTo("ons-1@gemeente.be");
    }

    @Test
    void anAutomaticReplyWithoutReturnPathIsNoBounce() {
        MailNature nature =
                Mails.read("Return-Path: <>", "Auto-Submitted: auto-replied", "", "x").nature();

        assertThat(nature.kind()).isEqualTo(MailKind.AUTOMATIC_REPLY);
        assertThat(nature.bounce()).isEqualTo(BounceReport.NONE);
    }

    @Test
    void aReportOfSeveralFailuresNamesEachRecipient() {
        BounceReport bounce = report("failed", "message/rfc822").bounce();

        assertThat(bounce.failures())
                .containsExactly(
                        new FailedDelivery(
                                "jan@example.org", "5.1.1", "smtp; 550 User unknown really"),
                        new FailedDelivery("fatima@example.org", "4.2.2", ""));
        assertThat(bounce.failures().getFirst().isPermanent()).isTrue();
        assertThat(bounce.originalMessageId()).isEqualTo("ons-1@gemeente.be");
    }

    @Test
    void aReportWithOnlyTheHeadersOfTheOriginalIsEnough() {
        assertThat(report("failed", "text/rfc822-headers").bounce().originalMessageId())
                .isEqualTo("ons-1@gemeente.be");
    }

    @Test
    void aReportOfDelayIsNoBounce() {
        assertThat(report("delayed", "message/rfc822").kind()).isEqualTo(MailKind.AUTOMATIC_REPLY);
    }

    @Test
    void anOldBounceIsReadFromItsText() {
        BounceReport bounce =
                Mails.read(
                                "From: MAILER-DAEMON@mail.example.org",
                                "To: loket@gemeente.be",
                                "Subject: failure notice",
                                "",
                                "Hi. This is the qmail-send program. From loket@gemeente.be",
                                "<jan@example.org>:",
                                "Remote host said: 550 5.1.1 No such user",
                                "",
                                "--- Below this line is a copy of the message.",
                                "Message-ID: <ons-2@gemeente.be>")
                        .nature()
                        .bounce();

        assertThat(bounce.failures())
                .containsExactly(new FailedDelivery("jan@example.org", "5.1.1", ""));
        assertThat(bounce.originalMessageId()).isEqualTo("ons-2@gemeente.be");
    }

    private static MailNature report(String action, String originalType) {
        return Mails.read(
                        "Return-Path: <>",
                        "From: MAILER-DAEMON@mail.example.org",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                        "",
                        "--b",
                        "",
                        "Uw bericht kwam niet aan.",
                        "--b",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mail.example.org",
                        "",
                        "Final-Recipient: rfc822; jan@example.org",
                        "Action: " + action,
                        "Status: 5.1.1",
                        "Diagnostic-Code: smtp; 550 User unknown",
                        " really",
                        "",
                        "Original-Recipient: rfc822;<fatima@example.org>",
                        "Action: " + action,
                        "Status: 4.2.2 (mailbox full)",
                        "--b",
                        "Content-Type: " + originalType,
                        "",
                        "Message-ID: <ons-1@gemeente.be>",
                        "Subject: Uw aanvraag",
                        "",
                        "--b--")
                .nature();
    }
}
