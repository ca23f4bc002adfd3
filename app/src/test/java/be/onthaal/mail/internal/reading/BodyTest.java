// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void ofTwoFormsOfTheSameTextEachIsTakenOnce() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/alternative; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        "Beste Fatima",
                        "--b",
                        "Content-Type: text/html; charset=utf-8",
                        "",
                        "<p>Beste <b>Fatima</b></p>",
                        "--b--");

        assertThat(content.body().text()).isEqualTo("Beste Fatima");
        assertThat(content.body().html()).contains("<p>Beste <b>Fatima</b></p>");
        assertThat(content.attachments()).isEmpty();
    }

    @Test
    void textBeforeAndAfterAPictureStaysTogether() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "",
                        "Voor",
                        "--b",
                        "Content-Type: image/png; name=put.png",
                        "",
                        "x",
                        "--b",
                        "",
                        "Na",
                        "--b--");

        assertThat(content.body().text()).isEqualTo("Voor\nNa");
        assertThat(Mails.onlyAttachment(content).fileName()).isEqualTo("put.png");
    }

    @Test
    void plainTextBesideHtmlIsNotLostFromTheHtml() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<p>Brief</p>",
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "Voettekst van de lijst <x>",
                        "--b--");

        assertThat(content.body().html().orElseThrow())
                .contains("<p>Brief</p>")
                .contains("Voettekst van de lijst &lt;x&gt;");
        assertThat(content.body().text()).contains("Brief").contains("Voettekst");
    }

    @Test
    void aTextIsMadeFromHtmlWhenThereIsNone() {
        MailContent content =
                Mails.read(
                        "Content-Type: text/html; charset=utf-8",
                        "",
                        "<html><head><title>weg</title><style>p{}</style></head><body>",
                        "<h1>Aanvraag</h1><p>Beste&nbsp;mevrouw,<br>ik vraag:</p>",
                        "<ul><li>een attest</li><li>een   kaart</li></ul>",
                        "<blockquote><p>Uw vraag</p></blockquote>",
                        "<table><tr><td>Naam</td><td>Jan</td></tr></table></body></html>");

        assertThat(content.body().text())
                .isEqualTo(
                        """
                        Aanvraag

                        Beste mevrouw,
                        ik vraag:

                        - een attest
                        - een kaart

                        > Uw vraag

                        Naam Jan\
                        """);
    }

    @Test
    void aWronglyDeclaredCharsetIsRepaired() {
        MailContent latin =
                Mails.read(
                        Mails.rawLatin(
                                "Content-Type: text/plain; charset=utf-8",
                                "",
                                "Het café in de straat, één vraag"));
        MailContent unicode =
                Mails.read("Content-Type: text/plain; charset=iso-8859-1", "", "Het café");
        MailContent ascii =
                Mails.read("Content-Type: text/plain; charset=us-ascii", "", "Het café");
        MailContent unknown =
                Mails.read("Content-Type: text/plain; charset=x-eigen", "", "Het café");

        assertThat(latin.body().text()).isEqualTo("Het café in de straat, één vraag");
        assertThat(unicode.body().text()).isEqualTo("Het café");
        assertThat(ascii.body().text()).isEqualTo("Het café");
        assertThat(unknown.body().text()).isEqualTo("Het café");
        assertThat(latin.warnings()).contains(MailWarning.WRONG_CHARSET);
        assertThat(unicode.warnings()).contains(MailWarning.WRONG_CHARSET);
        assertThat(unknown.warnings()).contains(MailWarning.UNKNOWN_CHARSET);
    }

    @Test
    void aRightlyDeclaredCharsetIsBelieved() {
        MailContent content =
                Mails.read(
                        "Content-Type: text/plain; charset=\"iso-8859-15\"",
                        "Content-Transfer-Encoding: quoted-printable",
                        "",
                        "Kost =A4 5, caf=E9");

        assertThat(content.body().text()).isEqualTo("Kost € 5, café");
        assertThat(content.warnings()).doesNotContain(MailWarning.WRONG_CHARSET);
    }

    @Test
    void theCharsetInsideTheHtmlCountsWhenTheHeaderHasNone() {
        byte[] raw =
                Mails.rawLatin(
                        "Content-Type: text/html",
                        "",
                        "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>"
                                + "<p>\u00D4\u00C5\u00D3\u00D4</p>");

        assertThat(Mails.read(raw).body().text()).isEqualTo("тест");
    }

    @Test
    void aMissingBoundaryIsFoundInTheText() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/mixed",
                        "",
                        "--eigen",
                        "Content-Type: text/plain",
                        "",
                        "Hallo",
                        "--eigen",
                        "Content-Type: application/pdf; name=a.pdf",
                        "",
                        "%PDF-1.7",
                        "--eigen--");

        assertThat(content.body().text()).isEqualTo("Hallo");
        assertThat(Mails.onlyAttachment(content).detectedType()).isEqualTo("application/pdf");
        assertThat(content.warnings()).contains(MailWarning.MISSING_BOUNDARY);
    }

    @Test
    void aContainerWithoutPartsStillSpeaks() {
        MailContent content =
                Mails.read("Content-Type: multipart/mixed; boundary=nergens", "", "Alleen dit");

        assertThat(content.body().text()).isEqualTo("Alleen dit");
        assertThat(content.warnings()).contains(MailWarning.MISSING_BOUNDARY);
    }

    @Test
    void aBodyRightUnderTheHeaderIsFound() {
        MailContent content = Mails.read("Subject: Vergeten regel", "Dit is de tekst", "en meer");

        assertThat(content.body().text()).startsWith("Dit is de tekst");
        assertThat(content.warnings()).contains(MailWarning.DAMAGED_HEADER);
    }

    @Test
    void carriageReturnsAloneEndLinesToo() {
        MailContent content =
                Mails.read("Subject: Oude Mac\rFrom: jan@example.org\r\rEerste\rTweede");

        assertThat(content.headers().subject()).isEqualTo("Oude Mac");
        assertThat(content.body().text()).isEqualTo("Eerste\nTweede");
    }

    @Test
    void anUnknownTransferEncodingIsKeptAsAFile() {
        MailContent content =
                Mails.read("Content-Transfer-Encoding: x-eigen", "Subject: a", "", "zzz");

        assertThat(content.body().text()).isEmpty();
        assertThat(Mails.text(Mails.onlyAttachment(content))).isEqualTo("zzz");
        assertThat(content.warnings()).contains(MailWarning.DAMAGED_PART);
    }

    @Test
    void anEnvelopeThatIsOnlySignedIsOpened() {
        byte[] inner = Mails.raw("Content-Type: text/plain", "", "Getekend, niet geheim");

        for (boolean streamed : new boolean[] {false, true}) {
            String envelope = Base64.getMimeEncoder().encodeToString(signed(inner, streamed));
            MailContent content =
                    Mails.read(
                            streamed
                                    ? "Content-Type: application/octet-stream; name=smime.p7m"
                                    : "Content-Type: application/pkcs7-mime",
                            "Content-Transfer-Encoding: base64",
                            "",
                            envelope);

            assertThat(content.body().text()).isEqualTo("Getekend, niet geheim");
            assertThat(content.nature().signed()).isTrue();
            assertThat(content.nature().encrypted()).isFalse();
        }
    }

    @Test
    void pgpIsMarkedEncryptedAndKept() {
        MailContent content =
                Mails.read(
                        "Content-Type: multipart/encrypted; boundary=b",
                        "",
                        "--b",
                        "Content-Type: application/pgp-encrypted",
                        "",
                        "Version: 1",
                        "--b",
                        "Content-Type: application/octet-stream; name=encrypted.asc",
                        "",
                        "-----BEGIN PGP MESSAGE-----",
                        "--b--");

        assertThat(content.nature().encrypted()).isTrue();
        assertThat(content.attachments()).hasSize(2);
    }

    /** A signed envelope as CMS lays it out, in definite lengths or as streaming programs do. */
    private static byte[] signed(byte[] content, boolean streamed) {
        byte[] dataId = {
            0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 1
        };
        byte[] signedId = dataId.clone();
        signedId[10] = 2;
        byte[] octets = tlv(0x04, content);
        if (streamed) {
            octets = join(new byte[] {0x24, (byte) 0x80}, octets, new byte[2]);
        }
        byte[] encapsulated = tlv(0x30, join(dataId, tlv(0xA0, octets)));
        byte[] body = join(new byte[] {2, 1, 1}, new byte[] {0x31, 0}, encapsulated);
        return tlv(0x30, join(signedId, tlv(0xA0, tlv(0x30, body))));
    }

    private static byte[] tlv(int tag, byte[] value) {
        return join(new byte[] {(byte) tag, (byte) 0x82}, length(value), value);
    }

    private static byte[] length(byte[] value) {
        return new byte[] {(byte) (value.length >> 8), (byte) value.length};
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
