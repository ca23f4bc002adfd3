// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Brussels;
import be.onthaal.common.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a contact point after it was noted: verified, preferred, taken out of use and
 * brought back. None is ever removed, and what is out of use is neither offered nor matched.
 */
@Service
public class ContactPoints {

    private final Parties parties;
    private final ContactPointRows rows;
    private final Audit audit;
    private final Clock clock;

    ContactPoints(Parties parties, ContactPointRows rows, Audit audit, Clock clock) {
        this.parties = parties;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which one of a customer, as it is kept. */
    public record Named(ContactPoint.Kind kind, String value) {}

    /** Somebody made sure that he is reached here. */
    @Transactional
    public void verify(PartyId id, Named point, ContactPoint.How how) {
        Party party = inUse(id, point);
        rows.verify(party, point, Brussels.today(clock), how);
        record("party.contact-point-verified", party, point, how.name());
    }

    /** This one is used when there are several of its kind. */
    @Transactional
    public void prefer(PartyId id, Named point) {
        Party party = inUse(id, point);
        rows.unprefer(party, point.kind());
        rows.prefer(party, point);
        record("party.contact-point-preferred", party, point, "");
        party.members().forEach(parties::findable);
    }

    /** He is no longer reached here. */
    @Transactional
    public void takeOutOfUse(PartyId id, Named point, ContactPoint.Why why) {
        Party party = inUse(id, point);
        rows.takeOutOfUse(party, point, Brussels.today(clock), why);
        record("party.contact-point-out", party, point, why.name());
        party.members().forEach(parties::findable);
    }

    /** That was a mistake, or he is reached here again; what was verified stays so. */
    @Transactional
    public void bringBack(PartyId id, Named point) {
        Party party = parties.handled(id);
        if (rows.bringBack(party, point) == 0) {
            throw new NotFound("party.contact-point");
        }
        record("party.contact-point-back", party, point, "");
        party.members().forEach(parties::findable);
    }

    private Party inUse(PartyId id, Named point) {
        Party party = parties.handled(id);
        boolean there =
                party.contactPoints().stream()
                        .anyMatch(one ->
                                one.kind() == point.kind() && one.value().equals(point.value()));
        if (!there) {
            throw new NotFound("party.contact-point");
        }
        return party;
    }

    private void record(String action, Party party, Named point, String how) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("PARTY", party.id().value()))
                        .about(party.id().value())
                        .with("kind", point.kind().name())
                        .with("how", how));
    }
}
