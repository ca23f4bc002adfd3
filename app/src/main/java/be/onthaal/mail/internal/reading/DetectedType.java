// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Tells what a file is by its first bytes, so that a program cannot pass for a picture. */
final class DetectedType {

    private static final int HEAD = 512;
    private static final List<Sign> SIGNS =
            List.of(
                    sign("255044462D", "application/pdf"),
                    sign("89504E470D0A1A0A", "image/png"),
                    sign("FFD8FF", "image/jpeg"),
                    sign("474946383761", "image/gif"),
                    sign("474946383961", "image/gif"),
                    sign("49492A00", "image/tiff"),
                    sign("4D4D002A", "image/tiff"),
                    sign("504B0304", "application/zip"),
                    sign("504B0506", "application/zip"),
                    sign("D0CF11E0A1B11AE1", "application/x-ole-storage"),
                    sign("7B5C727466", "application/rtf"),
                    sign("1F8B", "application/gzip"),
                    sign("377ABCAF271C", "application/x-7z-compressed"),
                    sign("526172211A07", "application/vnd.rar"),
                    sign("789F3E22", "application/ms-tnef"),
                    sign("4D5A", "application/x-msdownload"),
                    sign("7F454C46", "application/x-executable"),
                    sign("2321", "text/x-script"));

    private DetectedType() {}

    static String of(PartBytes bytes) {
        byte[] head = bytes.head(HEAD);
        for (Sign sign : SIGNS) {
            if (startsWith(head, sign.start())) {
                return sign.type();
            }
        }
        String text = HeaderText.latin(head);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "text/html";
        }
        return start.startsWith("<svg") ? "image/svg+xml" : "";
    }

    private static boolean startsWith(byte[] head, byte[] start) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (head[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Sign sign(String hex, String type) {
        return new Sign(HexFormat.of().parseHex(hex), type);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sign(byte[] start, String type) {}
}
