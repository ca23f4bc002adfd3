// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import be.onthaal.common.CleanText;
import be.onthaal.mail.internal.reading.MailReader;
import be.onthaal.mail.internal.reading.ReadMail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text, web pages and mail. */
final class PlainFile {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_MAIL = 48 * 1024 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private PlainFile() {}

    static Found text(Path file, String type) throws IOException {
        return Found.text(type, CleanText.lines(decoded(head(file, MOST_BYTES))));
    }

    static Found mail(Path file) throws IOException {
        if (Files.size(file) > MOST_MAIL) {
            throw new TooMuch("too-large-inside");
        }
        return switch (new MailReader().read(Files.readAllBytes(file))) {
            case ReadMail.Readable mail ->
                    Found.text(
                            ContentType.MAIL,
                            mail.content().headers().subject()
                                    + "\n"
                                    + mail.content().body().text());
            case ReadMail.Unreadable not -> Found.not(ContentType.MAIL, "damaged");
        };
    }

    /** A web page is read as the body of a mail is: without scripts and what lies elsewhere. */
    static Found html(Path file) throws IOException {
        byte[] page = decoded(head(file, MOST_BYTES)).getBytes(StandardCharsets.UTF_8);
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(
                "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(page);
        return switch (new MailReader().read(mail.toByteArray())) {
            case ReadMail.Readable read ->
                    Found.text(ContentType.HTML, read.content().body().text());
            case ReadMail.Unreadable not -> Found.not(ContentType.HTML, "damaged");
        };
    }

    /** An office document with a password is a package inside an older sort of file. */
    static boolean isEncrypted(Path file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        String latin = new String(head(file, MOST_BYTES), StandardCharsets.ISO_8859_1);
        return latin.contains(new String(mark, StandardCharsets.ISO_8859_1));
    }

    private static byte[] head(Path file, int most) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(most);
        }
    }

    private static String decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16LE).substring(1);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16BE).substring(1);
        }
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        int to = bytes.length == MOST_BYTES ? wholeCharacters(bytes) : bytes.length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WESTERN);
        }
    }

    /** Without the part of a character at the end of what was cut. */
    private static int wholeCharacters(byte[] bytes) {
        int to = bytes.length;
        while (to > bytes.length - 4 && (bytes[to - 1] & 0xC0) == 0x80) {
            to--;
        }
        return to - 1;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
