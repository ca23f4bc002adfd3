// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.Permission;
import be.onthaal.access.UnitId;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.cases.CaseFile;
import be.onthaal.cases.CaseId;
import be.onthaal.cases.Cases;
import be.onthaal.common.Digest;
import be.onthaal.documents.internal.db.Routines;
import be.onthaal.outbox.Effect;
import be.onthaal.outbox.Outbox;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pieces of post on paper as documents: final from the day they are registered. */
@Service
public class PostDocuments {

    private final DSLContext sql;
    private final DocumentStore documents;
    private final DocumentIntake intake;
    private final DocumentTrail trail;
    private final Cases cases;
    private final Audit audit;
    private final Outbox outbox;
    private final Clock clock;

    PostDocuments(
            DSLContext sql,
            DocumentStore documents,
            DocumentIntake intake,
            DocumentTrail trail,
            Cases cases,
            Audit audit,
            Outbox outbox,
            Clock clock) {
        this.sql = sql;
        this.documents = documents;
        this.intake = intake;
        this.trail = trail;
        this.cases = cases;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes in a piece that is registered now: what the store has already becomes a document of the
     * unit it is for, also when whoever registers it may not see it any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentId add(
            UnitId unit,
            Confidentiality level,
            Document.About about,
            DocumentVersion.FileFacts kept) {
        Callers.require(Permission.POST_HANDLE);
        intake.stillKept(kept);
        var command = new NewDocument(about, Optional.empty(), Optional.empty());
        DocumentId id =
                documents.insert(
                        command, new Document.Placement(unit, level), Document.Status.FINAL);
        intake.first(id, kept);
        audit.record(
                AuditEvent.of(
                        "documents.added",
                        AuditEvent.Subject.of(DocumentTrail.KIND, id.value(), level, unit)));
        return id;
    }

    /** The case of its entry holds it now, unless that is closed or the caller does not see it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accompany(DocumentId id, CaseId to) {
        CaseFile file = cases.get(to).file();
        if (file.isClosed() || documents.find(id).isEmpty()) {
            return;
        }
        documents.link(id, to);
        trail.step(
                documents.get(id).document(),
                "documents.linked",
                Map.of("number", file.number().display()));
    }

    /**
     * Nobody names these bytes any more in what was scanned; they go unless something else does.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Digest file) {
        outbox.send(
                new Effect(
                        DocumentIntake.FORGET,
                        DocumentIntake.FORGET + "/scan/" + file.hex() + "/" + clock.instant(),
                        Map.of("file", file.hex())));
    }

    /** Its entry went to another unit, and it goes along unless a case holds it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(DocumentId id, UnitId unit, Confidentiality level) {
        Routines.withEntry(sql.configuration(), id.value(), unit.value(), level.level());
    }
}
