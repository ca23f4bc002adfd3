// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads a file by what it is; whatever is in it, there is an answer. */
final class FileReading {

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/tiff", "image/bmp");

    private FileReading() {}

    static Found of(Path file, Asked asked) {
        String type = "";
        try {
            type = type(file, asked.name());
            Found found = read(file, type, asked);
            return ContentType.belies(asked.name(), type) ? found.remarked("fake-type") : found;
        } catch (TooMuch heavy) {
            return Found.not(type, heavy.reason());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return Found.not(type, "damaged");
        }
    }

    private static String type(Path file, String name) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String type = ContentType.of(bytes.readNBytes(ContentType.HEAD), name);
            return type.equals(ContentType.ZIP) ? OfficeFile.type(file) : type;
        }
    }

    private static Found read(Path file, String type, Asked asked) throws IOException {
        if (type.equals(ContentType.PDF)) {
            return PdfFile.read(file, asked);
        }
        if (PICTURES.contains(type)) {
            return PictureFile.read(file, type, asked);
        }
        if (OfficeFile.knows(type)) {
            return OfficeFile.read(file, type);
        }
        return switch (type) {
            case ContentType.MAIL -> PlainFile.mail(file);
            case ContentType.HTML -> PlainFile.html(file);
            case ContentType.OLE ->
                    Found.not(type, PlainFile.isEncrypted(file) ? "password" : "old-office");
            default ->
                    type.startsWith("text/")
                            ? PlainFile.text(file, type)
                            : Found.not(type, "unsupported");
        };
    }
}
