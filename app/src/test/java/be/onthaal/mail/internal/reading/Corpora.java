// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The mails that others collected for their tests, by name. */
final class Corpora {

    private static final Map<String, byte[]> PARSER_MESSAGES = readParserMessages();
    private static final Optional<Map<String, byte[]>> AWKWARD_MESSAGES =
            findShared("mail").map(folder -> read(folder, ""));

    private Corpora() {}

    /** The hostile messages in the test jar of the parser. */
    static Map<String, byte[]> parserMessages() {
        return PARSER_MESSAGES;
    }

    /** The messages beside the repository; without them a test is skipped, but not in CI. */
    static Map<String, byte[]> awkwardMessages() {
        boolean required = "true".equals(System.getenv("CI"));
        if (AWKWARD_MESSAGES.isEmpty() && required) {
            throw new IllegalStateException("shared/data/mail is absent");
        }
        Assumptions.assumeTrue(AWKWARD_MESSAGES.isPresent(), "shared/data/mail is absent");
        return AWKWARD_MESSAGES.orElseThrow();
    }

    private static Map<String, byte[]> readParserMessages() {
        URL some = Corpora.class.getResource("/testmsgs/basic-plain.msg");
        String jar = Objects.requireNonNull(some).toString();
        URI uri = uri(jar.substring(0, jar.indexOf("!/")));
        try (FileSystem files = FileSystems.newFileSystem(uri, Map.of())) {
            Map<String, byte[]> messages = new TreeMap<>();
            messages.putAll(read(files.getPath("/testmsgs"), ".msg"));
            messages.putAll(read(files.getPath("/mimetools-testmsgs"), ".msg"));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> findShared(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path candidate = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    private static Map<String, byte[]> read(Path folder, String extension) {
        Map<String, byte[]> messages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (name.endsWith(extension) && !name.equals("README.md")) {
                    messages.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
