// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.Conflict;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.FreeText;
import be.onthaal.common.NationalNumber;
import be.onthaal.common.NotFound;
import be.onthaal.common.Refused;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers. Shared in a group of authorities; each sees those it has a reason to know. */
@Service
public class Parties {

    /** Longer names are refused; intake shortens what a stranger wrote before it registers. */
    public static final int LONGEST_NAME = 500;

    static final int LONGEST_REASON = 2_000;

    private final PartyRows rows;
    private final ContactPointRows points;
    private final MatchingKeys keys;
    private final Profiles profiles;
    private final PartySummaries summaries;
    private final OwnFile own;
    private final Parts parts;
    private final Audit audit;

    Parties(
            PartyRows rows,
            ContactPointRows points,
            MatchingKeys keys,
            Profiles profiles,
            PartySummaries summaries,
            OwnFile own,
            Parts parts,
            Audit audit) {
        this.rows = rows;
        this.points = points;
        this.keys = keys;
        this.profiles = profiles;
        this.summaries = summaries;
        this.own = own;
        this.parts = parts;
        this.audit = audit;
    }

    /** Takes a customer in; one the group knows by its number is met, not doubled. */
    @Transactional
    public PartyId register(NewParty party) {
        Callers.require(Permission.PARTY_EDIT);
        if (!party.identity().numbers().isEmpty()) {
            rows.lockGroup();
        }
        Optional<PartyId> known = rows.knownAs(party.identity());
        own.refuse(known.stream().toList());
        PartyId id = known.orElseGet(() -> rows.insert(party));
        rows.acquaint(id);
        known.ifPresent(met ->
                party.identity().numbers().forEach(number -> refuseOtherNumber(met, number)));
        rows.identify(id, party.identity().numbers());
        party.email()
                .ifPresent(email ->
                        points.add(id, point(ContactPoint.Kind.EMAIL, email.value(), party)));
        party.phone()
                .ifPresent(phone ->
                        points.add(id, point(ContactPoint.Kind.PHONE, phone.value(), party)));
        record(known.isPresent() ? "party.met" : "party.registered", id);
        findable(id);
        return id;
    }

    /** Refuses whatever is about to be asked of a number of the caller, or of those near to him. */
    @Transactional
    public void refuseOwn(NewParty.Identity identity) {
        Callers.require(Permission.PARTY_EDIT);
        own.refuse(rows.knownAs(identity).stream().toList());
    }

