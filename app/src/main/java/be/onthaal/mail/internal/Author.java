// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.mail.internal;

import be.onthaal.common.EmailAddress;
import be.onthaal.mail.internal.reading.MailAddress;
import be.onthaal.mail.internal.reading.MailParties;
import be.onthaal.party.PartyId;
import be.onthaal.party.PartySummary;
import be.onthaal.party.Recognition;
import java.util.List;
import java.util.Optional;

/** Who says he wrote the mail, and which customers that may be. */
record Author(MailAddress written, Optional<EmailAddress> address, List<PartyId> candidates) {

    private static final MailAddress NOBODY = new MailAddress("", "", "");

    static MailAddress of(MailParties parties) {
        return parties.findAuthor().or(() -> parties.sender().stream().findFirst()).orElse(NOBODY);
    }

    static List<PartyId> candidates(Recognition recognition) {
        return switch (recognition) {
            case Recognition.One one -> List.of(one.party().id());
            case Recognition.Several several ->
                    several.parties().stream().map(PartySummary::id).toList();
            case Recognition.Nobody nobody -> List.of();
        };
    }

    /** The customer, when there is no doubt. */
    Optional<PartyId> party() {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    boolean mayBe(PartyId party) {
        return candidates.contains(party);
    }

    boolean writesFrom(String other) {
        return address.isPresent()
                && EmailAddress.parse(other)
                        .filter(o -> o.normalised().equals(address.get().normalised()))
                        .isPresent();
    }

    /** As the register shows the correspondent. */
    String display() {
        if (written.address().isEmpty()) {
            return written.written();
        }
        return written.name().isEmpty()
                ? written.address()
                : written.name() + " <" + written.address() + ">";
    }
}
