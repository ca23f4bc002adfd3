// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.webdav;

import be.onthaal.access.Callers;
import be.onthaal.common.Refused;
import be.onthaal.documents.Document;
import be.onthaal.documents.DocumentFiles;
import be.onthaal.documents.DocumentLine;
import be.onthaal.documents.DocumentLinks;
import be.onthaal.documents.DocumentLocks;
import be.onthaal.documents.DocumentVersion;
import be.onthaal.documents.Documents;
import be.onthaal.documents.OfficeKind;
import be.onthaal.documents.Upload;
import be.onthaal.notifications.Live;
import be.onthaal.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The document behind an address: every question and change goes through its own rules. */
@Component
class EditedDocument {

    private final Documents documents;
    private final DocumentFiles files;
    private final DocumentLocks holds;
    private final DocumentLinks links;
    private final EditAddresses addresses;
    private final ProgramLocks locks;
    private final Texts texts;
    private final Live live;
    private final Clock clock;

    EditedDocument(
            Documents documents,
            DocumentFiles files,
            DocumentLocks holds,
            DocumentLinks links,
            EditAddresses addresses,
            ProgramLocks locks,
            Texts texts,
            Live live,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.holds = holds;
        this.links = links;
        this.addresses = addresses;
        this.locks = locks;
        this.texts = texts;
        this.live = live;
        this.clock = clock;
    }

    /** The document as it is now, for who may still see it. */
    Entry entry(EditAddress address) {
        DocumentLine line = documents.get(address.document());
        DocumentVersion version = line.version();
        return new Entry(
                address.place(),
                Entry.Sort.DOCUMENT,
                version.file().type(),
                version.file().size(),
                "\"%d-%s\""
                        .formatted(
                                version.number(), version.file().digest().hex().substring(0, 32)),
                line.document().progress().addedAt(),
                version.added().at());
    }

    /** Its bytes; that it was opened is in the log once. */
    DocumentFiles.Opened open(EditAddress address) {
        int version = documents.get(address.document()).version().number();
        boolean again = addresses.opened(address, version);
        return files.edit(address.document(), version, again);
    }

    /** Refuses who may not change it now. */
    void admit(EditAddress address) {
        documents.admit(address.document());
    }

    /** Keeps what the program saved as a version, and tells open pages. */
    void save(EditAddress address, Upload file) {
        if (locks.elsewhere(address)) {
            throw new Refused("webdav.open-elsewhere");
        }
        String program =
                OfficeKind.of(address.name())
                        .map(kind -> address.program().called(kind))
                        .orElse(address.name());
        String why = texts.dutch().of("webdav.saved", program);
        var named = new Upload(address.name(), file.size(), file.bytes());
        int version = documents.save(address.document(), address.seen(), named, why);
        addresses.saved(address, version);
        links.casesOf(address.document()).forEach(held -> live.changed("case-" + held.id()));
    }

    /** Who else works on it, if somebody does. */
    Optional<Document.Lock> colleague(EditAddress address) {
        return documents
                .get(address.document())
                .document()
                .lock()
                .filter(lock -> lock.keepsOut(Callers.current().account(), clock.instant()));
    }

    /** Takes it for the program; whether its person did not have it himself already. */
    boolean take(EditAddress address, Duration lasts) {
        if (locks.elsewhere(address)) {
            throw new Refused("webdav.open-elsewhere");
        }
        return holds.take(address.document(), lasts);
    }

    void keep(EditAddress address, Duration lasts) {
        holds.take(address.document(), lasts);
    }

    void release(EditAddress address, ProgramLock lock) {
        if (!lock.borrowed()) {
            holds.releaseOwn(address.document());
        }
    }

    /**
     * A laptop that slept did not refresh its lock. When nobody took the document meanwhile it has
     * it still, so that what was typed is saved and not lost.
     */
    void wakeLocks(EditAddress address, Set<String> held) {
        for (ProgramLock lock : locks.lapsed(address)) {
            if (held.contains(lock.name())
                    && colleague(address).isEmpty()
                    && !locks.elsewhere(address)) {
                boolean taken = holds.take(address.document(), lock.lasts());
                locks.extend(address, lock, lock.lasts(), lock.borrowed() && !taken);
            }
        }
    }
}
