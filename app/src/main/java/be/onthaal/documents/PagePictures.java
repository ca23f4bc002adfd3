// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.NotFound;
import be.onthaal.documents.internal.reader.Found;
import be.onthaal.documents.internal.reader.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pages as pictures, drawn by the process that reads; outside any transaction, since it takes time.
 */
@Component
public class PagePictures {

    private final DocumentFiles files;
    private final Readers readers;

    PagePictures(DocumentFiles files, Readers readers) {
        this.files = files;
        this.readers = readers;
    }

    /** A page of a version as PNG; the first lies ready when the version was read. */
    public byte[] page(DocumentId id, int number, int page) {
        if (page == 1) {
            Optional<byte[]> ready = files.firstPage(id, number);
            if (ready.isPresent()) {
                return ready.get();
            }
        }
        try (Readers.Turn turn = readers.turn()) {
            Found found = drawn(turn, files.preview(id, number), page);
            if (found.picture().length == 0) {
                throw new NotFound("documents.page");
            }
            return found.picture();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotFound("documents.page");
        }
    }

    private static Found drawn(Readers.Turn turn, DocumentFiles.Opened opened, int page)
            throws IOException {
        try (InputStream bytes = opened.bytes()) {
            return turn.page(bytes, opened.version().file().name(), page);
        }
    }
}
