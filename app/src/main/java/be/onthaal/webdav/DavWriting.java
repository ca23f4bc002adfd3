// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.documents.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/** What programs change: one request is one commit. */
@Service
class DavWriting {

    private static final String PLAIN = "application/octet-stream";
    private static final int DEPENDENT = 424;

    private final EditAddresses addresses;
    private final DavTree tree;
    private final Scraps scraps;
    private final DeadProperties properties;
    private final ProgramLocks locks;
    private final Conditions conditions;
    private final EditedDocument document;

    DavWriting(
            EditAddresses addresses,
            DavTree tree,
            Scraps scraps,
            DeadProperties properties,
            ProgramLocks locks,
            Conditions conditions,
            EditedDocument document) {
        this.addresses = addresses;
        this.tree = tree;
        this.scraps = scraps;
        this.properties = properties;
        this.locks = locks;
        this.conditions = conditions;
        this.document = document;
    }

    /** Refuses a save before its bytes are taken in, to who may not change the document now. */
    @Transactional
    public void admit(UUID id, DavRequest request) {
        EditAddress address = addresses.get(id);
        if (request.path().equals(address.place())) {
            document.admit(address);
        }
    }

    /** Keeps what was sent: of the document as a version, of anything else beside it. */
    @Transactional
    public DavAnswer put(UUID id, DavRequest request, Upload file) {
        EditAddress address = begin(id, request);
        DavPath path = request.path();
        Optional<Entry> there = tree.find(address, path);
        if (path.isRoot() || there.filter(Entry::isFolder).isPresent()) {
            throw new DavRefusal(DavRefusal.NOT_HERE);
        }
        tree.refuseNoFolder(address, path);
        locks.refuseLocked(address, path, request.conditions().tokens());
        if (there.isEmpty()) {
            locks.refuseLocked(address, path.parent(), request.conditions().tokens());
        }
        if (there.filter(Entry::isDocument).isPresent()) {
            document.save(address, file);
        } else {
            scraps.put(address, path, bytes(file), type(request));
        }
        return DavAnswer.of(there.isPresent() ? DavAnswer.DONE : DavAnswer.CREATED)
                .with("ETag", tree.get(address, path).etag());
    }

    private static String type(DavRequest request) {
        return request.header("Content-Type")
                .map(String::strip)
                .filter(type -> type.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}"))
                .orElse(PLAIN);
    }

