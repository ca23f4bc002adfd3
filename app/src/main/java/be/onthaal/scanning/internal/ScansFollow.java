// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.scanning.internal;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.documents.PostDocuments;
import be.onthaal.organisation.UnitSucceeded;
import be.onthaal.post.EntryLinked;
import be.onthaal.post.EntryMoved;
import be.onthaal.scanning.Scans;
import be.onthaal.search.Search;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A scan goes along with its entry and with its case; one that waits, with its unit. */
@Component
class ScansFollow {

    private final PieceStore pieces;
    private final PostDocuments documents;
    private final Search search;

    ScansFollow(PieceStore pieces, PostDocuments documents, Search search) {
        this.pieces = pieces;
        this.documents = documents;
        this.search = search;
    }

    @EventListener
    void on(EntryMoved event) {
        pieces.documentOf(event.id())
                .ifPresent(document -> {
                    documents.follow(document, event.unit(), event.confidentiality());
                    search.moved(
                            Scans.SOURCE,
                            event.id().value(),
                            event.unit(),
                            event.confidentiality());
                });
    }

    /** The case holds what was scanned, unless whoever brings it may not put documents there. */
    @EventListener
    void on(EntryLinked event) {
        pieces.documentOf(event.id())
                .ifPresent(document -> {
                    pieces.inCase(event.id(), event.caseId());
                    Caller caller = Callers.current();
                    if (caller.may(Permission.CASE_HANDLE)
                            || caller.kind() == Caller.Kind.SERVICE) {
                        documents.accompany(document, event.caseId());
                    }
                });
    }

    @EventListener
    void on(UnitSucceeded event) {
        pieces.follow(event.closed(), event.successor());
    }
}
