// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.cases.CaseMoved;
import be.onthaal.organisation.EmployeeLeft;
import be.onthaal.organisation.UnitSucceeded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Open entries follow a unit into its successor, and all entries of a case follow the case to
 * another unit; those of somebody who leaves wait for his unit. All in the same transaction.
 */
@Component
class PostFollowsUnits {

    private final EntryStore entries;
    private final EntryHistory history;
    private final EntryTrail trail;

    PostFollowsUnits(EntryStore entries, EntryHistory history, EntryTrail trail) {
        this.entries = entries;
        this.history = history;
        this.trail = trail;
    }

    @EventListener
    void on(CaseMoved event) {
        entries.followCase(event.id().value(), event.unit(), event.confidentiality())
                .forEach(before -> {
                    RegisterEntry there = before.filedFor(event.unit(), event.confidentiality());
                    history.changed(before, there);
                    trail.moved("post.routed", there);
                });
    }

    @EventListener
    void on(EmployeeLeft event) {
        entries.release(event.employee())
                .forEach(before -> {
                    String was = event.employee().toString();
                    history.note(before.id(), Change.Field.HANDLER, was, "");
                    trail.record("post.assigned", before);
                });
    }

    @EventListener
    void on(UnitSucceeded event) {
        entries.follow(event.closed(), event.successor())
                .forEach(entry -> {
                    String was = event.closed().toString();
                    String becomes = event.successor().toString();
                    history.note(entry.id(), Change.Field.UNIT, was, becomes);
                    trail.moved("post.routed", entry);
                });
    }
}
