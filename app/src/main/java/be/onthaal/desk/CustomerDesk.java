// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.LogLine;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import be.onthaal.search.Found;
import be.onthaal.search.Search;
import be.onthaal.timeline.Timeline;
import be.onthaal.timeline.TimelineLine;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers: found, shown and taken in. */
@Service
class CustomerDesk {

    private static final int LINES = 100;
    private static final int LOOKERS = 50;
    private static final int FOUND = 50;

    private final Parties parties;
    private final Timeline timeline;
    private final Audit audit;
    private final Search search;
    private final Consultations consultations;
    private final Parts parts;

    CustomerDesk(
            Parties parties,
            Timeline timeline,
            Audit audit,
            Search search,
            Consultations consultations,
            Parts parts) {
        this.parties = parties;
        this.timeline = timeline;
        this.audit = audit;
        this.search = search;
        this.consultations = consultations;
        this.parts = parts;
    }

    @Transactional
    CustomersPage search(String query) {
        List<Found> found =
                query.isBlank() ? List.of() : search.find(query, List.of("PARTY"), FOUND);
        consultations.list(
                "desk.customers-searched",
                found.stream().map(hit -> new PartyId(hit.ref())).toList());
        return new CustomersPage(query, found, Callers.current().may(Permission.PARTY_EDIT));
    }

    @Transactional
    CustomerPage show(PartyId id) {
        Party party = parties.consult(id);
        Part<List<TimelineLine>> told = timeline.partOf(party.id().value(), LINES);
        Part<List<LogLine>> lookers =
                audit.partOfParty(party.id().value(), LOOKERS).then(Lookers::among);
        Parts.Answers answers = parts.ask(told, lookers);
        List<TimelineLine> lines = answers.to(told);
        Caller caller = Callers.current();
        return new CustomerPage(
                party,
                CustomerPage.openCases(lines),
                Days.of(lines),
                answers.to(lookers),
                caller.may(Permission.PARTY_EDIT),
                caller.may(Permission.CONTACT_HANDLE));
    }

    @Transactional
    PartyId register(NewParty party) {
        return parties.register(party);
    }

    @Transactional
    void reachedBy(PartyId id, ContactPoint point) {
        parties.addContactPoint(id, point);
    }

    @Transactional
    void notReachedBy(PartyId id, ContactPoint.Kind kind, String value) {
        parties.removeContactPoint(id, kind, value);
    }
}
