// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.desk;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.Looker;
import be.onthaal.cases.CaseLine;
import be.onthaal.cases.Cases;
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
    private static final int OPEN = 20;
    private static final int LOOKERS = 50;
    private static final int FOUND = 50;

    private final Parties parties;
    private final Cases cases;
    private final Timeline timeline;
    private final Audit audit;
    private final Search search;
    private final Consultations consultations;
    private final Parts parts;

    CustomerDesk(
            Parties parties,
            Cases cases,
            Timeline timeline,
            Audit audit,
            Search search,
            Consultations consultations,
            Parts parts) {
        this.parties = parties;
        this.cases = cases;
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
        Part<List<Looker>> lookers = audit.lookersOfParty(party.id().value(), LOOKERS);
        Caller caller = Callers.current();
        Part<List<CaseLine>> open =
                caller.may(Permission.CASE_VIEW)
                        ? cases.partOfCustomer(party.id(), OPEN)
                        : Part.known(List.of());
        Parts.Answers answers = parts.ask(told, open, lookers);
        return new CustomerPage(
                party,
                answers.to(open),
                Days.of(answers.to(told)),
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
