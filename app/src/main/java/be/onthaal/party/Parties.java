// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.access.Permission;
import be.onthaal.audit.Audit;
import be.onthaal.audit.AuditEvent;
import be.onthaal.common.EmailAddress;
import be.onthaal.common.EnterpriseNumber;
import be.onthaal.common.FreeText;
import be.onthaal.common.NotFound;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.database.Parts;
import be.onthaal.party.internal.db.Routines;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers. Shared in a group of authorities; each sees those it has a reason to know. */
@Service
public class Parties {

    /** Longer names are refused; intake shortens what a stranger wrote before it registers. */
    public static final int LONGEST_NAME = 500;

    private static final Set<String> LOCALES = Set.of("nl", "fr", "en");

    private final DSLContext sql;
    private final Profiles profiles;
    private final PartySummaries summaries;
    private final Parts parts;
    private final Audit audit;
    private final Clock clock;

    Parties(
            DSLContext sql,
            Profiles profiles,
            PartySummaries summaries,
            Parts parts,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.profiles = profiles;
        this.summaries = summaries;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a customer in; one the group knows by its number is met, not doubled. */
    @Transactional
    public PartyId register(NewParty party) {
        Callers.require(Permission.PARTY_EDIT);
        Optional<PartyId> known = knownAs(party.identity());
        PartyId id = known.orElseGet(() -> insert(party));
        acquaint(id);
        party.email()
                .ifPresent(email -> add(id, point(ContactPoint.Kind.EMAIL, email.value(), party)));
        party.phone()
                .ifPresent(phone -> add(id, point(ContactPoint.Kind.PHONE, phone.value(), party)));
        record(known.isPresent() ? "party.met" : "party.registered", id);
        index(id);
        return id;
    }

    /** Records that this authority knows the customer, and says who it is. */
    @Transactional
    public PartySummary meet(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        PartySummary party =
                summaries.of(List.of(id)).values().stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("party.party"));
        if (acquaint(party.id())) {
            record("party.met", party.id());
            index(party.id());
        }
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

    /** The same, as a part of a page; empty when the caller may not know him. */
    public Part<Optional<Party>> partOf(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        return profiles.of(id);
    }

    /** The customer, with the consultation logged in the same commit. */
    @Transactional
    public Party consult(PartyId id) {
        Callers.require(Permission.PARTY_VIEW);
        Party party = read(id);
        audit.consulted(event("party.consulted", party.id()));
        return party;
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

    /** Adds a contact point, or makes one that was there the preferred one. */
    @Transactional
    public void addContactPoint(PartyId id, ContactPoint point) {
        Callers.require(Permission.PARTY_EDIT);
        Party party = read(id);
        if (point.preferred()) {
            sql.update(CONTACT_POINT)
                    .set(CONTACT_POINT.PREFERRED, false)
                    .where(CONTACT_POINT.GROUP_ID.eq(group()))
                    .and(CONTACT_POINT.PARTY_ID.eq(party.id().value()))
                    .and(CONTACT_POINT.KIND.eq(point.kind().name()))
                    .execute();
        }
        add(party.id(), point);
        audit.record(
                event("party.contact-point-added", party.id()).with("kind", point.kind().name()));
        index(party.id());
    }

    /** Removes a contact point that no longer reaches him. */
    @Transactional
    public void removeContactPoint(PartyId id, ContactPoint.Kind kind, String value) {
        Callers.require(Permission.PARTY_EDIT);
        Party party = read(id);
        int removed =
                sql.deleteFrom(CONTACT_POINT)
                        .where(CONTACT_POINT.GROUP_ID.eq(group()))
                        .and(CONTACT_POINT.PARTY_ID.eq(party.id().value()))
                        .and(CONTACT_POINT.KIND.eq(kind.name()))
                        .and(CONTACT_POINT.VALUE.eq(value))
                        .execute();
        if (removed == 0) {
            throw new NotFound("party.contact-point");
        }
        audit.record(event("party.contact-point-removed", party.id()).with("kind", kind.name()));
        index(party.id());
    }

    private Optional<PartyId> knownAs(NewParty.Identity identity) {
        UUID known =
                Routines.knownAs(
                        sql.configuration(),
                        identity.enterprise().map(EnterpriseNumber::value).orElse(null),
                        identity.externalKey().orElse(null));
        return Optional.ofNullable(known).map(PartyId::new);
    }

    private PartyId insert(NewParty party) {
        var id = new PartyId(Ids.next());
        String name =
                FreeText.required(
                        party.name(), LONGEST_NAME, "party.name-missing", "party.name-too-long");
        sql.insertInto(PROFILE)
                .set(PROFILE.GROUP_ID, group())
                .set(PROFILE.ID, id.value())
                .set(PROFILE.KIND, party.kind().name())
                .set(PROFILE.NAME, name)
                .set(
                        PROFILE.ENTERPRISE_NUMBER,
                        party.identity().enterprise().map(EnterpriseNumber::value).orElse(null))
                .set(PROFILE.LOCALE, LOCALES.contains(party.locale()) ? party.locale() : "nl")
                .set(PROFILE.SOURCE, party.source())
                .set(PROFILE.EXTERNAL_KEY, party.identity().externalKey().orElse(null))
                .set(PROFILE.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    /** True when the authority did not know him before. */
    private boolean acquaint(PartyId id) {
        Caller caller = Callers.current();
        return sql.insertInto(ACQUAINTANCE)
                        .set(ACQUAINTANCE.AUTHORITY_ID, caller.authority().value())
                        .set(ACQUAINTANCE.GROUP_ID, caller.group().value())
                        .set(ACQUAINTANCE.PARTY_ID, id.value())
                        .set(ACQUAINTANCE.SINCE, clock.instant())
                        .onConflict(ACQUAINTANCE.AUTHORITY_ID, ACQUAINTANCE.PARTY_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    private void add(PartyId id, ContactPoint point) {
        Written written = Written.of(point);
        var row =
                sql.insertInto(CONTACT_POINT)
                        .set(CONTACT_POINT.GROUP_ID, group())
                        .set(CONTACT_POINT.ID, Ids.next())
                        .set(CONTACT_POINT.PARTY_ID, id.value())
                        .set(CONTACT_POINT.KIND, point.kind().name())
                        .set(CONTACT_POINT.VALUE, written.value())
                        .set(CONTACT_POINT.NORMALISED, written.normalised())
                        .set(CONTACT_POINT.SOURCE, point.source())
                        .set(CONTACT_POINT.PREFERRED, point.preferred())
                        .onConflict(
                                CONTACT_POINT.GROUP_ID,
                                CONTACT_POINT.PARTY_ID,
                                CONTACT_POINT.KIND,
                                CONTACT_POINT.NORMALISED);
        if (point.preferred()) {
            row.doUpdate().set(CONTACT_POINT.PREFERRED, true).execute();
        } else {
            row.doNothing().execute();
        }
    }

    private Party read(PartyId id) {
        return parts.answer(profiles.of(id)).orElseThrow(() -> new NotFound("party.party"));
    }

    /** In each authority that knows him, since all of them share how he is reached. */
    private void index(PartyId id) {
        Party party = read(id);
        String points =
                party.contactPoints().stream()
                        .map(ContactPoint::value)
                        .collect(Collectors.joining(" "));
        Routines.findable(
                sql.configuration(),
                id.value(),
                party.enterprise().map(EnterpriseNumber::display).orElse(null),
                party.name(),
                party.reachedBy(ContactPoint.Kind.EMAIL).orElse(""),
                points,
                clock.instant());
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

    private static UUID group() {
        return Callers.current().group().value();
    }
}