    /** Records that this authority knows the customer, and says who it is. */
    @Transactional
    public PartySummary meet(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        if (rows.sees(id) && rows.acquaint(id)) {
            record("party.met", id);
            findable(id);
        }
        PartySummary party =
                summaries.of(List.of(id)).values().stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("party.party"));
        return party;
    }

    /**
     * The customer, or the one he was merged into. Showing it must be logged by whoever shows it.
     */
    @Transactional(readOnly = true)
    public Party get(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        return read(id);
    }

    /** The customer, to be changed: refused when he is the caller himself, or near to him. */
    @Transactional(readOnly = true)
    public Party handled(PartyId id) {
        Callers.require(Permission.PARTY_EDIT);
        Party party = read(id);
        own.refuse(party.members());
        return party;
    }

    /** The customer as a part of a page; empty when the caller may not know him. */
    public Part<Optional<Party>> partOf(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        return profiles.of(id);
    }

    /** The customer, with the consultation logged in the same commit. */
    @Transactional
    public Party consult(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        Party party = read(id);
        consulted(party, List.of());
        return party;
    }

    /** Whose number this is, among the customers of this authority. */
    @Transactional(readOnly = true)
    public Optional<PartyId> withNumber(NationalNumber number) {
        Callers.require(Permission.PARTY_VIEW);
        var identifier = new Identifier(Identifier.Scheme.NATIONAL_NUMBER, number.value(), "");
        return rows.knownAs(new NewParty.Identity(List.of(identifier)))
                .filter(id -> parts.answer(profiles.of(id)).isPresent());
    }

    /** Logs that a customer is shown, with the others whose names stand on his page. */
    @Transactional
    public void consulted(Party party, Collection<PartyId> others) {
        Callers.require(Permission.PARTY_VIEW);
        audit.consulted(
                event("party.consulted", party.id())
                        .about(
                                Stream.concat(party.members().stream(), others.stream())
                                        .map(PartyId::value)
                                        .distinct()
                                        .toList()));
    }

    /** The profiles that are one customer with this one, as far as the caller knows them. */
    @Transactional(readOnly = true)
    public List<PartyId> members(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        return rows.members(id);
    }

    /** The customers by the ids asked for; those the caller may not know are left out. */
    @Transactional(readOnly = true)
    public Map<PartyId, PartySummary> names(Collection<PartyId> ids) {
        Callers.require(Permission.PARTY_VIEW);
        return summaries.of(ids);
    }

    /**
     * Who writes from this address, among those known here: anybody can write any address above a
     * mail or in a form, and what a sister authority knows is not told to whoever does.
     */
    @Transactional(readOnly = true)
    public Recognition recognise(EmailAddress address) {
        Callers.require(Permission.PARTY_VIEW);
        List<PartySummary> found = summaries.withEmail(address);
        return switch (found.size()) {
            case 0 -> new Recognition.Nobody();
            case 1 -> new Recognition.One(found.getFirst());
            default -> new Recognition.Several(found);
        };
    }

    /**
     * Adds a contact point, or makes one that was there the preferred one. What an employee notes
     * anew is in use again; what a mail or form repeats stays out of use.
     */
    @Transactional
    public void addContactPoint(PartyId id, ContactPoint point) {
        Party party = handled(id);
        if (Trust.of(point.source()) == Trust.COUNTER) {
            points.noteAnew(party, point);
        }
        if (point.preferred()) {
            points.unprefer(party, point.kind());
        }
        PartyId home = rows.home(party);
        points.add(home, point);
        audit.record(
                event("party.contact-point-added", party.id()).with("kind", point.kind().name()));
        findable(home);
    }

    /**
     * Writes down what a source states of a customer. What a register states is not typed over,
     * only contested.
     */
    @Transactional
    public void state(
            PartyId id, Detail.Kind kind, String value, String source, Optional<LocalDate> since) {
        Party party = handled(id);
        refuseOverRegister(party, kind, Trust.of(source));
        String written = WrittenDetail.of(kind, value);
        boolean said =
                party.details().of(kind).filter(now -> same(now, written, source)).isPresent();
        if (!said) {
            PartyId home = rows.home(party);
            rows.state(home, kind, written, source, since);
            rename(alone(home), kind, source);
            audit.record(event("party.stated", party.id()).with("kind", kind.name()));
            findable(home);
            if (kind == Detail.Kind.SECRET_ADDRESS) {
                rows.indexWhole(home);
            }
        }
    }

    /** What was typed in by hand is taken back; it stays in his history. */
    @Transactional
    public void retract(PartyId id, Detail.Kind kind) {
        Party party = handled(id);
        Detail believed = party.details().of(kind).orElseThrow(() -> new NotFound("party.detail"));
        refuseOverRegister(party, kind, Trust.COUNTER);
        party.members().forEach(member -> rows.end(member, kind, believed.trust()));
        audit.record(event("party.retracted", party.id()).with("kind", kind.name()));
        findableWhole(party);
    }

    /** The customer says that what a register states of him is wrong; the register must mend it. */
    @Transactional
    public void contest(PartyId id, Detail.Kind kind, String why) {
        Party party = handled(id);
        if (party.details().of(kind).filter(Parties::fromRegister).isEmpty()) {
            throw new Refused("party.contest-not-register");
        }
        rows.contest(
                party,
                kind,
                FreeText.required(
                        why, LONGEST_REASON, "party.reason-missing", "party.reason-too-long"));
        audit.record(event("party.contested", party.id()).with("kind", kind.name()));
    }

    /**
     * A number that says who he is.
     *
     * @return the customer whose number it is already: he is met, and nothing is kept
     */
    @Transactional
    public Optional<PartyId> identify(PartyId id, Identifier number) {
        Callers.require(Permission.PARTY_EDIT);
        rows.lockGroup();
        Party party = handled(id);
        Optional<PartyId> owner = rows.knownAs(new NewParty.Identity(List.of(number)));
        if (owner.filter(party.members()::contains).isPresent()) {
            return Optional.empty();
        }
        if (owner.isPresent()) {
            rows.acquaint(owner.get());
            record("party.met", owner.get());
            findable(owner.get());
            return owner;
        }
        refuseOtherNumber(party.id(), number);
        PartyId home = rows.home(party);
        rows.identify(home, List.of(number));
        audit.record(event("party.identified", party.id()).with("scheme", number.scheme().name()));
        findable(home);
        return Optional.empty();
    }

    /** What is said where a register may have spoken before; then the register stays believed. */
    @Transactional
    public void stateUnlessRegistered(PartyId id, Detail.Kind kind, String value, String source) {
        if (handled(id).details().of(kind).filter(Parties::fromRegister).isEmpty()) {
            state(id, kind, value, source, Optional.empty());
        }
    }

    private void refuseOtherNumber(PartyId id, Identifier number) {
        if (rows.hasOther(id, number)) {
            throw new Conflict("party.number-other");
        }
    }

    private static boolean same(Detail now, String value, String source) {
        return now.value().equals(value) && now.source().equals(source);
    }

    private static boolean fromRegister(Detail detail) {
        return detail.trust() == Trust.REGISTER;
    }

    private static void refuseOverRegister(Party party, Detail.Kind kind, Trust trust) {
        if (trust != Trust.REGISTER
                && party.details().of(kind).filter(Parties::fromRegister).isPresent()) {
            throw new Refused("party.from-register");
        }
    }

    /** The parts of a name make the name. */
    private void rename(Party party, Detail.Kind kind, String source) {
        if (kind == Detail.Kind.GIVEN_NAMES || kind == Detail.Kind.FAMILY_NAME) {
            Optional<String> given =
                    party.details()
                            .value(Detail.Kind.GIVEN_NAMES)
                            .map(names -> names.split(" ", 2)[0]);
            party.details()
                    .value(Detail.Kind.FAMILY_NAME)
                    .ifPresent(family ->
                            rows.name(
                                    party.id(),
                                    given.map(first -> first + " " + family).orElse(family),
                                    source));
        }
    }

    /**
     * Found by his words, and as a likely match, also by what was said of this profile just now.
     */
    void findable(PartyId id) {
        Party alone = alone(id);
        rows.index(id);
        if (alone.kind() == Party.Kind.PERSON) {
            keys.file(id, Traits.of(alone));
        }
    }

    /** All that is one customer now: an address is secret for all of it, or for none. */
    void findableWhole(Party party) {
        party.members().forEach(this::findable);
        rows.indexWhole(party.id());
    }

    private Party alone(PartyId id) {
        return parts.answer(profiles.alone(id)).orElseThrow(() -> new NotFound("party.party"));
    }

    private Party read(PartyId id) {
        return parts.answer(profiles.of(id)).orElseThrow(() -> new NotFound("party.party"));
    }

    private void record(String action, PartyId id) {
        audit.record(event(action, id));
    }

    private static AuditEvent event(String action, PartyId id) {
        return AuditEvent.of(action, AuditEvent.Subject.of("PARTY", id.value())).about(id.value());
    }

    private static ContactPoint point(ContactPoint.Kind kind, String value, NewParty party) {
        return new ContactPoint(kind, value, party.source(), false);
    }
}
