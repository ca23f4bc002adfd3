// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import static be.onthaal.documents.internal.db.Tables.DOCUMENT;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.common.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One at a time works on a document; whoever forgets it loses it after a working day. */
@Service
public class DocumentLocks {

    private static final Duration WORKING_DAY = Duration.ofHours(10);

    private final DocumentStore documents;
    private final DocumentGuard guard;
    private final DocumentTrail trail;
    private final Clock clock;

    DocumentLocks(DocumentStore documents, DocumentGuard guard, DocumentTrail trail, Clock clock) {
        this.documents = documents;
        this.guard = guard;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes it to work on, or keeps it for another day. */
    @Transactional
    public void take(DocumentId id) {
        Document document = guard.changed(id).document();
        DocumentGuard.refuseFinal(document);
        hold(id);
        trail.step(document, "documents.lock-taken", Map.of());
    }

    /**
     * Takes it for a program, for as long as that asks. Returns whether it is taken only now:
     * whoever had it already for longer keeps it so.
     */
    @Transactional
    public boolean take(DocumentId id, Duration asked) {
        Document document = guard.changed(id).document();
        DocumentGuard.refuseFinal(document);
        Instant until = clock.instant().plus(asked);
        Optional<Document.Lock> mine =
                document.lock()
                        .filter(lock -> lock.holder().equals(Callers.current().account()))
                        .filter(lock -> lock.until().isAfter(clock.instant()));
        if (mine.isEmpty()) {
            trail.step(document, "documents.lock-taken", Map.of());
        }
        if (mine.filter(lock -> !lock.until().isBefore(until)).isEmpty()) {
            hold(id, until);
        }
        return mine.isEmpty();
    }

    /** Gives back what a program held; what a colleague took over meanwhile is his. */
    @Transactional
    public void releaseOwn(DocumentId id) {
        Document document = guard.handled(id).document();
        boolean mine =
                document.lock()
                        .filter(lock -> lock.holder().equals(Callers.current().account()))
                        .isPresent();
        if (mine) {
            documents.mark(id, fields(Optional.empty()));
            trail.step(document, "documents.lock-released", Map.of());
        }
    }

    /** Gives it back. */
    @Transactional
    public void release(DocumentId id) {
        Document document = guard.mine(id).document();
        documents.mark(id, fields(Optional.empty()));
        trail.step(document, "documents.lock-released", Map.of());
    }

    /** Takes it from a colleague, which only who spreads the work may, and says why. */
    @Transactional
    public void takeOver(DocumentId id, String reason) {
        Document document = guard.alive(id).document();
        Caller caller = Callers.current();
        if (!caller.coordinates(document.placement().unit())) {
            throw new Refused("access.permission", Permission.COORDINATE);
        }
        if (reason.isBlank()) {
            throw new Refused("documents.reason-missing");
        }
        hold(id);
        trail.step(
                document,
                "documents.lock-taken-over",
                Map.of(
                        "reason",
                        reason,
                        "from",
                        document.lock().map(Document.Lock::name).orElse("")));
    }

    private void hold(DocumentId id) {
        hold(id, clock.instant().plus(WORKING_DAY));
    }

    private void hold(DocumentId id, Instant until) {
        Caller caller = Callers.current();
        documents.mark(
                id,
                fields(
                        Optional.of(
                                new Document.Lock(
                                        caller.account(), caller.name(), clock.instant(), until))));
    }

    /** What a lock is written as; without one nobody holds it. */
    static Map<Field<?>, Object> fields(Optional<Document.Lock> lock) {
        var fields = new HashMap<Field<?>, Object>();
        fields.put(DOCUMENT.LOCKED_BY, lock.map(one -> one.holder().value()).orElse(null));
        fields.put(DOCUMENT.LOCKED_NAME, lock.map(Document.Lock::name).orElse(null));
        fields.put(DOCUMENT.LOCKED_AT, lock.map(Document.Lock::since).orElse(null));
        fields.put(DOCUMENT.LOCKED_UNTIL, lock.map(Document.Lock::until).orElse(null));
        return fields;
    }
}
