// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.Digest;
import be.onthaal.files.Files;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file as somebody sends it: what he calls it, how large it is and its bytes. */
public record Upload(String name, long size, Files.Source bytes) {

    /** The largest file that is kept, in bytes. */
    public static final long LARGEST = 100L * 1024 * 1024;

    /** How many files are sent at once. */
    public static final int MOST = 20;

    /** The fingerprint of its bytes, by which the same file is recognised. */
    public Digest digest() {
        try (InputStream content = bytes.open()) {
            return Digest.of(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
