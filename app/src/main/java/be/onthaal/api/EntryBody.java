// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.organisation.EmployeeId;
import be.onthaal.post.CaseLink;
import be.onthaal.post.EntryId;
import be.onthaal.post.RegisterEntry;
import be.onthaal.post.Source;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the register, and what became of it.
 *
 * @param message the mail it was made of, to be read at {@code /api/messages}
 */
record EntryBody(
        EntryItem entry,
        RegisterEntry.Direction direction,
        RegisterEntry.EntryState state,
        Confidentiality confidentiality,
        Optional<UUID> caseId,
        Optional<UUID> message,
        EntryDetailsBody details,
        Optional<UUID> handler,
        Optional<UUID> answers) {

    static EntryBody of(RegisterEntry entry) {
        return new EntryBody(
                EntryItem.of(entry),
                entry.direction(),
                entry.handling().state(),
                entry.filing().confidentiality(),
                entry.caseLink().map(CaseLink::id),
                entry.filing()
                        .source()
                        .filter(source -> source.kind().equals("MAIL"))
                        .map(Source::id),
                EntryDetailsBody.of(entry.particulars()),
                entry.particulars().care().handler().map(EmployeeId::value),
                entry.answers().map(EntryId::value));
    }
}
