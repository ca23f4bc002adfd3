// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The awkward mails that others collected, as bytes. */
final class Corpus {

    private Corpus() {}

    /** Those of the parser's tests, and those beside the repository where they are present. */
    static List<byte[]> all() {
        List<byte[]> all = new ArrayList<>(ofTheParser());
        all.addAll(beside());
        return all;
    }

    static List<byte[]> ofTheParser() {
        URL some = Objects.requireNonNull(Corpus.class.getResource("/testmsgs/basic-plain.msg"));
        URI jar = URI.create(some.toString().substring(0, some.toString().indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            List<byte[]> messages = new ArrayList<>(read(files.getPath("/testmsgs"), ".msg"));
            messages.addAll(read(files.getPath("/mimetools-testmsgs"), ".msg"));
            return messages;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<byte[]> beside() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path folder = at.resolve("shared/data/mail");
            if (Files.isDirectory(folder)) {
                return read(folder, "");
            }
            at = at.getParent();
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared/data/mail is absent");
        }
        return List.of();
    }

    private static List<byte[]> read(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> messages = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                boolean mail = file.toString().endsWith(extension);
                if (mail && !file.getFileName().toString().equals("README.md")) {
                    messages.add(Files.readAllBytes(file));
                }
            }
            return messages;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
