// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a save, aside on disk until they are kept, so that no transaction waits on a line.
 */
record SpooledBody(Path place, long size) implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    /** Takes them in; what is too large is refused before it is all there. */
    static SpooledBody of(InputStream sent, long told) throws IOException {
        if (told > Upload.LARGEST) {
            throw new DavRefusal(DavRefusal.TOO_LARGE);
        }
        Path place = Files.createTempFile("onthaal-webdav-", ".part");
        try (OutputStream out = Files.newOutputStream(place)) {
            byte[] piece = new byte[PIECE];
            long size = 0;
            for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                size += read;
                if (size > Upload.LARGEST) {
                    throw new DavRefusal(DavRefusal.TOO_LARGE);
                }
                out.write(piece, 0, read);
            }
            return new SpooledBody(place, size);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(place);
            throw failure;
        }
    }

    Upload upload(String name) {
        return new Upload(name, size, () -> Files.newInputStream(place));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(place);
    }
}
