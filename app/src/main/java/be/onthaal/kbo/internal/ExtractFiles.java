// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.kbo.internal;

import be.onthaal.common.Digest;
import be.onthaal.common.Refused;
import be.onthaal.database.DatabaseSettings;
import be.onthaal.kbo.ExtractAbout;
import be.onthaal.kbo.internal.reading.ExtractZip;
import be.onthaal.kbo.internal.reading.Meta;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where extracts wait until they are taken, under the data folder that all processes share: what is
 * read is what was offered, whatever becomes of the file it came from.
 */
@Component
class ExtractFiles {

    /** The full extract with all activities is 0.3 GB; nothing ten times that is one. */
    private static final long LARGEST = 3L * 1024 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final Path folder;

    ExtractFiles(DatabaseSettings settings) {
        this.folder = settings.directory().resolve("kbo").toAbsolutePath().normalize();
    }

    /** A file that is kept, and what it says of itself. */
    record Offered(UUID id, String name, long size, String sha256, ExtractAbout about) {}

    /** Keeps what is offered and looks whether it is an extract; one that is not leaves nothing. */
    Offered keep(UUID id, String name, InputStream content) {
        Path file = file(id);
        try {
            Files.createDirectories(folder);
            String shown = shown(name);
            Digest digest;
            try (var out = Files.newOutputStream(file)) {
                digest = Digest.whileCopying(limited(content, shown), out);
            }
            try (var zip = ExtractZip.open(file, shown)) {
                return new Offered(id, shown, Files.size(file), digest.hex(), Meta.of(zip));
            }
        } catch (IOException failure) {
            remove(id);
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            remove(id);
            throw failure;
        }
    }

    ExtractZip open(UUID id, String name) {
        if (!Files.exists(file(id))) {
            throw new Refused("kbo.file-gone", name);
        }
        return ExtractZip.open(file(id), name);
    }

    void remove(UUID id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes what was kept before this moment. */
    void removeBefore(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : (Iterable<Path>) kept::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".zip");
    }

    /** The name of a foreign file, made fit for a sentence. */
    private static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._() -]", "?");
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private static InputStream limited(InputStream content, String name) {
        return new FilterInputStream(content) {
            private long read;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int some = super.read(buffer, offset, length);
                read += Math.max(0, some);
                if (read > LARGEST) {
                    throw new Refused("kbo.file-too-large", name, LARGEST / (1024 * 1024));
                }
                return some;
            }
        };
    }
}
