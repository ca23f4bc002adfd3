// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator writes down which customer an employee is; nobody undoes that for himself. */
@Service
public class OwnFileLinks {

    private static final String SOURCE = "EMPLOYEE";

    private final OwnFileRows rows;
    private final PartyRows parties;
    private final Audit audit;

    OwnFileLinks(OwnFileRows rows, PartyRows parties, Audit audit) {
        this.rows = rows;
        this.parties = parties;
        this.audit = audit;
    }

    /** Who he is, by the number that tells him from everybody else. */
    @Transactional
    public void link(UUID employee, NationalNumber number) {
        refuseForHimself(employee);
        var identity = NewParty.Identity.NONE.and(Optional.of(number), SOURCE);
        link(
                employee,
                parties.knownAs(identity).orElseThrow(() -> new Refused("party.own-file-unknown")));
    }

    /** Who he is, by the page of the customer. */
    @Transactional
    public void link(UUID employee, PartyId party) {
        refuseForHimself(employee);
        if (!parties.sees(party)) {
            throw new Refused("party.own-file-unknown");
        }
        rows.link(employee, party);
        record("party.own-file-linked", employee, List.of(party.value()));
    }

    /** He is no customer after all. */
    @Transactional
    public void unlink(UUID employee) {
        refuseForHimself(employee);
        forget(employee);
    }

    /** He does not work here any more. */
    @Transactional
    public void left(UUID employee) {
        Callers.require(Permission.ADMINISTER);
        forget(employee);
    }

    /** Whether it is known which customer he is; not who. */
    @Transactional(readOnly = true)
    public Optional<OwnFileLink> of(UUID employee) {
        Callers.require(Permission.ADMINISTER);
        return rows.find(employee);
    }

    private void forget(UUID employee) {
        if (rows.unlink(employee)) {
            record("party.own-file-unlinked", employee, List.of());
        }
    }

    private void refuseForHimself(UUID employee) {
        Caller caller = Callers.require(Permission.ADMINISTER);
        if (caller.employee().equals(Optional.of(employee)) && rows.find(employee).isPresent()) {
            throw new Refused("party.own-file-self");
        }
    }

    private void record(String action, UUID employee, List<UUID> parties) {
        audit.record(
                AuditEvent.of(action, AuditEvent.Subject.of("EMPLOYEE", employee)).about(parties));
    }
}
