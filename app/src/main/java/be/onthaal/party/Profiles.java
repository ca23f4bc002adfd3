// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.party;

import static be.onthaal.party.internal.db.Tables.ACQUAINTANCE;
import static be.onthaal.party.internal.db.Tables.CONTACT_POINT;
import static be.onthaal.party.internal.db.Tables.DETAIL;
import static be.onthaal.party.internal.db.Tables.IDENTIFIER;
import static be.onthaal.party.internal.db.Tables.PROFILE;

import be.onthaal.access.Caller;
import be.onthaal.access.Callers;
import be.onthaal.database.Part;
import be.onthaal.party.internal.db.tables.Profile;
import be.onthaal.party.internal.db.tables.records.ContactPointRecord;
import be.onthaal.party.internal.db.tables.records.DetailRecord;
import be.onthaal.party.internal.db.tables.records.IdentifierRecord;
import be.onthaal.party.internal.db.tables.records.ProfileRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Customers whole, with all that is known of them, in one question. The profiles that are one
 * customer have one head; a caller reads those that his authority knows, under the head where he
 * knows it and under the oldest of them where he does not.
 */
@Component
class Profiles {

    private static final Profile ASKED = PROFILE.as("asked");
    private static final Profile MEMBER = PROFILE.as("member");

    private static final Condition TOGETHER = MEMBER.HEAD_ID.eq(ASKED.HEAD_ID);
    private static final Condition ALONE = MEMBER.ID.eq(ASKED.ID);

    private final DSLContext sql;

    Profiles(DSLContext sql) {
        this.sql = sql;
    }

    /** By the id that was asked for, whatever it was merged into since. */
    Part<Optional<Party>> of(PartyId id) {
        return of(id, TOGETHER);
    }

    /** What was said of this one profile, whatever it was merged with. */
    Part<Optional<Party>> alone(PartyId id) {
        return of(id, ALONE);
    }

    private Part<Optional<Party>> of(PartyId id, Condition same) {
        Question question = question(same);
        return Part.all(asked(question, ASKED.ID.eq(id.value())), row -> read(row, question))
                .then(found -> found.stream().flatMap(Optional::stream).findFirst());
    }

    /** The same for several, by the ids that were asked for. */
    Map<PartyId, Party> of(Collection<PartyId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Question question = question(TOGETHER);
        Map<PartyId, Party> parties = new LinkedHashMap<>();
        asked(question, ASKED.ID.in(ids.stream().map(PartyId::value).toList()))
                .forEach(row ->
                        read(row, question)
                                .ifPresent(party ->
                                        parties.put(new PartyId(row.get(ASKED.ID)), party)));
        return Map.copyOf(parties);
    }

    /** The parts of the answer, of which each question makes its own. */
    private record Question(
            Field<Result<ProfileRecord>> members,
            Field<Result<ContactPointRecord>> points,
            Field<Result<IdentifierRecord>> identifiers,
            Field<Result<DetailRecord>> details) {}

    private Select<? extends Record> asked(Question question, Condition which) {
        return sql.select(
                        ASKED.ID,
                        question.members(),
                        question.points(),
                        question.identifiers(),
                        question.details())
                .from(ASKED)
                .where(ASKED.GROUP_ID.eq(Callers.current().group().value()))
                .and(which);
    }

    private static Question question(Condition same) {
        return new Question(
                DSL.multiset(
                        DSL.selectFrom(MEMBER)
                                .where(MEMBER.GROUP_ID.eq(ASKED.GROUP_ID))
                                .and(same)
                                .and(known(MEMBER.ID))),
                DSL.multiset(
                        DSL.selectFrom(CONTACT_POINT)
                                .where(CONTACT_POINT.GROUP_ID.eq(ASKED.GROUP_ID))
                                .and(ofMember(CONTACT_POINT.PARTY_ID, same))
                                .orderBy(CONTACT_POINT.KIND, CONTACT_POINT.ID)),
                DSL.multiset(
                        DSL.selectFrom(IDENTIFIER)
                                .where(IDENTIFIER.GROUP_ID.eq(ASKED.GROUP_ID))
                                .and(ofMember(IDENTIFIER.PARTY_ID, same))
                                .orderBy(IDENTIFIER.SCHEME, IDENTIFIER.STATED_AT)),
                DSL.multiset(
                        DSL.selectFrom(DETAIL)
                                .where(DETAIL.GROUP_ID.eq(ASKED.GROUP_ID))
                                .and(ofMember(DETAIL.PARTY_ID, same))
                                .orderBy(DETAIL.ID)));
    }

    private static Condition ofMember(TableField<?, UUID> party, Condition same) {
        return party.in(
                DSL.select(MEMBER.ID)
                        .from(MEMBER)
                        .where(MEMBER.GROUP_ID.eq(ASKED.GROUP_ID))
                        .and(same)
                        .and(known(MEMBER.ID)));
    }

    /**
     * The row rules show the system all profiles of a group; it too reads only those that its
     * authority knows.
     */
    static Condition known(Field<UUID> party) {
        return Callers.current().kind() == Caller.Kind.SERVICE
                ? DSL.exists(
                        DSL.selectOne()
                                .from(ACQUAINTANCE)
                                .where(
                                        ACQUAINTANCE.AUTHORITY_ID.eq(
                                                Callers.current().authority().value()))
                                .and(ACQUAINTANCE.PARTY_ID.eq(party)))
                : DSL.noCondition();
    }

    private static Optional<Party> read(Record row, Question question) {
        List<ProfileRecord> rows =
                row.get(question.members()).stream()
                        .sorted(
                                Comparator.comparing((ProfileRecord member) -> !isHead(member))
                                        .thenComparing(ProfileRecord::getId))
                        .toList();
        return rows.stream().findFirst().map(first -> party(row, question, rows, first));
    }

    private static Party party(
            Record row, Question question, List<ProfileRecord> rows, ProfileRecord first) {
        List<ContactPoint> points =
                ContactPointRows.once(row.get(question.points()).map(ContactPointRows::read));
        return new Party(
                new PartyId(first.getId()),
                Party.Kind.valueOf(first.getKind()),
                rows.stream().min(BEST_NAMED).orElse(first).getName(),
                first.getLocale(),
                row.get(question.identifiers()).map(Profiles::identifier),
                points.stream().filter(ContactPoint::inUse).toList(),
                points.stream().filter(point -> !point.inUse()).toList(),
                new Details(row.get(question.details()).map(Profiles::detail)),
                rows.stream().map(member -> new PartyId(member.getId())).toList());
    }

    /** Whose name is shown when several profiles are one customer. */
    private static final Comparator<ProfileRecord> BEST_NAMED =
            Comparator.comparing(ProfileRecord::getNameTrust)
                    .thenComparing(ProfileRecord::getNamedAt, Comparator.reverseOrder());

    private static boolean isHead(ProfileRecord member) {
        return member.getId().equals(member.getHeadId());
    }

    private static Identifier identifier(IdentifierRecord row) {
        return new Identifier(
                Identifier.Scheme.valueOf(row.getScheme()), row.getValue(), row.getSource());
    }

    private static Detail detail(DetailRecord row) {
        return new Detail(
                Detail.Kind.valueOf(row.getKind()),
                row.getValue(),
                row.getSource(),
                Optional.ofNullable(row.getSince()),
                row.getStatedAt(),
                Optional.ofNullable(row.getEndedAt()),
                Optional.ofNullable(row.getContested()));
    }
}
