// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Undoes the transfer encoding of a part, also when its name is written carelessly. */
final class TransferDecoding {

    private static final Set<String> KNOWN =
            Set.of(
                    "",
                    "7bit",
                    "8bit",
                    "binary",
                    "none",
                    "7-bit",
                    "8-bit",
                    "base64",
                    "x-base64",
                    "quoted-printable",
                    "x-quoted-printable",
                    "x-uuencode",
                    "uuencode",
                    "x-uue",
                    "uue");
    private static final int LARGEST_UUENCODED = 64 * 1024 * 1024;

    private TransferDecoding() {}

    /** Whether the bytes of the part are what the sender meant, and not some code of his own. */
    static boolean isKnown(HeaderBlock header, Reading reading) {
        return KNOWN.contains(name(header, reading));
    }

    static PartBytes read(InputStream encoded, HeaderBlock header, Reading reading) {
        return switch (name(header, reading)) {
            case "base64", "x-base64" ->
                    PartBytes.read(new Base64InputStream(encoded, DecodeMonitor.SILENT), reading);
            case "quoted-printable", "x-quoted-printable" ->
                    PartBytes.read(
                            new QuotedPrintableInputStream(encoded, DecodeMonitor.SILENT), reading);
            case "x-uuencode", "uuencode", "x-uue", "uue" ->
                    uudecoded(PartBytes.read(encoded, reading));
            default -> {
                if (!isKnown(header, reading)) {
                    reading.warn(MailWarning.DAMAGED_PART);
                }
                yield PartBytes.read(encoded, reading);
            }
        };
    }

    private static String name(HeaderBlock header, Reading reading) {
        return HeaderParameters.of(header, "content-transfer-encoding", reading)
                .value()
                .replace("\"", "");
    }

    private static PartBytes uudecoded(PartBytes encoded) {
        if (encoded.size() > LARGEST_UUENCODED) {
            return encoded;
        }
        String latin = HeaderText.latin(encoded.head(LARGEST_UUENCODED));
        List<Uuencoded.UuFile> files = Uuencoded.find(latin).files();
        return files.isEmpty() ? encoded : files.getFirst().bytes();
    }
}
