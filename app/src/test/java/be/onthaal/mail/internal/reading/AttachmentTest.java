// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    filename="verslag.pdf"                              | verslag.pdf
                    filename=verslag van mei.pdf                        | verslag van mei.pdf
                    filename=scan(1).pdf                                | scan(1).pdf
                    filename="../../etc/passwd"                         | passwd
                    filename="C:\\temp\\rekening.pdf"                   | rekening.pdf
                    filename="..\\..\\a.exe"                            | a.exe
                    filename*=utf-8''%E2%82%AC%20tarief.pdf             | € tarief.pdf
                    filename*=iso-8859-1'nl'caf%E9.pdf                  | café.pdf
                    filename*0="lange "; filename*1="naam.pdf"          | lange naam.pdf
                    filename*0*=utf-8''caf%C3; filename*1*=%A9.pdf      | café.pdf
                    filename="=?utf-8?Q?caf=C3=A9.pdf?="                | café.pdf
                    filename="a.pdf"; filename*=utf-8''b.pdf            | b.pdf
                    filename="invoice%E2.pdf"                           | invoice_E2.pdf
                    filename="CON.txt"                                  | _CON.txt
                    filename="...verborgen"                             | verborgen
                    filename="foto.jpg   "                              | foto.jpg
                    filename="a<b>:c?.txt"                              | a_b__c_.txt
                    filename="zonder einde.pdf                          | zonder einde.pdf
                    """)
    void theFileNameIsDecodedAndSafe(String disposition, String fileName) {
        assertThat(attached(disposition).fileName()).isEqualTo(fileName);
    }

    @Test
    void aNameThatTurnsItsDirectionCannotHideItsExtension() {
        assertThat(attached("filename=\"factuur\u202Efdp.exe\"").fileName())
                .isEqualTo("factuurfdp.exe");
        assertThat(attached("filename*=utf-8''factuur%E2%80%AE%00%0Afdp.exe").fileName())
                .isEqualTo("factuur fdp.exe");
    }

    @Test
    void aVeryLongNameKeepsItsExtensionWithinTheLimit() {
        String wide = attached("filename=\"" + "é€".repeat(300) + ".docx\"").fileName();

        assertThat(attached("filename=" + "x".repeat(500) + ".pdf").fileName())
                .hasSize(200)
                .endsWith("x.pdf");
        assertThat(wide).endsWith(".docx");
        assertThat(wide.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(240);
    }

    @Test
    void aPartWithoutANameGetsOne() {
        assertThat(attached("size=3").fileName()).isEqualTo("bijlage-1.pdf");
        assertThat(attached("filename=\"///\"").fileName()).isEqualTo("bijlage-1.pdf");
    }

    @Test
    void aProgramThatClaimsToBeAPictureIsFoundOut() {
        MailContent content =
                Mails.read("Content-Type: image/png; name=foto.png", "", "MZ\u0090\u0000");

        Attachment attachment = Mails.onlyAttachment(content);

        assertThat(attachment.declaredType()).isEqualTo("image/png");
        assertThat(attachment.detectedType()).isEqualTo("application/x-msdownload");
    }

    @Test
    void aPictureInTheTextIsInlineAndKnownByItsId() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/related; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<img src=\"cid:logo@x\" alt=\"Logo\">",
                        "--b",
                        "Content-Type: image/png",
                        "Content-ID: <logo@x>",
                        "",
                        "x",
                        "--b--");

        Attachment logo = Mails.onlyAttachment(content);

        assertThat(logo.inline()).isTrue();
        assertThat(logo.contentId()).isEqualTo("logo@x");
        assertThat(content.body().html().orElseThrow()).contains("src=\"cid:logo&#64;x\"");
        assertThat(content.body().removedPictures()).isZero();
    }

    @Test
    void anAttachedMessageKeepsItsSubjectAndItsBytes() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: message/rfc822",
                        "Content-Transfer-Encoding: base64",
                        "",
                        "U3ViamVjdDogPT91dGYtOD9RP0NhZj1DMz1BOT89DQoNCmhhbGxv",
                        "--b--");

        Attachment message = Mails.onlyAttachment(content);

        assertThat(message.declaredType()).isEqualTo("message/rfc822");
        assertThat(message.fileName()).endsWith(".eml");
        assertThat(Mails.text(message)).endsWith("hallo");
        assertThat(content.body().text()).isEmpty();
    }

    @Test
    void anOutlookContainerIsKeptWithAWarning() {
        MailContent content = Mails.read("Content-Type: application/ms-tnef", "", "x\u009F>\"");

        assertThat(Mails.onlyAttachment(content).fileName()).isEqualTo("winmail.dat");
        assertThat(content.warnings()).contains(MailWarning.OUTLOOK_CONTAINER);
    }

    @Test
    void filesInsideTheTextAreFoundAndTheTextAroundThemStays() {
        MailContent content =
                Mails.read(
                        "Subject: uu",
                        "",
                        "Voor",
                        "begin 644 kat.txt",
                        "#0V%T",
                        "`",
                        "end",
                        "Tussen",
                        "begin 600 hond.txt",
                        "$9&]G(0``",
                        " ",
                        "end",
                        "Na",
                        "begin met een kop koffie",
                        "en dan");

        assertThat(content.body().text())
                .isEqualTo("Voor\nTussen\nNa\nbegin met een kop koffie\nen dan");
        assertThat(content.attachments())
                .extracting(Attachment::fileName, Mails::text)
                .containsExactly(tuple("kat.txt", "Cat"), tuple("hond.txt", "dog!"));
    }

    @Test
    void anInvitationIsAFileAndNotText() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/alternative; boundary=b",
                        "",
                        "--b",
                        "",
                        "Afspraak",
                        "--b",
                        "Content-Type: text/calendar; method=REQUEST",
                        "",
                        "BEGIN:VCALENDAR",
                        "--b--");

        assertThat(content.body().text()).isEqualTo("Afspraak");
        assertThat(Mails.onlyAttachment(content).fileName()).isEqualTo("bijlage-1.ics");
    }

    @Test
    void aStrangeMediaTypeIsNotRepeated() {
        MailContent content = Mails.read("Content-Type: \"a b\"/<script>; name=x", "", "inhoud");

        assertThat(content.toString()).doesNotContain("<script>");
    }

    private static Attachment attached(String disposition) {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: application/pdf",
                        "Content-Disposition: attachment; " + disposition,
                        "",
                        "x",
                        "--b--");
        return Mails.onlyAttachment(content);
    }
}
