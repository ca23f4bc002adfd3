// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.DETAIL;
import static be.onthaal.party.internal.db.Tables.IDENTIFIER;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.common.FreeText;
import be.onthaal.database.Ids;
import be.onthaal.party.internal.db.Routines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Writes customers down, each thing under the profile it was stated of. */
@Component
class PartyRows {

    private static final Set<String> LOCALES = Set.of("nl", "fr", "en");

    private final DSLContext sql;
    private final TestNumbers testNumbers;
    private final Clock clock;

    PartyRows(DSLContext sql, TestNumbers testNumbers, Clock clock) {
        this.sql = sql;
        this.testNumbers = testNumbers;
        this.clock = clock;
    }

    /** The customer of the group with one of these numbers; the first number decides. */
    Optional<PartyId> knownAs(NewParty.Identity identity) {
        if (identity.numbers().isEmpty()) {
            return Optional.empty();
        }
        String[] schemes =
                identity.numbers().stream()
                        .map(number -> number.scheme().name())
                        .toArray(String[]::new);
        String[] values = identity.numbers().stream().map(Identifier::value).toArray(String[]::new);
        return Optional.ofNullable(Routines.knownAs(sql.configuration(), schemes, values))
                .map(PartyId::new);
    }

    PartyId insert(NewParty party) {
        var id = new PartyId(Ids.next());
        String name =
                FreeText.required(
                        party.name(),
                        Parties.LONGEST_NAME,
                        "party.name-missing",
                        "party.name-too-long");
        sql.insertInto(PROFILE)
                .set(PROFILE.GROUP_ID, group())
                .set(PROFILE.ID, id.value())
                .set(PROFILE.KIND, party.kind().name())
                .set(PROFILE.NAME, name)
                .set(PROFILE.NAME_TRUST, Trust.of(party.source()).number())
                .set(PROFILE.NAMED_AT, clock.instant())
                .set(PROFILE.LOCALE, LOCALES.contains(party.locale()) ? party.locale() : "nl")
                .set(PROFILE.SOURCE, party.source())
                .set(PROFILE.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    /** Whether the caller may know that he exists. */
    boolean sees(PartyId id) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(PROFILE)
                        .where(PROFILE.GROUP_ID.eq(group()))
                        .and(PROFILE.ID.eq(id.value())));
    }

    /**
     * Where to keep what is said now: a profile that no sister authority reads, if there is one.
     */
    PartyId home(Party party) {
        if (party.members().size() == 1) {
            return party.id();
        }
        UUID[] members = values(party).toArray(UUID[]::new);
        return Optional.ofNullable(Routines.ownOf(sql.configuration(), members))
                .map(PartyId::new)
                .orElse(party.id());
    }

    /** Whether he has another number of the kind, also one that the caller does not see. */
    boolean hasOther(PartyId id, Identifier number) {
        return Boolean.TRUE.equals(
                Routines.otherNumber(
                        sql.configuration(), id.value(), number.scheme().name(), number.value()));
    }

