// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Channel;
import be.onthaal.party.PartyId;
import be.onthaal.post.Company;
import be.onthaal.post.Correspondent;
import be.onthaal.post.EntryId;
import be.onthaal.post.NewEntry;
import be.onthaal.post.Piece;
import be.onthaal.post.RegisterEntry.Direction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A piece that came in or goes out and must be registered.
 *
 * @param receivedOn the day it came in or went out; today when nothing is said
 * @param others who else sent it or gets it, by name
 * @param copies units that get a copy
 * @param answers the incoming entry that it answers
 */
record NewEntryBody(
        Optional<Direction> direction,
        Channel channel,
        Optional<LocalDate> receivedOn,
        String subject,
        String correspondent,
        Optional<UUID> party,
        UUID unit,
        Optional<Confidentiality> confidentiality,
        Optional<EntryDetailsBody> details,
        Optional<List<String>> others,
        Optional<List<UUID>> copies,
        Optional<UUID> answers) {

    NewEntry read(LocalDate today) {
        Confidentiality level = confidentiality.orElse(Confidentiality.INTERNAL);
        return new NewEntry(
                direction.orElse(Direction.IN),
                new Piece(
                        channel,
                        receivedOn.orElse(today),
                        subject,
                        correspondent,
                        party.map(PartyId::new)),
                details.orElse(EntryDetailsBody.NONE).read(channel),
                new NewEntry.Placement(new UnitId(unit), level),
                new Company(
                        others.orElse(List.of()).stream().map(Correspondent::typed).toList(),
                        Set.copyOf(copies.orElse(List.of()).stream().map(UnitId::new).toList())),
                Optional.empty(),
                Optional.empty(),
                answers.map(EntryId::new));
    }
}
