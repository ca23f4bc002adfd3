// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.party.PartyId;
import java.time.LocalDate;
import java.util.Optional;

/** An entry that looks like the one that is being registered. */
public record Alike(
        EntryId id, String number, LocalDate on, String subject, Optional<PartyId> party) {}
