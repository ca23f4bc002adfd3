// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    =?UTF-8?Q?Co=C3=B6rdinatie?=                       | Coördinatie
                    =?utf-8?b?VmVyaHVpemluZyDigqw=?=                   | Verhuizing €
                    =?utf-8?Q?Verhu?= =?utf-8?Q?izing?=                | Verhuizing
                    =?utf-8?Q?Co=C3?= =?utf-8?Q?=B6rdinatie?=          | Coördinatie
                    Re: =?iso-8859-1?Q?Caf=E9?= en meer                | Re: Café en meer
                    =?iso-8859-1*nl?Q?Caf=E9?=                         | Café
                    =?windows-1252?Q?=80_5?=                           | € 5
                    =?iso-8859-1?Q?=80_5?=                             | € 5
                    =?utf-8?Q?zonder einde                             | =?utf-8?Q?zonder einde
                    =?onbekend-8?Q?Caf=E9?=                            | Café
                    =?utf-8?X?abc?=                                    | =?utf-8?X?abc?=
                    =?utf-8?Q?a?=b=?utf-8?Q?c?=                        | abc
                    =?gb2312?B?suLK1A==?=                              | 测试
                    =?koi8-r?B?1MXT1A==?=                              | тест
                    =?utf-8?Q?=E2=80=AEgnp.exe?=                       | gnp.exe
                    """)
    void anEncodedSubjectIsDecoded(String written, String subject) {
        assertThat(Mails.headers("Subject: " + written).subject()).isEqualTo(subject);
    }

    @Test
    void aSubjectInBareUtf8IsRead() {
        assertThat(Mails.headers("Subject: Coördinatie in Vlaanderen €").subject())
                .isEqualTo("Coördinatie in Vlaanderen €");
    }

    @Test
    void aSubjectInBareLatinIsRead() {
        byte[] raw = Mails.rawLatin("Subject: Coördinatie van het café", "", "");

        assertThat(Mails.read(raw).headers().subject()).isEqualTo("Coördinatie van het café");
    }

    @Test
    void aFoldedSubjectIsOneLine() {
        assertThat(Mails.headers("Subject: Klacht over\r\n\tde straat\r\n  in Gent").subject())
                .isEqualTo("Klacht over de straat in Gent");
    }

    @Test
    void noHeaderCanBringALineOfItsOwn() {
        MailHeaders headers =
                Mails.headers(
                        "Subject: =?utf-8?Q?Hallo=0D=0ABcc:_all@example.org?=",
                        "From: =?utf-8?Q?Jan=0AX:_y?= <jan@example.org>");

        assertThat(headers.subject()).isEqualTo("Hallo Bcc: all@example.org");
        assertThat(headers.parties().from().getFirst().name()).isEqualTo("Jan X: y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Jan Peeters <jan@example.org> | Jan Peeters | jan@example.org
                    "Peeters, Jan" <jan@Example.ORG> | Peeters, Jan | jan@example.org
                    Peeters, Jan <jan@example.org> | Peeters, Jan | jan@example.org
                    =?utf-8?Q?Peeters,_Jan?= <jan@example.org> | Peeters, Jan | jan@example.org
                    jan@example.org | '' | jan@example.org
                    jan@example.org (Jan Peeters) | Jan Peeters | jan@example.org
                    <jan@example.org> | '' | jan@example.org
                    Jan <mailto:jan@example.org> | Jan | jan@example.org
                    "jan@example.org" <jan@example.org> | jan@example.org | jan@example.org
                    Jan jan@example.org | Jan | jan@example.org
                    Jan <jan@example.org | Jan | jan@example.org
                    "Jan \\"JP\\" Peeters" <jan@example.org> | Jan "JP" Peeters | jan@example.org
                    Jan Peeters | Jan Peeters | ''
                    MAILER-DAEMON | MAILER-DAEMON | ''
                    <@route.example.org:jan@example.org> | '' | jan@example.org
                    """)
    void aSenderIsRecognisedHoweverWritten(String written, String name, String address) {
        List<MailAddress> from = Mails.headers("From: " + written).parties().from();

        assertThat(from)
                .singleElement()
                .satisfies(sender -> {
                    assertThat(sender.name()).isEqualTo(name);
                    assertThat(sender.address()).isEqualTo(address);
                    assertThat(sender.written()).isNotEmpty();
                });
    }

    @Test
    void severalRecipientsAndGroupsAreListed() {
        MailParties parties =
                Mails.headers(
                                "To: a@b.be, \"C, D\" <c@d.be>; e@f.be",
                                "Cc: Ploeg: g@h.be, i@j.be;, k@l.be",
                                "Reply-To: undisclosed-recipients:;")
                        .parties();

        assertThat(parties.to())
                .extracting(MailAddress::address)
                .containsExactly("a@b.be", "c@d.be", "e@f.be");
        assertThat(parties.cc())
                .extracting(MailAddress::address)
                .containsExactly("g@h.be", "i@j.be", "k@l.be");
        assertThat(parties.replyTo()).isEmpty();
    }

    @Test
    void aMailWithoutSenderSaysSo() {
        MailContent content = Mails.read("Subject: Van niemand", "", "x");

        assertThat(content.headers().parties().findAuthor()).isEmpty();
        assertThat(content.warnings()).contains(MailWarning.NO_SENDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sun, 22 Nov 2026 10:15:00 +0100        | 2026-11-22T09:15:00Z
                    22 Nov 2026 10:15 +0100                | 2026-11-22T09:15:00Z
                    Sun, 22 Nov 2026 10:15:00 +0100 (CET)  | 2026-11-22T09:15:00Z
                    Sun, 22 Nov 2026 09:15:00 GMT          | 2026-11-22T09:15:00Z
                    Sun, 22 Nov 26 04:15:00 EST            | 2026-11-22T09:15:00Z
                    Sun Nov 22 09:15:00 2026               | 2026-11-22T09:15:00Z
                    Sun, 22 Nov 2026 09:15:60 +0000        | 2026-11-22T09:15:59Z
                    Mon, 21 Aug 95 13:30:57 -600           | 1995-08-21T19:30:57Z
                    zo, 22 nov. 2026 10:15:00 +0100        | 2026-11-22T09:15:00Z
                    """)
    void aDateIsReadInEveryCommonForm(String written, Instant instant) {
        MailDate date = Mails.headers("Date: " + written).date();

        assertThat(date.sentAt()).contains(instant);
        assertThat(date.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 31 Feb 2026 10:00:00 +0000",
                "Mon, 1 Foo 2026 10:00:00 +0000",
                "Mon, 1 Jan 2026 25:00:00 +0000",
                "Mon, 1 Jan 2026 10:00:00 +9900",
                "Mon, 1 Jan 9999 10:00:00 +0000",
                "gisteren"
            })
    void anImpossibleDateIsKeptAsWritten(String written) {
        MailContent content = Mails.read("Date: " + written, "", "");

        assertThat(content.headers().date().sentAt()).isEmpty();
        assertThat(content.headers().date().written()).isEqualTo(written);
        assertThat(content.warnings()).contains(MailWarning.IMPOSSIBLE_DATE);
    }

    @Test
    void thePlaceInTheConversationIsKnown() {
        MailThread thread =
                Mails.headers(
                                "Message-ID:\r\n <c@example.org>",
                                "In-Reply-To: Bericht van Jan <b@example.org> van gisteren",
                                "References: <a@example.org>\r\n\t<b@example.org> <a@example.org>")
                        .thread();

        assertThat(thread.messageId()).isEqualTo("c@example.org");
        assertThat(thread.inReplyTo()).isEqualTo("b@example.org");
        assertThat(thread.references()).containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void aVeryLongChainKeepsItsFirstAndLatestMails() {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            chain.append("<m").append(i).append("@x.be> ");
        }

        List<String> references = Mails.headers("References: " + chain).thread().references();

        assertThat(references).hasSize(100).startsWith("m0@x.be").endsWith("m499@x.be");
    }
}
