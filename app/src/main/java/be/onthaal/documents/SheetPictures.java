// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.Refused;
import be.onthaal.documents.internal.reader.Found;
import be.onthaal.documents.internal.reader.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Pages of a file of a stranger, drawn to read their words and codes by the process that reads:
 * outside any transaction, since it takes time.
 */
@Component
public class SheetPictures {

    private final Readers readers;

    SheetPictures(Readers readers) {
        this.readers = readers;
    }

    /**
     * A page, or why there is none.
     *
     * @param reason the code of why it could not be drawn; empty when it was
     * @param pages how many the file has
     * @param photograph the page as JPEG, upright as asked
     * @param dots how many points of it go in an inch
     * @param ink how much of it is dark, in hundred thousandths
     * @param codes what its QR codes say, whoever made them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sheet(
            String reason, int pages, byte[] photograph, int dots, int ink, List<String> codes) {

        /** Whether it could be drawn. */
        public boolean drawn() {
            return photograph.length > 0;
        }
    }

    /** One page of a file, from 1, turned to the right by so many degrees. */
    public Sheet sheet(InputStream file, String name, int page, int turn) {
        try (Readers.Turn reader = readers.turn()) {
            Found found = reader.sheet(file, name, page, turn);
            boolean drawn = found.read() && found.marks().dots() > 0;
            return new Sheet(
                    drawn ? "" : found.reason().isEmpty() ? "unsupported" : found.reason(),
                    found.pages(),
                    drawn ? found.picture() : new byte[0],
                    found.marks().dots(),
                    found.marks().ink(),
                    found.marks().codes());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("documents.busy");
        }
    }
}
