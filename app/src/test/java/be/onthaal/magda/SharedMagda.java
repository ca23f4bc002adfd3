// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.magda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.SAXException;

/** What Digitaal Vlaanderen publishes for testing, beside the repository. */
final class SharedMagda {

    private SharedMagda() {}

    /** Without the files a test is skipped, but not in CI. */
    static Path folder() {
        Optional<Path> found = find();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("shared/data/magda is absent");
        }
        Assumptions.assumeTrue(found.isPresent(), "shared/data/magda is absent");
        return found.orElseThrow();
    }

    static Optional<Path> find() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path candidate = at.resolve("shared/data/magda");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    /** The answers of a service, without those for keys that are not known. */
    static List<Path> answers(String domain, String service, String version) {
        Path root = folder().resolve("answers").resolve(domain).resolve(service).resolve(version);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !isFallback(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isFallback(String name) {
        return List.of("notfound.xml", "default.xml", "success.xml").contains(name);
    }

    /** The key of an answer that is filed under one number. */
    static String key(Path file) {
        return file.getFileName().toString().replace(".xml", "");
    }

    /** The schema that holds the message to which this one belongs. */
    static Schema schema(MagdaService service, String ending) {
        String folder = "." + service.title() + "Dienst-" + service.version().substring(0, 5);
        try (Stream<Path> all = Files.list(folder().resolve("xsd"))) {
            Path file =
                    all.filter(one -> one.getFileName().toString().endsWith(folder))
                            .map(one ->
                                    one.resolve("WebService/" + service.title() + ending + ".xsd"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("No schema: " + folder));
            return SchemaFactory.newDefaultInstance().newSchema(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SAXException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
