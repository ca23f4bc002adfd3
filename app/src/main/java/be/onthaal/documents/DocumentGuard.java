// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.CaseLines;
import be.onthaal.cases.Cases;
import be.onthaal.cases.model.Retention;
import be.onthaal.common.Brussels;
import be.onthaal.common.Conflict;
import be.onthaal.common.Refused;
import be.onthaal.party.OwnFile;
import be.onthaal.records.spi.LegalHolds;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who may change a document, and when nobody may. */
@Component
class DocumentGuard {

    private final DocumentStore documents;
    private final Cases cases;
    private final CaseLines lines;
    private final OwnFile ownFile;
    private final LegalHolds holds;
    private final Clock clock;

    DocumentGuard(
            DocumentStore documents,
            Cases cases,
            CaseLines lines,
            OwnFile ownFile,
            LegalHolds holds,
            Clock clock) {
        this.documents = documents;
        this.cases = cases;
        this.lines = lines;
        this.ownFile = ownFile;
        this.holds = holds;
        this.clock = clock;
    }

    /** The document while nobody else changes it; refused to who may not handle it. */
    DocumentLine handled(DocumentId id) {
        Callers.require(Permission.CASE_HANDLE);
        DocumentLine line = documents.locked(id);
        ownFile.refuse(documents.customersOf(id));
        return line;
    }

    /** The same, refused when a case that holds it is closed. */
    DocumentLine alive(DocumentId id) {
        boolean closed = documents.inClosedCase(id);
        DocumentLine line = handled(id);
        if (closed) {
            throw new Refused("documents.in-closed-case");
        }
        return line;
    }

    /** The same, refused while a colleague works on it. */
    DocumentLine changed(DocumentId id) {
        return free(alive(id));
    }

    /** What was taken to work on may be given back, also when its case has closed since. */
    DocumentLine mine(DocumentId id) {
        return free(handled(id));
    }

    private DocumentLine free(DocumentLine line) {
        line.document()
                .lock()
                .filter(lock -> lock.keepsOut(Callers.current().account(), clock.instant()))
                .ifPresent(lock -> {
                    throw new Refused("documents.locked", lock.name(), lock.until());
                });
        return line;
    }

    /** The same, refused when somebody changed it since it looked like this. */
    DocumentLine changed(DocumentId id, int revision) {
        DocumentLine line = changed(id);
        Document.Progress progress = line.document().progress();
        if (progress.revision() != revision) {
            throw new Conflict(
                    "documents.changed", progress.changed().by(), progress.changed().at());
        }
        return line;
    }

    /** Refuses to let go what its kind, the law or a judge keeps. */
    void refuseKept(Document document) {
        LocalDate today = Brussels.today(clock);
        document.keeping()
                .filter(keeping -> keeping.action() == Retention.Action.KEEP)
                .ifPresent(keeping -> {
                    throw new Refused("documents.kept-for-ever");
                });
        document.keeping()
                .flatMap(Document.Keeping::until)
                .filter(last -> !last.isBefore(today))
                .ifPresent(last -> {
                    throw new Refused("documents.kept-until", last);
                });
        documents.casesOf(document.id()).forEach(this::refuseHeld);
    }

    /** Refuses to take something out of a case that a legal hold keeps. */
    void refuseHeld(CaseId id) {
        if (holds.keeps(id)) {
            throw new Refused("documents.held");
        }
    }

    /** The case, open and not the caller's own. */
    CaseFile open(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        return open(cases.get(id).file());
    }

    /** The same, which nobody closes before this transaction ends. */
    CaseFile held(CaseId id) {
        Callers.require(Permission.CASE_HANDLE);
        return open(lines.held(id));
    }

    private CaseFile open(CaseFile file) {
        ownFile.refuse(file.customer().party().stream().toList());
        if (file.isClosed()) {
            throw new Refused("documents.case-closed", file.number().display());
        }
        return file;
    }

    /** A document is never less confidential than the least confidential case that holds it. */
    int floor(DocumentId id) {
        return lines.of(documents.casesOf(id)).stream()
                .mapToInt(line -> line.traits().confidentiality().level())
                .min()
                .orElse(0);
    }

    /** Nobody puts something out of his own sight. */
    static void refuseBeyond(Confidentiality level, UnitId unit) {
        Caller caller = Callers.current();
        boolean sees =
                level.level() <= caller.rights().clearance().level()
                        || caller.rights().units().contains(unit);
        if (!sees) {
            throw new Refused("documents.beyond-you");
        }
    }

    static void refuseFinal(Document document) {
        if (document.isFinal()) {
            throw new Refused("documents.final");
        }
    }
}
