// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds questions to the schemas of their service, as MAGDA does. */
final class Schemas {

    private final Path folder;
    private final Map<String, Schema> read = new ConcurrentHashMap<>();

    Schemas(Path folder) {
        this.folder = folder;
    }

    /** What the schema says is wrong; empty when nothing is, or when there is no schema. */
    Optional<String> problem(Asked asked) throws IOException {
        Optional<Path> file = file(asked);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            schema(file.get()).newValidator().validate(new DOMSource(asked.root()));
            return Optional.empty();
        } catch (SAXException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    private Schema schema(Path file) throws SAXException {
        Schema known = read.get(file.toString());
        if (known == null) {
            known = SchemaFactory.newDefaultInstance().newSchema(file.toFile());
            read.put(file.toString(), known);
        }
        return known;
    }

    /** Folders are called after domain, service and version: Persoon.GeefPersoonDienst-02.02. */
    private Optional<Path> file(Asked asked) throws IOException {
        if (asked.version().length() < 5 || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        String ending = "." + asked.service() + "Dienst-" + asked.version().substring(0, 5);
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> one.getFileName().toString().endsWith(ending))
                    .map(one -> one.resolve("WebService").resolve(asked.service() + ".xsd"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }
}
