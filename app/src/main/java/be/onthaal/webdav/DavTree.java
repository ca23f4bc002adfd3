// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What lies behind an address: the document, and the scraps of the program beside it. */
@Component
class DavTree {

    private final EditedDocument document;
    private final Scraps scraps;
    private final DeadProperties properties;
    private final ProgramLocks locks;

    DavTree(EditedDocument document, Scraps scraps, DeadProperties properties, ProgramLocks locks) {
        this.document = document;
        this.scraps = scraps;
        this.properties = properties;
        this.locks = locks;
    }

    Optional<Entry> find(EditAddress address, DavPath path) {
        if (path.isRoot()) {
            return Optional.of(root(address));
        }
        return path.equals(address.place())
                ? Optional.of(document.entry(address))
                : scraps.find(address, path);
    }

    Entry get(EditAddress address, DavPath path) {
        return find(address, path).orElseThrow(() -> new DavRefusal(DavRefusal.MISSING));
    }

    List<Entry> in(EditAddress address, Entry folder) {
        List<Entry> found = new ArrayList<>();
        if (folder.isFolder()) {
            if (folder.path().isRoot()) {
                found.add(document.entry(address));
            }
            found.addAll(scraps.in(address, folder.path()));
        }
        return found;
    }

    /** Refuses to put something where no folder is. */
    void refuseNoFolder(EditAddress address, DavPath path) {
        if (find(address, path.parent()).filter(Entry::isFolder).isEmpty()) {
            throw new DavRefusal(DavRefusal.CONFLICT);
        }
    }

    /** Takes scraps away, with what was remembered of them. */
    void delete(EditAddress address, DavPath path) {
        locks.forget(address, path);
        for (Entry one : scraps.at(address, path)) {
            properties.forget(address, one.path());
            scraps.delete(address, one.path());
        }
    }

    void copy(EditAddress address, DavPath from, DavPath to, boolean deep) {
        for (Entry one : scraps.at(address, from)) {
            if (deep || one.path().equals(from)) {
                DavPath place = one.path().moved(from, to);
                scraps.copy(address, one.path(), place);
                properties.copy(address, one.path(), place);
            }
        }
    }

    void move(EditAddress address, DavPath from, DavPath to) {
        locks.forget(address, from);
        for (Entry one : scraps.at(address, from)) {
            DavPath place = one.path().moved(from, to);
            scraps.move(address, one.path(), place);
            properties.copy(address, one.path(), place);
            properties.forget(address, one.path());
        }
    }

    private static Entry root(EditAddress address) {
        return new Entry(
                DavPath.ROOT,
                Entry.Sort.FOLDER,
                "",
                0,
                '"' + address.id().toString() + '"',
                address.madeAt(),
                address.madeAt());
    }
}
