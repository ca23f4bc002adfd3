// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.moving.internal;

import be.onthaal.access.Callers;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.PartialDate;
import be.onthaal.common.PhoneNumber;
import be.onthaal.common.Refused;
import be.onthaal.moving.internal.reading.Cells;
import be.onthaal.moving.internal.reading.Sheet;
import be.onthaal.party.ContactPoint;
import be.onthaal.party.Detail;
import be.onthaal.party.Identifier;
import be.onthaal.party.KnownParties;
import be.onthaal.party.NewParty;
import be.onthaal.party.Parties;
import be.onthaal.party.Party;
import be.onthaal.party.PartyId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Customers come in, or are recognised by the number of their enterprise. */
@Component
class PartyWork implements SheetWork {

    private static final String SOURCE = "MOVED";
    private static final Map<String, Party.Kind> KINDS =
            Map.of(
                    "", Party.Kind.PERSON,
                    "person", Party.Kind.PERSON,
                    "persoon", Party.Kind.PERSON,
                    "organisation", Party.Kind.ORGANISATION,
                    "organisatie", Party.Kind.ORGANISATION);

    private final Parties parties;
    private final KnownParties known;
    private final Brought brought;
    private final Touched touched;

    PartyWork(Parties parties, KnownParties known, Brought brought, Touched touched) {
        this.parties = parties;
        this.known = known;
        this.brought = brought;
        this.touched = touched;
    }

    @Override
    public Sheet sheet() {
        return Sheet.PARTIES;
    }

    @Override
    public Line.Outcome bring(Line line, Run run) {
        NewParty party = party(line.cells());
        boolean met =
                known.find(party.identity()).isPresent()
                        || run.promised(Sheet.PARTIES, Line.alias(line.row()));
        PartyId id = parties.register(party);
        line.cells()
                .optional("address")
                .map(text -> new ContactPoint(ContactPoint.Kind.ADDRESS, text, SOURCE, false))
                .ifPresent(address -> parties.addContactPoint(id, address));
        birthDate(line.cells())
                .ifPresent(date ->
                        parties.stateUnlessRegistered(
                                id, Detail.Kind.BIRTH_DATE, date.toString(), SOURCE));
        run.keep(Sheet.PARTIES, line.key(), id.value());
        return Line.Outcome.of(met ? Verdict.MET : Verdict.NEW, id.value());
    }

    @Override
    public void undo(Line line, Run run) {
        UUID id = line.outcome().flatMap(Line.Outcome::ref).orElseThrow();
        touched.refuseParty(id, run);
        known.forget(new PartyId(id));
        brought.remove(Sheet.PARTIES, id);
    }

    private static NewParty party(Cells cells) {
        Optional<EnterpriseNumber> enterprise =
                cells.optional("enterprise_number")
                        .map(text ->
                                EnterpriseNumber.parse(text)
                                        .orElseThrow(() -> new Refused("moving.enterprise-wrong")));
        Optional<EmailAddress> email =
                cells.optional("email")
                        .map(text ->
                                EmailAddress.parse(text)
                                        .orElseThrow(() -> new Refused("moving.email-wrong")));
        Optional<PhoneNumber> phone =
                cells.optional("phone")
                        .map(text ->
                                PhoneNumber.parse(text)
                                        .orElseThrow(() -> new Refused("moving.phone-wrong")));
        return new NewParty(
                kind(cells.text("kind"), enterprise.isPresent()),
                cells.required("name"),
                email,
                phone,
                Run.small(cells.text("language")),
                SOURCE,
                NewParty.Identity.of(enterprise, SOURCE)
                        .and(nationalNumber(cells), SOURCE)
                        .and(
                                Identifier.Scheme.EXTERNAL,
                                Optional.of(foreign(cells.required("key"))),
                                SOURCE));
    }

    private static Optional<NationalNumber> nationalNumber(Cells cells) {
        return cells.optional("national_number")
                .map(text ->
                        NationalNumber.parse(text)
                                .orElseThrow(() -> new Refused("moving.national-wrong")));
    }

    private static Optional<PartialDate> birthDate(Cells cells) {
        return cells.optional("birth_date")
                .map(text ->
                        PartialDate.parse(text)
                                .orElseThrow(() -> new Refused("moving.birth-wrong")));
    }

    private static Party.Kind kind(String written, boolean enterprise) {
        if (written.isEmpty() && enterprise) {
            return Party.Kind.ORGANISATION;
        }
        return Optional.ofNullable(KINDS.get(Run.small(written)))
                .orElseThrow(() -> new Refused("moving.choice-wrong", "kind"));
    }

    /** Two authorities of a group may come from different systems that both count from one. */
    private static String foreign(String key) {
        return Callers.current().authority() + ":" + key;
    }
}