    private static byte[] bytes(Upload file) {
        if (file.size() > Scraps.LARGEST) {
            throw new DavRefusal(DavRefusal.TOO_LARGE);
        }
        try (InputStream content = file.bytes().open()) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a folder beside the document. */
    @Transactional
    public DavAnswer makeFolder(UUID id, DavRequest request) {
        EditAddress address = begin(id, request);
        DavPath path = request.path();
        if (tree.find(address, path).isPresent()) {
            throw new DavRefusal(DavRefusal.NOT_HERE);
        }
        tree.refuseNoFolder(address, path);
        locks.refuseLockedAround(address, path, request.conditions().tokens());
        scraps.addFolder(address, path);
        return DavAnswer.of(DavAnswer.CREATED);
    }

    /** Takes away what a program put there; the document is taken away on its page alone. */
    @Transactional
    public DavAnswer delete(UUID id, DavRequest request) {
        EditAddress address = begin(id, request);
        refuseDocument(address, tree.get(address, request.path()));
        locks.refuseLockedAround(address, request.path(), request.conditions().tokens());
        tree.delete(address, request.path());
        return DavAnswer.of(DavAnswer.DONE);
    }

    /** Copies or moves; what comes to lie on the document is saved as a version of it. */
    @Transactional
    public DavAnswer carry(UUID id, DavRequest request) {
        EditAddress address = begin(id, request);
        boolean moves = request.method().equals("MOVE");
        DavPath from = request.path();
        DavPath to = request.destination();
        Entry source = tree.get(address, from);
        if (moves) {
            refuseDocument(address, source);
            locks.refuseLockedAround(address, from, request.conditions().tokens());
        }
        if (from.holds(to) || to.holds(from)) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
        tree.refuseNoFolder(address, to);
        Optional<Entry> there = tree.find(address, to);
        if (there.isPresent() && !request.overwrites()) {
            throw new DavRefusal(DavRefusal.CONDITION_FAILED);
        }
        Set<String> held = request.conditions().tokens();
        if (there.filter(Entry::isDocument).isPresent()) {
            locks.refuseLocked(address, to, held);
            saveOnto(address, source);
            if (moves) {
                tree.delete(address, from);
            }
            return DavAnswer.of(DavAnswer.DONE);
        }
        locks.refuseLockedAround(address, to, held);
        there.ifPresent(old -> tree.delete(address, to));
        if (source.isDocument()) {
            copyDocument(address, source, to);
        } else if (moves) {
            tree.move(address, from, to);
        } else {
            tree.copy(address, from, to, request.depth() != DavRequest.Depth.THIS);
        }
        return DavAnswer.of(there.isPresent() ? DavAnswer.DONE : DavAnswer.CREATED);
    }

    private void saveOnto(EditAddress address, Entry source) {
        if (source.isFolder()) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
        byte[] bytes = scraps.bytes(address, source.path());
        document.save(
                address,
                new Upload(address.name(), bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    private void copyDocument(EditAddress address, Entry source, DavPath to) {
        if (source.size() > Scraps.LARGEST) {
            throw new DavRefusal(DavRefusal.TOO_LARGE);
        }
        try (InputStream bytes = document.open(address).bytes()) {
            scraps.put(address, to, bytes.readAllBytes(), source.type());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Remembers properties, all that are sent or none. */
    @Transactional
    public DavAnswer patch(UUID id, DavRequest request, byte[] body) {
        Element root = Xml.read(body);
        if (!Xml.name(root).equals(PropertyName.dav("propertyupdate"))) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        EditAddress address = begin(id, request);
        Entry entry = tree.get(address, request.path());
        locks.refuseLocked(address, request.path(), request.conditions().tokens());
        List<Element> updates = new ArrayList<>();
        for (Element update : Xml.children(root)) {
            Xml.child(update, "prop").ifPresent(prop -> updates.addAll(Xml.children(prop)));
        }
        List<String> kept =
                updates.stream()
                        .map(Xml::name)
                        .filter(Properties::isLive)
                        .distinct()
                        .map(PropertyName::empty)
                        .toList();
        List<String> others =
                updates.stream()
                        .map(Xml::name)
                        .filter(name -> !Properties.isLive(name))
                        .distinct()
                        .map(PropertyName::empty)
                        .toList();
        if (kept.isEmpty()) {
            Xml.children(root).forEach(update -> apply(address, entry, update));
        }
        var answer = new Multistatus().at(request.written(entry));
        answer.with(DavRefusal.FORBIDDEN, kept)
                .with(kept.isEmpty() ? DavAnswer.OK : DEPENDENT, others)
                .end();
        return DavAnswer.xml(DavAnswer.MANY, answer.xml());
    }

    private void apply(EditAddress address, Entry entry, Element update) {
        boolean sets = Xml.name(update).equals(PropertyName.dav("set"));
        boolean removes = Xml.name(update).equals(PropertyName.dav("remove"));
        List<Element> sent = Xml.child(update, "prop").map(Xml::children).orElse(List.of());
        for (Element property : sent) {
            if (sets) {
                properties.set(address, entry.path(), Xml.name(property), Xml.written(property));
            } else if (removes) {
                properties.remove(address, entry.path(), Xml.name(property));
            }
        }
    }

    /** One request at a time changes what lies there, on what it says is so. */
    private EditAddress begin(UUID id, DavRequest request) {
        EditAddress address = addresses.alone(id);
        document.wakeLocks(address, request.conditions().tokens());
        conditions.check(address, request);
        return address;
    }

    private static void refuseDocument(EditAddress address, Entry entry) {
        if (entry.path().isRoot() || entry.path().equals(address.place())) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
    }
}
