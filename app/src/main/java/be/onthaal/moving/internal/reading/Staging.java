// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal.reading;

import be.onthaal.common.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which the files of one transfer wait, and out of which nothing leads. */
public record Staging(Path root) {

    private static final int DEEPEST_SHEET = 3;

    public Staging {
        root = root.toAbsolutePath().normalize();
    }

    /** The file of a sheet, in the folder itself or in the one folder that was packed. */
    public Optional<Path> sheet(Sheet sheet) {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.walk(root, DEEPEST_SHEET)) {
            return all.filter(Staging::plain)
                    .filter(file ->
                            Sheet.of(file.getFileName().toString()).stream()
                                    .anyMatch(sheet::equals))
                    .min(Comparator.comparingInt(Path::getNameCount));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file that a row names, beside the sheet that names it. */
    public Path document(String named) {
        String plain = named.replace('\\', '/');
        Path base = sheet(Sheet.DOCUMENTS).map(Path::getParent).orElse(root);
        try {
            Path asked = base.resolve(plain).normalize();
            if (Path.of(plain).isAbsolute() || !asked.startsWith(root)) {
                throw new Refused("moving.document-outside");
            }
            // Files that were chosen one by one come without the folders they lay in.
            Path file = plain(asked) ? asked : base.resolve(asked.getFileName());
            if (!plain(file) || !file.toRealPath().startsWith(root.toRealPath())) {
                throw new Refused("moving.document-missing");
            }
            return file;
        } catch (InvalidPathException | IOException impossible) {
            throw new Refused("moving.document-missing");
        }
    }

    /** Removes the folder with all that is in it. */
    public void clear() {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean plain(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
