// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.records.internal;

import be.onthaal.cases.CaseType;
import be.onthaal.common.Message;
import be.onthaal.records.DestructionLists;
import be.onthaal.records.Hold;
import be.onthaal.records.Hold.Scope;
import be.onthaal.records.ListedCase;
import be.onthaal.records.Night;
import java.util.List;
import java.util.Optional;

/**
 * The archive at a glance.
 *
 * @param asked the number that somebody looked for, if he did
 * @param gone what stays of the case with that number
 */
public record ArchivePage(
        List<DestructionLists.Standing> lists,
        List<Hold> holds,
        List<CaseType> types,
        Optional<Night> night,
        String asked,
        Optional<ListedCase> gone) {

    public ArchivePage {
        lists = List.copyOf(lists);
        holds = List.copyOf(holds);
        types = List.copyOf(types);
    }

    /** What a hold is on, in words. */
    public Message scope(Hold hold) {
        return switch (hold.scope()) {
            case Scope.OfCase one -> Message.of("records.hold.case", hold.about());
            case Scope.OfCustomer one -> Message.of("records.hold.customer", hold.about());
            case Scope.OfType type ->
                    Message.of("records.hold.type", type.typeCode(), type.from(), type.until());
        };
    }
}
