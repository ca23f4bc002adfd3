// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.simulators.magda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Answers from files as Digitaal Vlaanderen publishes them for MAGDA-Mock: a folder per domain,
 * service and version, in it a file per key, and where that is absent one for all others on the way
 * up. References, sender, date, service and version follow the question: some files say otherwise.
 */
final class AnswerFolder implements Source {

    private static final List<String> FALLBACKS =
            List.of("default.xml", "success.xml", "notfound.xml");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 .,'_-]*");

    private final Path folder;
    private final Schemas schemas;

    AnswerFolder(Path data) {
        this.folder = data.resolve("answers");
        this.schemas = new Schemas(data.resolve("xsd"));
    }

    @Override
    public Tree answer(Asked asked) throws IOException {
        Optional<String> problem = schemas.problem(asked);
        if (problem.isPresent()) {
            return Envelopes.fault("soapenv:Client", "10001 " + problem.get());
        }
        Optional<Path> file = file(asked);
        if (file.isEmpty()) {
            return Envelopes.fault("soapenv:Server", "No answers of " + asked.service());
        }
        Document kept = Tree.read(Files.readAllBytes(file.get()));
        Tree body = Tree.envelope();
        Document envelope = body.element().getOwnerDocument();
        Element answer = (Element) envelope.importNode(kept.getDocumentElement(), true);
        Element named =
                (Element)
                        envelope.renameNode(
                                answer, asked.namespace(), "antw:" + asked.service() + "Response");
        body.element().appendChild(named);
        correlate(named, asked);
        return new Tree(named);
    }

    private Optional<Path> file(Asked asked) throws IOException {
        Optional<Path> service = service(asked);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        Path root = service.get();
        Path at = root;
        for (String part : key(asked)) {
            if (!PLAIN.matcher(part).matches()) {
                break;
            }
            at = at.resolve(part);
        }
        Path exact = at.resolveSibling(at.getFileName() + ".xml");
        if (exact.startsWith(root) && Files.isRegularFile(exact)) {
            return Optional.of(exact);
        }
        for (Path up = at; up != null && up.startsWith(root); up = up.getParent()) {
            for (String fallback : FALLBACKS) {
                if (Files.isRegularFile(up.resolve(fallback))) {
                    return Optional.of(up.resolve(fallback));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Path> service(Asked asked) throws IOException {
        if (!PLAIN.matcher(asked.service()).matches()
                || !PLAIN.matcher(asked.version()).matches()) {
            return Optional.empty();
        }
        try (Stream<Path> domains = Files.list(folder)) {
            return domains.map(one -> one.resolve(asked.service()).resolve(asked.version()))
                    .filter(Files::isDirectory)
                    .findFirst();
        }
    }

    /** By what the answers of a service are filed. */
    private static List<String> key(Asked asked) {
        return switch (asked.service()) {
            case "ZoekPersoonOpAdres" ->
                    List.of(
                            asked.value("Bron"),
                            asked.value("PostCode"),
                            asked.value("Straatcode"),
                            asked.value("Huisnummer"),
                            asked.value("EnkelReferentiepersoon"));
            case "ZoekPersoonOpNaam" ->
                    List.of(asked.value("Bron"), asked.value("Achternaam"), asked.value("Datum"));
            case "RegistreerInschrijving" -> List.of(asked.value("Type"), asked.value("Sleutel"));
            case "GeefPersoonMutatiesNotificaties" -> List.of(asked.value("Ontvangstreferte"));
            default ->
                    asked.value("INSZ").isEmpty()
                            ? List.of(asked.value("Ondernemingsnummer"))
                            : List.of(asked.value("INSZ"));
        };
    }

    private static void correlate(Element answer, Asked asked) {
        for (Element recipient : Asked.all(answer, "Ontvanger")) {
            set(recipient, "Identificatie", asked.sender());
            set(recipient, "Referte", asked.reference());
        }
        for (Element one : Asked.all(answer, "Antwoord")) {
            Asked.all(one, "Referte").stream()
                    .filter(reference -> one.isSameNode(reference.getParentNode()))
                    .forEach(reference -> reference.setTextContent(asked.questionReference()));
        }
        for (Element context : Asked.all(answer, "Context")) {
            set(context, "Naam", asked.service());
            set(context, "Versie", asked.version());
        }
        String today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        for (Element message : Asked.all(answer, "Bericht")) {
            set(message, "Datum", today);
        }
    }

    private static void set(Element place, String name, String text) {
        Asked.all(place, name).stream().findFirst().ifPresent(one -> one.setTextContent(text));
    }
}