    /** Until the commit nobody else of the group decides who is who. */
    void lockGroup() {
        sql.query(
                        "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        DSL.val("party " + group()))
                .execute();
    }

    /** The profiles that share a head with it and that the authority knows. */
    List<PartyId> members(PartyId id) {
        var member = PROFILE.as("member");
        return sql.select(member.ID)
                .from(PROFILE)
                .join(member)
                .on(member.GROUP_ID.eq(PROFILE.GROUP_ID))
                .and(member.HEAD_ID.eq(PROFILE.HEAD_ID))
                .where(PROFILE.GROUP_ID.eq(group()))
                .and(PROFILE.ID.eq(id.value()))
                .and(Profiles.known(member.ID))
                .fetch(row -> new PartyId(row.value1()));
    }

    /** True when the authority did not know him before. */
    boolean acquaint(PartyId id) {
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

    /** Numbers of somebody else stay his. */
    void identify(PartyId id, Collection<Identifier> numbers) {
        for (Identifier number : numbers) {
            testNumbers.refuse(number);
            sql.insertInto(IDENTIFIER)
                    .set(IDENTIFIER.GROUP_ID, group())
                    .set(IDENTIFIER.SCHEME, number.scheme().name())
                    .set(IDENTIFIER.VALUE, number.value())
                    .set(IDENTIFIER.PARTY_ID, id.value())
                    .set(IDENTIFIER.SOURCE, number.source())
                    .set(IDENTIFIER.STATED_AT, clock.instant())
                    .onConflict(IDENTIFIER.GROUP_ID, IDENTIFIER.SCHEME, IDENTIFIER.VALUE)
                    .doNothing()
                    .execute();
        }
    }

    /**
     * States something; what the same source said before ends at that very moment, by which both
     * are known to belong together, and stays as history.
     */
    void state(
            PartyId id, Detail.Kind kind, String value, String source, Optional<LocalDate> since) {
        Instant now = clock.instant();
        end(id, kind, Trust.of(source), now);
        sql.insertInto(DETAIL)
                .set(DETAIL.GROUP_ID, group())
                .set(DETAIL.ID, Ids.next())
                .set(DETAIL.PARTY_ID, id.value())
                .set(DETAIL.KIND, kind.name())
                .set(DETAIL.VALUE, value)
                .set(DETAIL.SOURCE, source)
                .set(DETAIL.TRUST, Trust.of(source).number())
                .set(DETAIL.SINCE, since.orElse(null))
                .set(DETAIL.STATED_AT, now)
                .execute();
    }

    /** A source no longer states it. */
    void end(PartyId id, Detail.Kind kind, Trust trust) {
        end(id, kind, trust, clock.instant());
    }

    private void end(PartyId id, Detail.Kind kind, Trust trust, Instant at) {
        sql.update(DETAIL)
                .set(DETAIL.ENDED_AT, at)
                .where(DETAIL.GROUP_ID.eq(group()))
                .and(DETAIL.PARTY_ID.eq(id.value()))
                .and(DETAIL.KIND.eq(kind.name()))
                .and(DETAIL.TRUST.eq(trust.number()))
                .and(DETAIL.ENDED_AT.isNull())
                .execute();
    }

    /** What the customer says is wrong with what a register states of him. */
    void contest(Party party, Detail.Kind kind, String why) {
        sql.update(DETAIL)
                .set(DETAIL.CONTESTED, why)
                .where(DETAIL.GROUP_ID.eq(group()))
                .and(DETAIL.PARTY_ID.in(values(party)))
                .and(DETAIL.KIND.eq(kind.name()))
                .and(DETAIL.TRUST.eq(Trust.REGISTER.number()))
                .and(DETAIL.ENDED_AT.isNull())
                .execute();
    }

    /** The name that this source gives him, where none that counts more gave one. */
    void name(PartyId id, String name, String source) {
        int trust = Trust.of(source).number();
        sql.update(PROFILE)
                .set(PROFILE.NAME, name)
                .set(PROFILE.NAME_TRUST, trust)
                .set(PROFILE.NAMED_AT, clock.instant())
                .where(PROFILE.GROUP_ID.eq(group()))
                .and(PROFILE.ID.eq(id.value()))
                .and(PROFILE.NAME_TRUST.ge(trust))
                .execute();
    }

    /**
     * By its words, in each authority that knows this profile, since all of them share how he is
     * reached. Where somebody lives whose address is secret leads nobody to him.
     */
    void index(PartyId id) {
        Routines.findable(sql.configuration(), id.value(), clock.instant());
    }

    /** The same for all profiles that are one customer, also those that only a sister reads. */
    void indexWhole(PartyId id) {
        Routines.findableWhole(sql.configuration(), id.value(), clock.instant());
    }

    private static Collection<UUID> values(Party party) {
        return party.members().stream().map(PartyId::value).toList();
    }

    private static UUID group() {
        return Callers.current().group().value();
    }
}
