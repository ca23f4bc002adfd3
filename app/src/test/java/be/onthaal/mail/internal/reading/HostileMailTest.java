// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileMailTest {

    private static final int CUTS = 200;
    private static final int DAMAGED = 20;

    private final MailReader reader = new MailReader();

    @Test
    void aMessageCutOffAnywhereIsStillAnOutcome() {
        everyMessage().entrySet().parallelStream()
                .forEach(message -> {
                    Random random = new Random(message.getKey().hashCode());
                    byte[] raw = message.getValue();
                    for (int i = 0; i < CUTS; i++) {
                        byte[] cut = Arrays.copyOf(raw, random.nextInt(raw.length));
                        assertIsRead(cut, message.getKey() + " cut at " + cut.length);
                    }
                });
    }

    @Test
    void aMessageDamagedAnywhereIsStillAnOutcome() {
        everyMessage().entrySet().parallelStream()
                .forEach(message -> {
                    Random random = new Random(message.getKey().hashCode());
                    for (int i = 0; i < DAMAGED; i++) {
                        byte[] damaged = message.getValue().clone();
                        for (int flips = 0; flips <= i * 2; flips++) {
                            int at = random.nextInt(damaged.length);
                            damaged[at] ^= (byte) (1 << random.nextInt(8));
                        }
                        assertIsRead(damaged, message.getKey() + " damaged, run " + i);
                    }
                });
    }

    @Test
    void pureNoiseIsAnOutcome() {
        Random random = new Random(20261124);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);

            assertThat(reader.read(noise)).isNotNull();
        }
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertThat(reader.read(new byte[0])).isInstanceOf(ReadMail.Unreadable.class);
        assertThat(reader.read(Mails.raw("", "", ""))).isInstanceOf(ReadMail.Unreadable.class);
    }

    @Test
    void tenThousandContainersInsideOneAnotherStopAtTheDepthLimit() {
        StringBuilder raw = new StringBuilder("From: jan@example.org\r\n");
        for (int i = 10_000; i < 20_000; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n");
            raw.append("--b").append(i).append("\r\n");
        }
        raw.append("\r\nDiep verborgen");

        MailContent content = Mails.read(raw.toString());

        assertThat(content.warnings()).contains(MailWarning.TOO_DEEP);
        assertThat(content.attachments()).hasSize(1);
    }

    @Test
    void tenThousandPartsStopAtThePartLimit() {
        StringBuilder raw =
                new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n");
        raw.append("Eerste\r\n");
        for (int i = 0; i < 10_000; i++) {
            raw.append("--b\r\nContent-Type: image/png\r\n\r\nx\r\n");
        }

        MailContent content = Mails.read(raw.toString());

        assertThat(content.warnings()).contains(MailWarning.TOO_MANY_PARTS);
        assertThat(content.attachments()).hasSizeLessThan(1_001);
        assertThat(content.body().text()).contains("Eerste");
    }

    @Test
    void tenThousandMessagesInsideOneAnotherAreOneAttachment() {
        String layer = "Content-Type: message/rfc822\r\n\r\nSubject: Binnen\r\n";

        MailContent content = Mails.read(layer.repeat(10_000) + "\r\n");

        assertThat(Mails.onlyAttachment(content).subject()).isEqualTo("Binnen");
    }

    @Test
    void aHeaderLineOfAMegabyteIsCutAndTheRestIsRead() {
        MailContent content =
                Mails.read(
                        "X-Noise: " + "x".repeat(1 << 20),
                        "To: " + "a@b.be, ".repeat(100_000),
                        "Subject: " + "Hallo ".repeat(180_000),
                        "From: Jan <jan@example.org>",
                        "",
                        "Tekst");

        assertThat(content.warnings()).contains(MailWarning.HEADER_TRUNCATED);
        assertThat(content.headers().subject()).startsWith("Hallo").hasSizeLessThan(20_000);
        assertThat(content.headers().parties().from().getFirst().address())
                .isEqualTo("jan@example.org");
        assertThat(content.body().text()).isEqualTo("Tekst");
    }

    @Test
    void headersMadeToBeSlowAreReadInTime() {
        String[] slow = {
            "Subject: " + "=?".repeat(30_000),
            "Subject: " + "=?a?q?".repeat(10_000),
            "Subject: " + "=?a?q? ".repeat(9_000),
            "From: " + "<".repeat(60_000),
            "From: " + "(".repeat(60_000),
            "From: " + "=?a?q?,".repeat(9_000),
            "To: " + "a".repeat(60_000),
            "To: " + "a@".repeat(30_000),
            "References: " + "<a".repeat(30_000),
            "Date: " + "1 ".repeat(30_000),
            "Content-Type: text/plain; " + "a*0*=b;".repeat(8_000),
            "Content-Type: text/plain; " + "=;".repeat(30_000),
            "Content-Type: multipart/mixed; boundary=" + "-".repeat(60_000)
        };
        for (String header : slow) {
            assertThat(reader.read(Mails.raw(header, "", "x"))).isNotNull();
        }
    }

    @Test
    void nulBytesDisappearFromEverythingThatIsStored() {
        MailContent content =
                Mails.read(
                        "Subject: Ho\u0000i =?utf-8?Q?a=00b=0D=0AX-Evil:_1?=",
                        "From: \u0000Jan <ja\u0000n@example.org>",
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: text/html",
                        "",
                        "<p>Te\u0000kst &#0; <a href='htt\u0000ps://x.be'>x</a></p>",
                        "--b",
                        "Content-Type: text/plain; name=\"a\u0000b.txt\"",
                        "",
                        "\u0000",
                        "--b--");

        assertThat(content.toString()).doesNotContain("\u0000");
        assertThat(content.headers().subject()).isEqualTo("Hoi ab X-Evil: 1");
    }

    @Test
    void anAttachmentOfFiftyMegabyteIsKeptWithoutCopies() throws IOException {
        int size = 50 * 1024 * 1024;
        byte[] raw = largeMail(size);

        MailContent content = Mails.read(raw);

        assertThat(Mails.onlyAttachment(content).bytes().size()).isEqualTo(size);
        assertThat(content.warnings()).doesNotContain(MailWarning.PART_TRUNCATED);
        try (InputStream bytes = content.attachments().getFirst().bytes().open()) {
            assertThat(bytes.skip(size - 1L)).isPositive();
        }
    }

    @Test
    void anAttachmentAboveTheLimitIsCutWithAWarning() {
        ReadingLimits limits =
                new ReadingLimits(10, 5, 64 * 1024, 1_000_000, 1_000, Duration.ofSeconds(10));

        ReadMail read = new MailReader(limits).read(largeMail(2_000_000));

        assertThat(read).isInstanceOf(ReadMail.Readable.class);
        MailContent content = ((ReadMail.Readable) read).content();
        assertThat(content.warnings()).contains(MailWarning.PART_TRUNCATED);
        assertThat(Mails.onlyAttachment(content).bytes().size()).isEqualTo(1_000_000);
    }

    @Test
    void aLongTextIsCutWithAWarning() {
        MailContent content = Mails.read("Subject: Lang", "", "é ".repeat(2_000_000));

        assertThat(content.warnings()).contains(MailWarning.TEXT_TRUNCATED);
        assertThat(content.body().text()).hasSize(ReadingLimits.DEFAULT.textLength());
    }

    @Test
    void whenTheTimeIsUpWhatWasReadIsKept() {
        ReadingLimits noTime = new ReadingLimits(10, 5, 64 * 1024, 1_000_000, 1_000, Duration.ZERO);

        ReadMail read = new MailReader(noTime).read(Mails.raw("Subject: Te laat", "", "x"));

        assertThat(read).isInstanceOf(ReadMail.Unreadable.class);
        assertThat(((ReadMail.Unreadable) read).reason()).isEqualTo(UnreadableReason.OUT_OF_TIME);
    }

    @Test
    void htmlMadeToBeSlowIsReadInTime() {
        String[] slow = {
            "<div>".repeat(75_000),
            "<table><tr><td>".repeat(25_000),
            "<!--".repeat(100_000),
            "<![CDATA[".repeat(45_000),
            "<a href='".repeat(45_000),
            "<".repeat(450_000),
            "&#".repeat(200_000),
            "<p style='" + "background:url(".repeat(25_000) + "'>",
            "<p " + "a=b ".repeat(100_000) + ">",
            "<blockquote>".repeat(30_000) + "<br>x".repeat(10_000),
            "<script>".repeat(50_000),
            "<img src='data:image/png;base64," + "A".repeat(450_000) + "!'>"
        };
        Stream.of(slow)
                .parallel()
                .map(html -> Mails.read("Content-Type: text/html", "", html))
                .forEach(content -> assertThat(content.body().html()).isPresent());
    }

    /** A reading that had to catch an exception of its own is no good outcome either. */
    private void assertIsRead(byte[] raw, String what) {
        ReadMail read = reader.read(raw);

        if (read instanceof ReadMail.Unreadable(UnreadableReason reason, MailHeaders headers)) {
            assertThat(reason).as(what).isNotEqualTo(UnreadableReason.DAMAGED);
            assertThat(headers).isNotNull();
        }
    }

    private static byte[] largeMail(int size) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(size / 3 * 4 + size / 20);
        raw.writeBytes(
                Mails.raw(
                        "From: jan@example.org",
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "",
                        "Zie bijlage",
                        "--b",
                        "Content-Type: video/mp4; name=groot.mp4",
                        "Content-Transfer-Encoding: base64",
                        "",
                        ""));
        byte[] piece = new byte[57 * 1_024];
        new Random(1).nextBytes(piece);
        Base64.Encoder encoder = Base64.getMimeEncoder();
        for (int left = size; left > 0; left -= piece.length) {
            raw.writeBytes(encoder.encode(Arrays.copyOf(piece, Math.min(left, piece.length))));
            raw.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        raw.writeBytes(Mails.raw("--b--", ""));
        return raw.toByteArray();
    }

    private static Map<String, byte[]> everyMessage() {
        Map<String, byte[]> all = new HashMap<>(Corpora.parserMessages());
        all.putAll(Corpora.awkwardMessages());
        return all;
    }
}
