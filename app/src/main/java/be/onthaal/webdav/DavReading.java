// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.DocumentFiles;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/** What programs look at: what lies there, and the bytes of it. */
@Service
class DavReading {

    private static final int MOST_NAMES = 200;

    private final EditAddresses addresses;
    private final DavTree tree;
    private final Scraps scraps;
    private final Properties properties;
    private final Conditions conditions;
    private final EditedDocument document;

    DavReading(
            EditAddresses addresses,
            DavTree tree,
            Scraps scraps,
            Properties properties,
            Conditions conditions,
            EditedDocument document) {
        this.addresses = addresses;
        this.tree = tree;
        this.scraps = scraps;
        this.properties = properties;
        this.conditions = conditions;
        this.document = document;
    }

    /** Tells what lies at a place, and directly in it. */
    @Transactional(readOnly = true)
    public DavAnswer list(UUID id, DavRequest request, byte[] body) {
        Optional<Element> asked = body.length == 0 ? Optional.empty() : Optional.of(asked(body));
        if (request.depth() == DavRequest.Depth.ALL) {
            return DavAnswer.xml(
                    DavRefusal.FORBIDDEN,
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                            + "<D:error xmlns:D=\"DAV:\"><D:propfind-finite-depth/></D:error>");
        }
        EditAddress address = addresses.get(id);
        Entry entry = tree.get(address, request.path());
        List<Entry> told = new ArrayList<>(List.of(entry));
        if (request.depth() == DavRequest.Depth.NEXT) {
            told.addAll(tree.in(address, entry));
        }
        var answer = new Multistatus();
        told.forEach(
                one -> tell(answer, asked, request, one, properties.of(address, request, one)));
        return DavAnswer.xml(DavAnswer.MANY, answer.xml());
    }

    private static Element asked(byte[] body) {
        Element root = Xml.read(body);
        if (!Xml.name(root).equals(PropertyName.dav("propfind"))) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        boolean known =
                Xml.child(root, "prop").isPresent()
                        || Xml.child(root, "allprop").isPresent()
                        || Xml.child(root, "propname").isPresent();
        boolean many =
                Xml.child(root, "prop").stream()
                        .anyMatch(prop -> Xml.children(prop).size() > MOST_NAMES);
        if (!known || many) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return root;
    }

    private static void tell(
            Multistatus answer,
            Optional<Element> asked,
            DavRequest request,
            Entry entry,
            Map<PropertyName, String> all) {
        answer.at(request.written(entry));
        Optional<Element> some = asked.flatMap(root -> Xml.child(root, "prop"));
        if (some.isPresent()) {
            List<PropertyName> names =
                    Xml.children(some.get()).stream().map(Xml::name).distinct().toList();
            List<String> found = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (PropertyName name : names) {
                String value = all.get(name);
                (value == null ? missing : found).add(value == null ? name.empty() : value);
            }
            answer.with(DavAnswer.OK, found).with(DavRefusal.MISSING, missing);
        } else if (asked.flatMap(root -> Xml.child(root, "propname")).isPresent()) {
            answer.with(DavAnswer.OK, all.keySet().stream().map(PropertyName::empty).toList());
        } else {
            answer.with(DavAnswer.OK, all.values());
        }
        answer.end();
    }

    /** Gives the bytes of a file; that the document is opened is written in the log. */
    @Transactional
    public DavAnswer open(UUID id, DavRequest request) {
        EditAddress address = addresses.get(id);
        conditions.check(address, request);
        Entry entry = tree.get(address, request.path());
        if (entry.isFolder()) {
            throw new DavRefusal(DavRefusal.NOT_HERE);
        }
        if (request.header("If-None-Match")
                .filter(list -> Conditions.names(list, entry))
                .isPresent()) {
            return facts(DavAnswer.of(DavAnswer.SAME), entry);
        }
        DavAnswer found = facts(DavAnswer.of(DavAnswer.OK), entry);
        if (request.method().equals("HEAD")) {
            return found.with("Content-Length", String.valueOf(entry.size()))
                    .with("Content-Type", entry.type());
        }
        if (entry.isDocument()) {
            DocumentFiles.Opened opened = document.open(address);
            return found.with(new DavAnswer.Body(entry.type(), entry.size(), opened.bytes()));
        }
        byte[] bytes = scraps.bytes(address, request.path());
        return found.with(
                new DavAnswer.Body(entry.type(), bytes.length, new ByteArrayInputStream(bytes)));
    }

    private static DavAnswer facts(DavAnswer answer, Entry entry) {
        return answer.with("ETag", entry.etag())
                .with("Last-Modified", Properties.moment(entry.changedAt()));
    }
}
