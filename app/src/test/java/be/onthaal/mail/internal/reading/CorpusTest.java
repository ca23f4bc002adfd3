// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {

    private final MailReader reader = new MailReader();

    @Test
    void everyMessageOfTheParserIsReadOrRefusedWithAReason() {
        Map<String, UnreadableReason> refused = refused(Corpora.parserMessages());

        assertThat(Corpora.parserMessages()).hasSize(80);
        assertThat(refused)
                .containsOnly(
                        Map.entry("malformedHeader-noheader.msg", UnreadableReason.NO_HEADERS),
                        Map.entry(
                                "malformedHeaderStartsBody-noheader.msg",
                                UnreadableReason.NO_HEADERS));
    }

    @Test
    void everyAwkwardMessageIsReadOrRefusedWithAReason() {
        Map<String, byte[]> messages = Corpora.awkwardMessages();

        assertThat(messages).hasSizeGreaterThanOrEqualTo(36);
        assertThat(refused(messages))
                .containsOnly(Map.entry("lorem-ipsum", UnreadableReason.NO_HEADERS));
    }

    @Test
    void nothingReadHoldsWhatADatabaseCannotStore() {
        for (Map.Entry<String, byte[]> message : Corpora.parserMessages().entrySet()) {
            if (reader.read(message.getValue()) instanceof ReadMail.Readable(MailContent content)) {
                assertThat(content.toString()).as(message.getKey()).doesNotContain("\u0000");
                assertThat(content.headers().subject()).doesNotContain("\n", "\r");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8859-15-message-series/msg1 | test äöüßÄÖÜß€
                    8859-15-message-series/msg7 | test äöüßÄÖÜß€
                    nested-rfc-822 | [Jonas Liljegren] Re: [Para] Nivåer?
                    new-ticket-from-gb18030 | 测试
                    russian-subject-no-content-type | тест тест
                    subject-with-folding-ws | test
                    smime/1-signed.eml | Test Email ID:1
                    smime/9-signed-encrypted-binary.eml | Test Email ID:9
                    """)
    void theSubjectIsDecoded(String name, String subject) {
        assertThat(awkward(name).headers().subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    multipart-alternative-with-umlaut | Mit freundlichen Grüßen
                    text-html-with-umlaut             | Mit freundlichen Grüßen
                    new-ticket-from-gb18030           | 测试
                    new-ticket-from-iso-8859-1-full   | it is letters like: ø æ å
                    russian-subject-no-content-type   | ТЕСТ
                    notes-uuencoded                   | Thanks in advance
                    nested-rfc-822                    | Material för att uppdatera
                    smime/2-signed-attachment.eml     | This is a test email with a text attachment.
                    crashes-file-based-parser         | FYI
                    """)
    void theTextIsDecoded(String name, String part) {
        assertThat(awkward(name).body().text()).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    notes-uuencoded               | Naz_Head.jpg          | image/jpeg | 104846
                    smime/3-signed-binary.eml     | favicon.png           | image/png  | 335
                    smime/4-encrypted-plain.eml   | smime.p7m             | ''         | 1587
                    outlook-rfc822 | Updates to our terms of use.eml     | ''         | 2275
                    email-file-attachment.eml     | test-email.eml        | ''         | 1047
                    rfc2231-attachment-filename-continuations | 新しいテキスト ドキュメント.txt | '' | 143
                    multipart-report              | Thank you!.eml        | ''         | 898
                    """)
    void theAttachmentIsFound(String name, String fileName, String detectedType, long size) {
        assertThat(awkward(name).attachments())
                .anySatisfy(attachment -> {
                    assertThat(attachment.fileName()).isEqualTo(fileName);
                    assertThat(attachment.detectedType()).isEqualTo(detectedType);
                    assertThat(attachment.bytes().size()).isEqualTo(size);
                });
    }

    @Test
    void aNestedMessageKeepsItsSubject() {
        List<String> subjects =
                awkward("8859-15-message-series/dir").attachments().stream()
                        .map(Attachment::subject)
                        .toList();

        assertThat(subjects).hasSize(7).containsOnly("test äöüßÄÖÜß€");
    }

    @Test
    void aSignedMessageIsReadableAndMarked() {
        for (int i = 1; i <= 3; i++) {
            String suffix = i == 1 ? "" : i == 2 ? "-attachment" : "-binary";
            MailContent signed = awkward("smime/" + i + "-signed" + suffix + ".eml");

            assertThat(signed.nature().signed()).isTrue();
            assertThat(signed.nature().encrypted()).isFalse();
            assertThat(signed.body().text()).contains("ID:" + i);
        }
    }

    @Test
    void anEncryptedMessageIsMarkedAndKept() {
        for (String name : Corpora.awkwardMessages().keySet()) {
            if (name.contains("encrypted")) {
                MailContent encrypted = awkward(name);

                assertThat(encrypted.nature().encrypted()).as(name).isTrue();
                assertThat(encrypted.attachments()).as(name).hasSize(1);
                assertThat(encrypted.body().text()).as(name).isEmpty();
            }
        }
    }

    @Test
    void theDeliveryReportNamesRecipientStatusAndOriginal() {
        MailNature nature = awkward("multipart-report").nature();

        assertThat(nature.kind()).isEqualTo(MailKind.BOUNCE);
        assertThat(nature.bounce().failures())
                .extracting(FailedDelivery::recipient, FailedDelivery::status)
                .containsExactly(tuple("jesmund@mailbox.other.example.com", "5.1.1"));
        assertThat(nature.bounce().originalMessageId())
                .isEqualTo("200308221615.h7MGFGac020135@mx12.other.example.com");
    }

    @Test
    void theSenderAndDateOfAnAwkwardMessageAreKnown() {
        MailHeaders headers = awkward("new-ticket-from-iso-8859-1").headers();

        assertThat(headers.parties().findAuthor().orElseThrow().name())
                .isEqualTo("Wilhelmsen Håvard");
        assertThat(headers.date().sentAt()).contains(Instant.parse("2003-06-02T18:58:30Z"));
        assertThat(headers.thread().inReplyTo()).isEqualTo("20030602185607.GN10811@fsck.com");
        assertThat(headers.thread().references()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    attachment-filename-encoding-Latin1.msg | attachment.äöü
                    attachment-filename-encoding-UTF8.msg   | attachment.äöü
                    russian.msg                             | Список.doc
                    uu-zeegee.msg                           | zeegee.gif
                    sig-uu.msg                              | signature
                    multi-2gifs.msg                         | 3d-compress.gif
                    mp-msg-rfc822.msg                       | Re_ 34Mbit_s Netz.eml
                    """)
    void theFileNameOfAHostileMessageIsDecoded(String name, String fileName) {
        byte[] raw = Objects.requireNonNull(Corpora.parserMessages().get(name));

        assertThat(Mails.read(raw).attachments())
                .extracting(Attachment::fileName)
                .contains(fileName);
    }

    private Map<String, UnreadableReason> refused(Map<String, byte[]> messages) {
        Map<String, UnreadableReason> refused = new HashMap<>();
        messages.forEach((name, raw) -> {
            if (reader.read(raw) instanceof ReadMail.Unreadable unreadable) {
                refused.put(name, unreadable.reason());
            }
        });
        return refused;
    }

    private static MailContent awkward(String name) {
        return Mails.read(Objects.requireNonNull(Corpora.awkwardMessages().get(name), name));
    }
}
