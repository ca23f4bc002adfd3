// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.party.OwnFile;
import be.onthaal.party.PartyId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes an entry to change it: locked, and never by somebody it is from, for or likely about. */
@Component
class EntryHold {

    private final EntryStore entries;
    private final EntryCompany company;
    private final OwnFile ownFile;

    EntryHold(EntryStore entries, EntryCompany company, OwnFile ownFile) {
        this.entries = entries;
        this.company = company;
        this.ownFile = ownFile;
    }

    RegisterEntry take(EntryId id) {
        RegisterEntry entry = entries.locked(id);
        ownFile.refuse(about(entry));
        return entry;
    }

    private List<PartyId> about(RegisterEntry entry) {
        Stream<PartyId> first =
                Stream.concat(
                        entry.piece().party().stream(),
                        entry.particulars().care().likely().stream());
        Stream<PartyId> others =
                company.get(entry.id()).others().stream()
                        .flatMap(other ->
                                Stream.concat(other.known().stream(), other.likely().stream()));
        return Stream.concat(first, others).distinct().toList();
    }
}
