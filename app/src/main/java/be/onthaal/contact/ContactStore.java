// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.contact;

import static be.onthaal.contact.internal.db.Tables.MOMENT;
import static be.onthaal.contact.internal.db.Tables.QUESTION;

import be.onthaal.access.Callers;
import be.onthaal.access.Confidentiality;
import be.onthaal.access.UnitId;
import be.onthaal.common.Brussels;
import be.onthaal.common.Channel;
import be.onthaal.contact.internal.db.Tables;
import be.onthaal.contact.internal.db.tables.records.MomentRecord;
import be.onthaal.contact.internal.db.tables.records.QuestionRecord;
import be.onthaal.database.Ids;
import be.onthaal.database.Part;
import be.onthaal.party.PartyId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Keeps contacts and their questions in PostgreSQL. */
@Component
class ContactStore {

    private final DSLContext sql;
    private final Clock clock;

    ContactStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The contact of this source; until the transaction ends nobody else records it. */
    Optional<ContactId> find(Source source) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("contact " + authority() + " " + source));
        return sql.select(MOMENT.ID)
                .from(MOMENT)
                .where(MOMENT.AUTHORITY_ID.eq(authority()))
                .and(MOMENT.SOURCE_KIND.eq(source.kind()))
                .and(MOMENT.SOURCE_ID.eq(source.id()))
                .fetchOptional(row -> new ContactId(row.value1()));
    }

    void insert(ContactId id, NewContact contact) {
        sql.insertInto(MOMENT)
                .set(MOMENT.AUTHORITY_ID, authority())
                .set(MOMENT.ID, id.value())
                .set(MOMENT.CHANNEL, contact.channel().name())
                .set(MOMENT.PARTY_ID, contact.party().map(PartyId::value).orElse(null))
                .set(MOMENT.UNIT_ID, contact.unit().value())
                .set(MOMENT.EMPLOYEE_NAME, Callers.current().name())
                .set(MOMENT.STARTED_AT, contact.startedAt())
                .set(MOMENT.ENDED_AT, contact.endedAt().orElse(null))
                .set(MOMENT.NOTE, contact.note())
                .set(MOMENT.VERIFIED, contact.verification().how().name())
                .set(MOMENT.VERIFIED_BY, contact.verification().words())
                .set(MOMENT.CONFIDENTIALITY, contact.confidentiality().level())
                .set(MOMENT.SOURCE_KIND, contact.source().map(Source::kind).orElse(null))
                .set(MOMENT.SOURCE_ID, contact.source().map(Source::id).orElse(null))
                .execute();
        contact.questions().forEach(question -> insert(id, question));
    }

    /** A contact as it was recorded, with whom, and who may see it. */
    record Kept(ContactMoment moment, Optional<PartyId> party, Confidentiality confidentiality) {}

    Optional<Kept> find(ContactId id) {
        var found =
                sql.selectFrom(MOMENT)
                        .where(MOMENT.AUTHORITY_ID.eq(authority()))
                        .and(MOMENT.ID.eq(id.value()))
                        .fetch();
        return whole(found).stream()
                .findFirst()
                .map(moment ->
                        new Kept(
                                moment,
                                Optional.ofNullable(found.getFirst().getPartyId())
                                        .map(PartyId::new),
                                Confidentiality.of(found.getFirst().getConfidentiality())));
    }

    List<ContactMoment> ofParty(Collection<PartyId> profiles, int most) {
        return whole(
                sql.selectFrom(MOMENT)
                        .where(MOMENT.AUTHORITY_ID.eq(authority()))
                        .and(MOMENT.PARTY_ID.in(profiles.stream().map(PartyId::value).toList()))
                        .orderBy(MOMENT.STARTED_AT.desc(), MOMENT.ID.desc())
                        .limit(most)
                        .fetch());
    }

    private List<ContactMoment> whole(Result<MomentRecord> contacts) {
        Map<UUID, List<ContactMoment.Question>> questions =
                sql
                        .selectFrom(QUESTION)
                        .where(QUESTION.AUTHORITY_ID.eq(authority()))
                        .and(QUESTION.CONTACT_ID.in(contacts.getValues(MOMENT.ID)))
                        .orderBy(QUESTION.ID)
                        .fetch()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        QuestionRecord::getContactId,
                                        Collectors.mapping(
                                                ContactStore::read, Collectors.toList())));
        return contacts.map(row -> read(row, questions.getOrDefault(row.getId(), List.of())));
    }

    Part<Map<Channel, Long>> today() {
        var perChannel =
                sql.select(MOMENT.CHANNEL, DSL.count())
                        .from(MOMENT)
                        .where(MOMENT.AUTHORITY_ID.eq(authority()))
                        .and(MOMENT.STARTED_AT.ge(Brussels.startOfDay(Brussels.today(clock))))
                        .groupBy(MOMENT.CHANNEL);
        return Part.byKey(
                perChannel,
                row -> Map.entry(Channel.valueOf(row.value1()), row.value2().longValue()));
    }

    /** A contact that went to another unit, and how confidential it is there. */
    record Moved(UUID id, Confidentiality confidentiality) {}

    /** Also what the caller himself may not see, before or after. */
    List<Moved> followSource(Source source, UnitId unit, Confidentiality level) {
        var moved = Tables.WITH_SOURCE(source.kind(), source.id(), unit.value(), level.level());
        return sql.selectFrom(moved)
                .fetch(row -> new Moved(row.getId(), Confidentiality.of(row.getConfidentiality())));
    }

    /** Also what the caller himself may not see, before or after. */
    List<Moved> followCase(UUID caseId, UnitId unit, Confidentiality level) {
        return sql.selectFrom(Tables.WITH_CASE(caseId, unit.value(), level.level()))
                .fetch(row -> new Moved(row.getId(), Confidentiality.of(row.getConfidentiality())));
    }

    /** Also what the caller himself may not see. */
    List<Moved> follow(UnitId closed, UnitId successor) {
        return sql.selectFrom(Tables.FOLLOW(closed.value(), successor.value()))
                .fetch(row -> new Moved(row.getId(), Confidentiality.of(row.getConfidentiality())));
    }

    private void insert(ContactId contact, NewQuestion question) {
        sql.insertInto(QUESTION)
                .set(QUESTION.AUTHORITY_ID, authority())
                .set(QUESTION.ID, Ids.next())
                .set(QUESTION.CONTACT_ID, contact.value())
                .set(QUESTION.SUBJECT, question.subject())
                .set(QUESTION.UNIT_ID, question.unit().map(UnitId::value).orElse(null))
                .set(QUESTION.OUTCOME, question.outcome().name())
                .set(QUESTION.CASE_ID, question.caseLink().map(CaseLink::id).orElse(null))
                .set(QUESTION.CASE_NUMBER, question.caseLink().map(CaseLink::number).orElse(null))
                .execute();
    }

    private static ContactMoment read(MomentRecord row, List<ContactMoment.Question> questions) {
        return new ContactMoment(
                new ContactId(row.getId()),
                Channel.valueOf(row.getChannel()),
                new UnitId(row.getUnitId()),
                row.getEmployeeName(),
                row.getStartedAt(),
                Optional.ofNullable(row.getEndedAt()),
                row.getNote(),
                new Verification(Verification.How.valueOf(row.getVerified()), row.getVerifiedBy()),
                questions);
    }

    private static ContactMoment.Question read(QuestionRecord row) {
        return new ContactMoment.Question(
                row.getId(),
                row.getSubject(),
                Optional.ofNullable(row.getUnitId()).map(UnitId::new),
                QuestionOutcome.valueOf(row.getOutcome()),
                Optional.ofNullable(row.getCaseId())
                        .map(id -> new CaseLink(id, row.getCaseNumber())));
    }

    private static UUID authority() {
        return Callers.current().authority().value();
    }
}
