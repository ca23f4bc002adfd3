// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Element;

/** Programs lock what they work on; the lock of the document is that of its person. */
@Service
class DavLocking {

    private static final int LONGEST_OWNER = 2_000;
    private static final byte[] NOTHING = {};

    private final EditAddresses addresses;
    private final DavTree tree;
    private final Scraps scraps;
    private final ProgramLocks locks;
    private final Properties properties;
    private final Conditions conditions;
    private final EditedDocument document;
    private final Clock clock;

    DavLocking(
            EditAddresses addresses,
            DavTree tree,
            Scraps scraps,
            ProgramLocks locks,
            Properties properties,
            Conditions conditions,
            EditedDocument document,
            Clock clock) {
        this.addresses = addresses;
        this.tree = tree;
        this.scraps = scraps;
        this.locks = locks;
        this.properties = properties;
        this.conditions = conditions;
        this.document = document;
        this.clock = clock;
    }

    /** Locks a file or folder; one that is not there yet is made, and empty. */
    @Transactional
    public DavAnswer lock(UUID id, DavRequest request, byte[] body) {
        EditAddress address = addresses.alone(id);
        document.wakeLocks(address, request.conditions().tokens());
        if (body.length == 0) {
            return refresh(address, request);
        }
        Element asked = Xml.read(body);
        if (!Xml.name(asked).equals(PropertyName.dav("lockinfo"))
                || request.depth() == DavRequest.Depth.NEXT) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        conditions.check(address, request);
        boolean shared =
                Xml.child(asked, "lockscope").flatMap(one -> Xml.child(one, "shared")).isPresent();
        Optional<Entry> there = tree.find(address, request.path());
        boolean isDocument = there.filter(Entry::isDocument).isPresent();
        if (request.path().isRoot() || (shared && isDocument)) {
            throw new DavRefusal(DavRefusal.FORBIDDEN);
        }
        boolean deep =
                request.depth() == DavRequest.Depth.ALL
                        && there.filter(Entry::isFolder).isPresent();
        refuseOther(address, request.path(), deep, shared);
        locks.removeLapsed(address);
        if (there.isEmpty()) {
            tree.refuseNoFolder(address, request.path());
            locks.refuseLocked(address, request.path().parent(), request.conditions().tokens());
            scraps.put(address, request.path(), NOTHING, "application/octet-stream");
        }
        Duration lasts = request.timeout();
        boolean borrowed = isDocument && !document.take(address, lasts);
        var lock =
                new ProgramLock(
                        UUID.randomUUID(),
                        request.path(),
                        deep,
                        shared,
                        owner(asked),
                        lasts,
                        clock.instant().plus(lasts),
                        borrowed);
        locks.add(address, lock, isDocument);
        return told(address, request, there.isPresent() ? DavAnswer.OK : DavAnswer.CREATED)
                .with("Lock-Token", "<" + lock.name() + ">");
    }

    private void refuseOther(EditAddress address, DavPath path, boolean deep, boolean shared) {
        boolean taken =
                locks.of(address).stream()
                        .filter(lock -> lock.covers(path) || (deep && path.holds(lock.path())))
                        .anyMatch(lock -> !shared || !lock.shared());
        if (taken) {
            throw new DavRefusal(DavRefusal.LOCKED);
        }
    }

    private static String owner(Element asked) {
        String owner = Xml.child(asked, "owner").map(Xml::within).orElse("");
        if (owner.length() > LONGEST_OWNER) {
            throw new DavRefusal(DavRefusal.BAD_REQUEST);
        }
        return owner;
    }

    private DavAnswer refresh(EditAddress address, DavRequest request) {
        List<ProgramLock> held =
                locks.covering(address, request.path()).stream()
                        .filter(lock -> request.conditions().tokens().contains(lock.name()))
                        .toList();
        if (held.isEmpty()) {
            throw new DavRefusal(DavRefusal.CONDITION_FAILED);
        }
        conditions.check(address, request);
        for (ProgramLock lock : held) {
            if (lock.path().equals(address.place())) {
                document.keep(address, request.timeout());
            }
            locks.extend(address, lock, request.timeout(), lock.borrowed());
        }
        return told(address, request, DavAnswer.OK);
    }

    /** Gives a lock back. */
    @Transactional
    public DavAnswer unlock(UUID id, DavRequest request) {
        String token = request.lockToken();
        EditAddress address = addresses.alone(id);
        tree.get(address, request.path());
        ProgramLock lock =
                locks.covering(address, request.path()).stream()
                        .filter(one -> one.name().equals(token))
                        .findFirst()
                        .orElseThrow(() -> new DavRefusal(DavRefusal.CONFLICT));
        locks.remove(address, lock.token());
        if (lock.path().equals(address.place())) {
            document.release(address, lock);
        }
        return DavAnswer.of(DavAnswer.DONE);
    }

    private DavAnswer told(EditAddress address, DavRequest request, int status) {
        Entry entry = tree.get(address, request.path());
        String discovered = properties.discovered(address, request, entry);
        return DavAnswer.xml(
                status, Multistatus.prop("<D:lockdiscovery>" + discovered + "</D:lockdiscovery>"));
    }
}
